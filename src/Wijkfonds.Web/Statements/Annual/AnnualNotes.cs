using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Annual;

/// <summary>What one giver paid in within a year, and what it was given back in it: together what counts as income.</summary>
public sealed record GiverInYear(int Number, string Name, Figure Received, Figure GivenBack)
{
    public Cents Together => Received.Amount - GivenBack.Amount;
}

/// <summary>What stands behind the rows: who gave, what was awarded in each round, what was paid; and beside them what is promised to plans for later years, and what the fund itself has still to pay.</summary>
/// <param name="Ahead">At the end of the year, or now while it runs. No debt: it stands on no balance sheet.</param>
public sealed record AnnualNotes(IReadOnlyList<GiverInYear> Givers, IReadOnlyList<(int Round, string Name, Cents Awarded, Cents Paid, int Plans)> Rounds, IReadOnlyList<YearAhead> Ahead, UnpaidCosts Unpaid)
{
    /// <summary>Whether anybody was given money back: then it stands beside what was paid in.</summary>
    public bool HasGivenBack => Givers.Any(g => g.GivenBack.Amount != Cents.Zero);

    public static async Task<AnnualNotes> Of(WijkfondsContext db, Guid fund, int year)
    {
        var end = Period.EndOf(new DateOnly(year, 12, 31), await db.Set<Fund>().Where(f => f.Id == fund).Select(f => f.Zone).SingleAsync());
        var movements = await Movements.Of(db);
        var layers = await Layers.Of(db, fund);
        var of = new EntryFilter { Account = LedgerAccount.Bank, Kind = EntryKind.Deposit, From = year, Until = year };
        var names = await db.Set<Contributor>().Where(c => c.ConfirmedAt != null).OrderBy(c => c.Number).Select(c => new { c.Number, c.Party.Name }).ToListAsync();
        var back = of with { Kind = EntryKind.GivenBack };
        var moved = movements.Rows.Where(r => r.Account == of.Account && r.Year == year).ToLookup(r => layers[r.Party].Contributor);
        var plans = await PlanMoney.Of(db, movements, new EntryFilter { From = year, Until = year });
        return new AnnualNotes(
            [.. names.Select(c => (Giver: c, Moved: new Movements([.. moved[c.Number]]))).Select(c => new GiverInYear(c.Giver.Number, c.Giver.Name,
                Figure.Of("received", c.Moved, of with { Contributor = c.Giver.Number }), Figure.Of("given-back", c.Moved, back with { Contributor = c.Giver.Number })))
                .Where(g => g.Received.Amount != Cents.Zero || g.GivenBack.Amount != Cents.Zero)],
            [.. plans.Where(p => p.Awarded.Amount != Cents.Zero || p.Paid.Amount != Cents.Zero).GroupBy(p => (p.Round, p.RoundName)).OrderBy(g => g.Key.Round).Select(g => (g.Key.Round, g.Key.RoundName,
                g.Aggregate(Cents.Zero, (sum, p) => sum + p.Awarded.Amount), g.Aggregate(Cents.Zero, (sum, p) => sum + p.Paid.Amount), g.Count()))],
            await YearAhead.At(db, fund, end), await UnpaidCosts.At(db, end));
    }
}
