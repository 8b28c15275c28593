using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Proposals.Reviewing;

/// <summary>What follows when two members agree on a plan: its public act, and the mail to its maker.</summary>
internal sealed class ReviewEffect(Outbox outbox, PublicAddress address, FundScope scope, Texts texts) : IEffect
{
    public DecisionKind Kind => DecisionKind.ReviewProposal;

    public async Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) =>
        await db.Set<Proposal>().SingleOrDefaultAsync(p => p.Id == decision.Subject) is { } plan
            ? ReviewRules.StandsAside(plan, who) : new NotFoundHere();

    public Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var terms = ReviewTerms.Read(decision.Terms);
        List<string> sentences = [words[$"review.proposal.{terms.Outcome}"]];
        if (terms.Reason != ReviewReason.None) sentences.Add(words[$"ReviewReason.{terms.Reason}"]);
        if (terms.Words.Length > 0) sentences.Add(terms.Words);
        return Task.FromResult<IReadOnlyList<string>>(sentences);
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Whole().SingleOrDefaultAsync(p => p.Id == decision.Subject) is not { } plan) return new NotFoundHere();
        if (ReviewRules.MayBeReviewed(plan, plan.Round, now) is { } closed) return closed;
        var terms = ReviewTerms.Read(decision.Terms);
        var last = await db.Set<ProposalVersion>().Where(v => v.ProposalId == plan.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync();
        if ((last?.Number ?? 0) != terms.Version) return new PlanChangedSince();
        if (terms.Outcome == ReviewOutcome.Admit && last is not null) PutBack(db, plan, last, now);
        db.Add(plan.Next(terms.Act, now, terms.Reason, terms.Words));
        await Tell(db, plan, decision, terms, now);
        return null;
    }

    /// <summary>What goes on the ballot is what two members read, not what its maker typed since and did not send in.</summary>
    private static void PutBack(WijkfondsContext db, Proposal plan, ProposalVersion last, DateTimeOffset now)
    {
        if (PlanText.Of(plan, plan.Round).ToJson() == last.Text) return;
        var lines = plan.Costs.ToHashSet();
        PlanText.Read(last.Text).PutBack(plan, plan.Round);
        db.AddRange(plan.Costs.Where(c => !lines.Contains(c)));
        plan.Revision++;
        plan.SavedAt = last.At;
    }

    private async Task Tell(WijkfondsContext db, Proposal plan, Decision decision, ReviewTerms terms, DateTimeOffset now)
    {
        // Who erased their account is not told; the plan and its reason stay public.
        if (await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == plan.AccountId) is not { } maker) return;
        var words = texts.In(maker.Language);
        var next = words[$"review.next.{terms.Outcome}", plan.Round.VotingOpens, address.Of(scope.Fund, "/mijn")];
        var why = terms.Outcome == ReviewOutcome.Refuse ? $"{words[$"ReviewReason.{terms.Reason}"]}\n{terms.Words}" : terms.Words;
        await outbox.Write(db, now, plan.FundId, $"review-decision/{decision.Id}", maker, "review-decision",
            plan.Title, words[$"review.outcome.{terms.Outcome}"], why, next, address.Of(scope.Fund, $"/rondes/{plan.Round.Number}/plannen/{plan.Number}"));
    }
}
