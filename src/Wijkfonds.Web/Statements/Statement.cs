using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements;

/// <summary>
/// An account of one contributor's euros over a year, or over all time: opening + received - paid = closing, and the closing
/// is free, set aside or promised. Every figure is the sum of the entries that its address shows.
/// </summary>
public sealed record Statement(Contributor Contributor, int? Year, IReadOnlyList<int> Years, Figure? Opening, Cents Pledged,
    IReadOnlyList<Figure> Flows, Figure Closing, IReadOnlyList<Figure> Places, IReadOnlyList<PlanMoney> Plans, LedgerHead? Head)
{
    /// <summary>Where the pledges themselves stand: a promise is no entry in the book.</summary>
    public string PledgesPath => $"/bijdragers/{Contributor.Number}#toezeggingen";

    /// <summary>Null where there is no such contributor, or nothing of that year.</summary>
    public static async Task<Statement?> Of(WijkfondsContext db, int number, int? year)
    {
        var contributor = await db.Set<Contributor>().AsNoTracking().Include(c => c.Party).Include(c => c.Pledges).SingleOrDefaultAsync(c => c.Number == number);
        if (contributor is null) return null;
        var movements = await Movements.Of(db, number);
        int[] years = [.. movements.Rows.Select(r => r.Year).Concat(contributor.Pledges.Select(p => p.Year)).Distinct().Order()];
        if (year is not null && !years.Contains(year.Value)) return null;

        var whose = new EntryFilter { Contributor = number };
        var during = whose with { From = year, Until = year };
        var end = whose with { Until = year };
        var plans = (await PlanMoney.Of(db, movements, during))
            .Where(p => new[] { p.Awarded, p.Paid, p.Left }.Any(f => f.Amount != Cents.Zero)).ToList();
        return new Statement(contributor, year, years,
            year is null ? null : Figure.Of("opening", movements, whose with { Account = LedgerAccount.Bank, Until = year - 1 }),
            contributor.Pledges.Where(p => year is null || p.Year == year).Aggregate(Cents.Zero, (sum, p) => sum + p.Amount),
            [.. FlowFigures.Shown(movements).Select(flow => Figure.Of(flow.Name, movements, during with { Account = flow.Filter.Account, Kind = flow.Filter.Kind }))],
            Figure.Of("closing", movements, end with { Account = LedgerAccount.Bank }),
            [
                Figure.Of("free", movements, end with { Account = LedgerAccount.Free }),
                Figure.Of("reserved", movements, end with { Account = LedgerAccount.Reserved }),
                Figure.Of("awarded", movements, end with { Account = LedgerAccount.Awarded }),
            ],
            plans, await db.Set<LedgerHead>().AsNoTracking().SingleOrDefaultAsync());
    }
}
