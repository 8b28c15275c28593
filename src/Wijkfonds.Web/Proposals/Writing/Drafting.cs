using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Proposals.Writing;

/// <summary>Starting, saving and throwing away: what a maker does with a plan before it is sent in.</summary>
public static class Drafting
{
    /// <summary>A new draft. An untouched one of the same person is given again: a double tap makes one.</summary>
    public static async Task<Outcome<Proposal>> Start(WijkfondsContext db, Guid account, int roundNumber, DateTimeOffset now)
    {
        if (await db.Rounds().SingleOrDefaultAsync(r => r.Number == roundNumber) is not { } round) return new NotFoundHere();
        if (WritingRules.MayStart(round, now) is { } closed) return closed;
        if (await Auditors.Holds(db, account, now)) return new AuditorMakesNoPlan();
        var mine = await db.Set<Proposal>().Where(p => p.RoundId == round.Id && p.AccountId == account).ToListAsync();
        if (mine.FirstOrDefault(p => !p.IsSubmitted && p.Revision == 0) is { } untouched) return untouched;
        if (WritingRules.MayHaveMore(mine.Count(p => !p.IsSubmitted), mine.Count) is { } enough) return enough;
        var plan = new Proposal
        {
            FundId = round.FundId, RoundId = round.Id, AccountId = account, CreatedAt = now, SavedAt = now,
            SectionId = round.Sections.Count == 1 ? round.Sections[0].Id : null,
        };
        db.Add(plan);
        return plan;
    }

    /// <summary>Saves one step. Words typed over an older revision are refused, and stay in the form that typed them.</summary>
    public static async Task<Outcome<Proposal>> Save(WijkfondsContext db, Guid account, string handle, int step, PlanForm form, DateTimeOffset now)
    {
        if (await db.Mine(account, handle) is not { } plan) return new NotFoundHere();
        if (WritingRules.MayChange(plan, plan.Round, now) is { } closed) return closed;
        if (!form.IsOf(plan)) return new StaleRevision();
        var lines = plan.Costs.ToHashSet();
        var before = PlanText.Of(plan, plan.Round).ToJson();
        if (form.Into(plan, plan.Round, step) is { } refusal) return refusal;
        db.AddRange(plan.Costs.Where(c => !lines.Contains(c)));
        // Going through the steps without typing changes nothing, so that another tab does not become stale by it.
        if (plan.Revision > 0 && PlanText.Of(plan, plan.Round).ToJson() == before) return plan;
        plan.Revision++;
        plan.SavedAt = now;
        return plan;
    }

    /// <summary>Drafts leave no trace. What was sent in cannot be thrown away, only withdrawn.</summary>
    public static async Task<Outcome<Done>> ThrowAway(WijkfondsContext db, Guid account, string handle)
    {
        if (await db.Mine(account, handle) is not { } plan) return new NotFoundHere();
        if (plan.IsSubmitted) return new PlanIsFinal(plan.LastAct!.Kind);
        db.Remove(plan);
        return Done.It;
    }

    public static async Task<Outcome<Proposal>> Withdraw(WijkfondsContext db, Guid account, string handle, DateTimeOffset now)
    {
        if (await db.Mine(account, handle) is not { } plan) return new NotFoundHere();
        if (WritingRules.MayWithdraw(plan, plan.Round, now) is { } closed) return closed;
        db.Add(plan.Next(ProposalActKind.Withdrawn, now));
        await Deciding.Drop(db, now, DecisionKind.ReviewProposal, plan.Id);
        await Deciding.Drop(db, now, DecisionKind.MovePlan, plan.Id);
        await JudgingFit.Drop(db, now, db.Set<EarmarkWord>().Where(w => w.ProposalId == plan.Id));
        return plan;
    }
}
