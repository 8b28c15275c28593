using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Proposals.Moving;

/// <summary>
/// Two members put an admitted plan in another section, before the ballot is frozen: for a plan that does not fit the
/// money of its section the alternative is to leave it off the ballot. Nothing else of the plan changes; its team is told.
/// </summary>
public sealed class MovingPlan(Outbox outbox, PublicAddress address, FundScope scope, Texts texts) : IEffect
{
    public DecisionKind Kind => DecisionKind.MovePlan;

    public static async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, int round, int number, MoveForm typed, Words words)
    {
        if (!who.IsMember || await db.Plan(round, number) is not { } plan) return new NotFoundHere();
        if (MovingRules.MayMove(plan, plan.Round, now) is { } closed) return closed;
        if (plan.Round.Sections.SingleOrDefault(s => s.Number == typed.Section) is not { } to) return new Missing("section", "Move.Section");
        if (await MovingRules.MayEnter(db, plan, to) is { } barred) return barred;
        var why = Typed.Needed(typed.Reason, "reason", 500, "Move.Reason");
        if (why.Refused) return why.Refusal;
        var from = plan.Round.Sections.Single(s => s.Id == plan.SectionId);
        var about = words["move.about", number, plan.Title, from.Name, to.Name];
        return await deciding.Propose(db, who, now, DecisionKind.MovePlan, plan.Id, about, $"/rondes/{round}/toets/{number}/verplaatsen",
            new MoveTerms(from.Number, to.Number, why.Value).ToJson());
    }

    public async Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) =>
        await db.Set<Proposal>().SingleOrDefaultAsync(p => p.Id == decision.Subject) is { } plan ? Reviewing.ReviewRules.StandsAside(plan, who) : new NotFoundHere();

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var terms = MoveTerms.Read(decision.Terms);
        List<string> sentences = [words["move.explain.why", terms.Reason]];
        if (decision.IsOpen && await db.Whole().AsNoTracking().SingleOrDefaultAsync(p => p.Id == decision.Subject) is { } plan)
            foreach (var fit in (await SectionEarmarks.FitsAnywhere(db, plan)).Where(f => f.In.Section.Number == terms.To))
                sentences.Add(words.FitOf("fit.plan", fit));
        return sentences;
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Whole().SingleOrDefaultAsync(p => p.Id == decision.Subject) is not { } plan) return new NotFoundHere();
        var terms = MoveTerms.Read(decision.Terms);
        if (MovingRules.MayMove(plan, plan.Round, now) is { } closed) return closed;
        var (from, to) = (plan.Round.Sections.SingleOrDefault(s => s.Id == plan.SectionId), plan.Round.Sections.SingleOrDefault(s => s.Number == terms.To));
        if (to is null || from?.Number != terms.From) return new PlanMovedSince();
        if (await MovingRules.MayEnter(db, plan, to) is { } barred) return barred;
        var last = (await db.VersionsOf(plan.Id)).LastOrDefault();
        plan.SectionId = to.Id;
        plan.Revision++;
        plan.SavedAt = now;
        // What others read is the last version: it says the new section, and the old one can be compared with it.
        var text = (last is null ? PlanText.Of(plan, plan.Round) : PlanText.Read(last.Text)) with { Section = to.Number, SectionName = to.Name };
        db.Add(new ProposalVersion { FundId = plan.FundId, ProposalId = plan.Id, Number = 1 + (last?.Number ?? 0), At = now, Text = text.ToJson() });
        db.Add(plan.Next(ProposalActKind.Moved, now, words: texts.In(await db.Set<Funds.Fund>().Where(f => f.Id == plan.FundId).Select(f => f.Language).SingleAsync())["move.act", from.Name, to.Name, terms.Reason]));
        await Tell(db, plan, decision, from, to, terms, now);
        return null;
    }

    private async Task Tell(WijkfondsContext db, Proposal plan, Decision decision, Section from, Section to, MoveTerms terms, DateTimeOffset now)
    {
        if (await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == plan.AccountId) is not { } maker) return;
        await outbox.Write(db, now, plan.FundId, $"plan-moved/{decision.Id}", maker, "plan-moved",
            plan.Title, from.Name, to.Name, terms.Reason, plan.Round.VotingOpens, address.Of(scope.Fund, $"/rondes/{plan.Round.Number}/plannen/{plan.Number}"));
    }
}

/// <summary>What a member typed: the section's number, and why.</summary>
public sealed record MoveForm(int? Section, string? Reason);

/// <summary>From which section to which, by number in the round, and the public reason.</summary>
public sealed record MoveTerms(int From, int To, string Reason)
{
    public static MoveTerms Read(string json) => JsonSerializer.Deserialize<MoveTerms>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}
