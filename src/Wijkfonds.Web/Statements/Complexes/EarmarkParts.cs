using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Complexes;

/// <summary>
/// Which complexes a contributor's earmarked euros went to. A plan is at the complexes that its place names, by the list that
/// counted when its ballot was frozen; one that is at several is divided by their numbers of addresses on that list (a complex
/// of which the list has no addresses counts as one).
/// </summary>
public static class EarmarkParts
{
    /// <summary>By number; only earmarks with a list of places whose euros did something in the period.</summary>
    public static async Task<IReadOnlyList<EarmarkPart>> Of(WijkfondsContext db, Guid contributor, EntryFilter whose, Period period, Movements before, Movements during, DateTimeOffset end)
    {
        var earmarks = await db.Set<Earmark>().AsNoTracking().Include(e => e.Places).Include(e => e.Lists).AsSplitQuery()
            .Where(e => e.ContributorId == contributor && e.ConfirmedAt < end && e.Places.Any()).OrderBy(e => e.Number).ToListAsync();
        if (earmarks.Count == 0) return [];
        var plans = await Plans(db, [.. during.Rows.Where(r => r.Account == LedgerAccount.Awarded && earmarks.Any(e => e.Id == r.Party)).Select(r => r.Subject!.Value).Distinct()]);
        return [.. earmarks.Select(e => Of(e, plans, whose with { Earmark = e.Number, Account = LedgerAccount.Awarded }, period, Bound(before, e), Bound(during, e))).OfType<EarmarkPart>()];
    }

    private static Movements Bound(Movements movements, Earmark earmark) => new([.. movements.Rows.Where(r => r.Party == earmark.Id)]);

    private static EarmarkPart? Of(Earmark earmark, IReadOnlyList<Won> plans, EntryFilter whose, Period period, Movements before, Movements during)
    {
        var parts = plans.SelectMany(plan => Of(earmark, plan, whose, period, before, during)).Where(p => p.Plan.Awarded != Cents.Zero || p.Plan.Paid != Cents.Zero)
            .GroupBy(p => (p.Kind, p.Name), p => p.Plan).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Name, StringComparer.OrdinalIgnoreCase).Select(g => new ComplexPart(g.Key.Kind, g.Key.Name, [.. g])).ToList();
        return parts.Count == 0 ? null : new EarmarkPart(earmark.Number, earmark.Name, parts, Figure("awarded", Promise(whose)), Figure("paid", Payment(whose)));

        Figure Figure(string name, EntryFilter filter) => Funds.Ledger.Figure.Within(name, during, period.During(filter));
    }

    private static IEnumerable<(ComplexKind Kind, string Name, ComplexPlan Plan)> Of(Earmark earmark, Won plan, EntryFilter whose, Period period, Movements before, Movements during)
    {
        var filter = whose with { Award = plan.Award };
        var (awarded, paid) = (Whole("awarded", Promise(filter)), Whole("paid", Payment(filter)));
        var places = Places(earmark, plan);
        var weights = places.Select(p => p.Addresses).ToList();
        var (awards, payments) = (Dealt(Promise(filter), awarded), Dealt(Payment(filter), paid));
        return places.Select((p, i) => (p.Kind, p.Name, new ComplexPlan(plan.Round, plan.Number, plan.Text.Title, awards[i], payments[i], p.Addresses, weights.Sum(), awarded, paid)));

        Figure Whole(string name, EntryFilter of) => Figure.Within(name, during, period.During(of), plan.Id);

        IReadOnlyList<Cents> Dealt(EntryFilter of, Figure whole)
        {
            var begun = before.Within(of, plan.Id);
            return Dealing.Between(begun, begun + whole.Amount, weights);
        }
    }

    private static IReadOnlyList<(ComplexKind Kind, string Name, long Addresses)> Places(Earmark earmark, Won plan)
    {
        if (plan.Text.WholeNeighbourhood) return [(ComplexKind.WholeNeighbourhood, "", 1)];
        var places = earmark.PlacesAt(plan.Frozen).Where(p => p.HoldsOn(plan.Day)).ToList();
        var complexes = places.ComplexesIn(plan.Text.Place, plan.Day);
        return complexes.Count == 0 ? [(ComplexKind.Other, "", 1)]
            : [.. complexes.Select(c => (ComplexKind.Named, c, Math.Max(1L, places.Count(p => p.Number is not null && p.Complex.Equals(c, StringComparison.OrdinalIgnoreCase)))))];
    }

    private static EntryFilter Promise(EntryFilter filter) => filter with { Promise = true };

    private static EntryFilter Payment(EntryFilter filter) => filter with { Kind = EntryKind.Payment };

    /// <summary>A plan that won, as everybody could read it.</summary>
    private sealed record Won(Guid Id, int Award, int Round, int Number, PlanText Text, DateOnly Day, DateTimeOffset? Frozen);

    /// <summary>By round, the newest first, then by plan.</summary>
    private static async Task<IReadOnlyList<Won>> Plans(WijkfondsContext db, IReadOnlyList<Guid> awards)
    {
        var won = await db.Set<Award>().AsNoTracking().Include(a => a.Proposal.Round.Acts).AsSplitQuery().Where(a => awards.Contains(a.Id)).ToListAsync();
        var ids = won.Select(a => a.ProposalId).ToList();
        var texts = (await db.Set<ProposalVersion>().AsNoTracking().Where(v => ids.Contains(v.ProposalId)).ToListAsync()).GroupBy(v => v.ProposalId).ToDictionary(g => g.Key, g => PlanText.Read(g.MaxBy(v => v.Number)!.Text));
        return [.. won.OrderByDescending(a => a.Proposal.Round.Number).ThenBy(a => a.Proposal.Number).Select(a => new Won(a.Id, a.Number, a.Proposal.Round.Number, a.Proposal.Number ?? 0,
            texts.TryGetValue(a.ProposalId, out var text) ? text : PlanText.Of(a.Proposal, a.Proposal.Round), a.Proposal.Round.LastDay(), a.Proposal.Round.Act(RoundActKind.BallotFrozen)?.At))];
    }
}
