using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Continuity;

/// <summary>
/// In which year what is promised to plans and not paid yet falls: parts for a later year in that year, all else in this
/// one, because it can be asked for now. Payments fill the earlier parts first, so what is left belongs to the last ones.
/// </summary>
public static class Commitments
{
    public static async Task<IReadOnlyDictionary<int, Cents>> ByYear(WijkfondsContext db, Guid fund, int thisYear)
    {
        var left = await db.Set<JournalLine>().Where(l => l.FundId == fund && l.Account == LedgerAccount.Awarded && l.Subject != null).GroupBy(l => l.Subject!.Value)
            .Select(g => new { Award = g.Key, Sum = g.Sum(l => l.Amount.Value) }).Where(g => g.Sum != 0).ToDictionaryAsync(g => g.Award, g => new Cents(-g.Sum));
        var later = (await db.Set<AwardPart>().AsNoTracking().Where(p => p.FundId == fund && db.Set<AwardPart>().Any(o => o.AwardId == p.AwardId && o.Year > thisYear)).ToListAsync()).ToLookup(p => p.AwardId);
        var years = new Dictionary<int, Cents>();
        foreach (var (award, amount) in left)
        {
            var rest = amount;
            foreach (var part in later[award].OrderByDescending(p => p.Number))
            {
                var here = Cents.Min(rest, part.Amount);
                Add(part.Year > thisYear ? part.Year.Value : thisYear, here);
                rest -= here;
            }
            Add(thisYear, rest);
        }
        return years;

        void Add(int year, Cents amount) => years[year] = years.GetValueOrDefault(year) + amount;
    }
}
