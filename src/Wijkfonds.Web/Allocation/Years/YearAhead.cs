using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Years;

/// <summary>What was conditional for one later year at an instant: beside the balance sheet, never on it.</summary>
public sealed record YearAhead(int Year, int Plans, Cents Amount)
{
    /// <summary>By year: decided by then, and neither a commitment nor ended yet.</summary>
    public static async Task<IReadOnlyList<YearAhead>> At(WijkfondsContext db, Guid fund, DateTimeOffset instant) =>
        [.. (await db.Set<ConditionalYear>().AsNoTracking().Where(y => y.FundId == fund && y.DecidedAt < instant && (y.TurnedAt == null || y.TurnedAt >= instant) && (y.EndedAt == null || y.EndedAt >= instant)).ToListAsync())
            .GroupBy(y => y.Year).OrderBy(g => g.Key).Select(g => new YearAhead(g.Key, g.Select(y => y.AwardId).Distinct().Count(), g.Aggregate(Cents.Zero, (sum, y) => sum + y.Amount)))];
}
