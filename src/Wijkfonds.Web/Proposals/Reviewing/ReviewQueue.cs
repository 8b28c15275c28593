using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Proposals.Reviewing;

/// <summary>A plan as the review list shows it: since when it waits, and how far the four eyes are.</summary>
/// <param name="Decision">The open proposal of a first member, where there is one.</param>
/// <param name="IsStale">That proposal is about an older version.</param>
public sealed record ReviewLine(Proposal Plan, PlanText Text, Decision? Decision, bool IsStale)
{
    public DateTimeOffset Since => Plan.LastAct!.At;
    public bool WaitsForFirst => Plan.IsUnderReview && (Decision is null || IsStale);
    public bool WaitsForSecond => Plan.IsUnderReview && Decision is not null && !IsStale;
}

public static class ReviewQueue
{
    /// <summary>All plans of a round: what waits first and oldest first, then the rest by number. A fixed number of questions.</summary>
    public static async Task<IReadOnlyList<ReviewLine>> Of(WijkfondsContext db, Round round)
    {
        var plans = await db.Set<Proposal>().AsNoTracking().Include(p => p.Costs).Include(p => p.Acts).AsSplitQuery()
            .Where(p => p.RoundId == round.Id && p.Number != null).ToListAsync();
        var ids = plans.Select(p => p.Id).ToList();
        var versions = (await db.Set<ProposalVersion>().AsNoTracking().Where(v => ids.Contains(v.ProposalId)).ToListAsync())
            .GroupBy(v => v.ProposalId).ToDictionary(g => g.Key, g => g.MaxBy(v => v.Number)!);
        var open = (await db.Set<Decision>().AsNoTracking().Include(d => d.Voices).ThenInclude(v => v.Seat)
            .Where(d => d.Kind == DecisionKind.ReviewProposal && ids.Contains(d.Subject) && d.CarriedAt == null && d.DroppedAt == null).ToListAsync())
            .GroupBy(d => d.Subject).ToDictionary(g => g.Key, g => g.MaxBy(d => d.Number)!);
        return [.. plans.Select(plan =>
        {
            versions.TryGetValue(plan.Id, out var version);
            open.TryGetValue(plan.Id, out var decision);
            return new ReviewLine(plan, version is null ? PlanText.Of(plan, round) : PlanText.Read(version.Text), decision,
                decision is not null && ReviewTerms.Read(decision.Terms).Version != (version?.Number ?? 0));
        }).OrderBy(l => !l.Plan.IsUnderReview).ThenBy(l => l.Plan.IsUnderReview ? l.Since : DateTimeOffset.MinValue).ThenBy(l => l.Plan.Number)];
    }
}
