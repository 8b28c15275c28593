using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Years;

/// <summary>Which earmarked euros a plan may use in a later year: those whose earmark it satisfies for certain, judged on the last day of that year by the newest list of places.</summary>
public sealed class PlanEarmarks
{
    private readonly IReadOnlyList<Earmark> earmarks;
    private readonly Dictionary<Guid, PlanText> plans;
    private readonly ILookup<(Guid, Guid), EarmarkWord> words;

    private PlanEarmarks(IReadOnlyList<Earmark> earmarks, Dictionary<Guid, PlanText> plans, ILookup<(Guid, Guid), EarmarkWord> words) =>
        (this.earmarks, this.plans, this.words) = (earmarks, plans, words);

    public static async Task<PlanEarmarks> Of(WijkfondsContext db, Guid fund, IReadOnlyCollection<Guid> proposals)
    {
        var earmarks = await db.Set<Earmark>().AsNoTracking().Include(e => e.Places).Include(e => e.Lists).AsSplitQuery().Where(e => e.FundId == fund && e.ConfirmedAt != null)
            .OrderBy(e => e.Contributor.Number).ThenBy(e => e.Number).ToListAsync();
        if (earmarks.Count == 0) return new([], [], Array.Empty<EarmarkWord>().ToLookup(_ => (Guid.Empty, Guid.Empty)));
        var versions = (await db.Set<ProposalVersion>().AsNoTracking().Where(v => proposals.Contains(v.ProposalId)).ToListAsync())
            .GroupBy(v => v.ProposalId).ToDictionary(g => g.Key, g => PlanText.Read(g.MaxBy(v => v.Number)!.Text));
        var unsent = proposals.Where(p => !versions.ContainsKey(p)).ToList();
        foreach (var plan in await db.Set<Proposal>().AsNoTracking().Include(p => p.Costs).Include(p => p.Round.Sections).Include(p => p.Round.Themes).AsSplitQuery().Where(p => unsent.Contains(p.Id)).ToListAsync())
            versions[plan.Id] = PlanText.Of(plan, plan.Round);
        var words = await db.Set<EarmarkWord>().AsNoTracking().Where(w => proposals.Contains(w.ProposalId)).ToListAsync();
        return new(earmarks, versions, words.ToLookup(w => (w.EarmarkId, w.ProposalId)));
    }

    /// <summary>Of an amount for a plan in a year; what a giver allows for whole-neighbourhood plans is a part of it, rounded down to the cent.</summary>
    public IReadOnlyCollection<Admitted> For(Guid proposal, int year, Cents amount)
    {
        if (!plans.TryGetValue(proposal, out var text)) return [];
        var day = new DateOnly(year, 12, 31);
        return [.. earmarks.Select(e => (Earmark: e, Fit: EarmarkFit.Of(e, text, day).With(words[(e.Id, proposal)], e.ListAt(null)?.ConfirmedAt))).Where(f => f.Fit.Fits is true)
            .Select(f => new Admitted(f.Earmark.Id, f.Fit.Reason is FitReason.WholeNeighbourhoodShare ? new Cents((long)((Int128)amount.Value * f.Earmark.WholePercent / 100)) : null))];
    }
}
