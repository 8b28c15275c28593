using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Rounds;

/// <summary>Money of one earmark in a section.</summary>
public sealed record BoundPart(Earmark Earmark, string Giver, Cents Amount);

/// <summary>Of whose euros a section's budget is made: what givers bound, in the order of layers, and the rest.</summary>
/// <param name="Short">Why the pot cannot make it up, for a draft; null where it can.</param>
public sealed record SectionBudget(Section Section, IReadOnlyList<BoundPart> Bound, Cents Unbound, Refusal? Short);

/// <summary>The budgets of a round by layers: as they stand in the book, or for a draft as its approval would set them apart now.</summary>
public static class BudgetLayers
{
    /// <summary>In the order in which they are set apart: by section number.</summary>
    public static async Task<IReadOnlyList<SectionBudget>> Of(WijkfondsContext db, Round round)
    {
        var free = await Layers.On(db, round.FundId, LedgerAccount.Free, null);
        var budgets = new List<SectionBudget>();
        foreach (var section in round.Sections.OrderBy(s => s.Number))
        {
            if (round.IsPublic)
            {
                budgets.Add(await With(db, section, await Layers.SetApart(db, round.FundId, section.Id), null));
                continue;
            }
            var taken = Book.Foresee(free, section.Budget, await Admissible.Of(db, round, section));
            budgets.Add(await With(db, section, taken.Refused ? [] : taken.Value, taken.Refusal));
            if (!taken.Refused) free = [.. free.Select(l => l with { Amount = l.Amount - (taken.Value.FirstOrDefault(t => t.Layer == l.Layer)?.Amount ?? Cents.Zero) }).Where(l => l.Amount > Cents.Zero)];
        }
        return budgets;
    }

    /// <summary>What givers bound and is free now: what the sections of a new round could take in, where they admit it.</summary>
    public static async Task<IReadOnlyList<BoundPart>> Free(WijkfondsContext db, Guid fund) => await Bound(db, await Layers.On(db, fund, LedgerAccount.Free, null));

    private static async Task<SectionBudget> With(WijkfondsContext db, Section section, IReadOnlyList<LayerAmount> layers, Refusal? refusal) =>
        new(section, await Bound(db, layers), layers.Where(l => !l.Layer.IsBound).Aggregate(Cents.Zero, (sum, l) => sum + l.Amount), refusal);

    private static async Task<IReadOnlyList<BoundPart>> Bound(WijkfondsContext db, IReadOnlyList<LayerAmount> layers)
    {
        var parts = new List<BoundPart>();
        foreach (var layer in layers.Where(l => l.Layer.IsBound))
        {
            var earmark = await db.Set<Earmark>().AsNoTracking().Include(e => e.Places).Include(e => e.Lists).Include(e => e.Contributor.Party).AsSplitQuery().SingleAsync(e => e.Id == layer.Layer.Reference);
            parts.Add(new(earmark, earmark.Contributor.Party.Name, layer.Amount));
        }
        return parts;
    }
}
