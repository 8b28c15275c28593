using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>The schedules of the givers of one fund, worked out from the book.</summary>
public static class Schedules
{
    /// <summary>By contributor number, of every contributor that has an agreement.</summary>
    public static async Task<IReadOnlyDictionary<int, Schedule>> All(WijkfondsContext db, Guid fund, DateOnly today) =>
        Of(await Confirmed(db).Where(a => a.FundId == fund).ToListAsync(), await Arrivals.Of(db, fund), today);

    /// <summary>One contributor's; empty where nothing was agreed.</summary>
    public static async Task<Schedule> Of(WijkfondsContext db, Guid fund, int contributor, DateOnly today) =>
        Of(await Confirmed(db).Where(a => a.FundId == fund && a.Contributor.Number == contributor).ToListAsync(), await Arrivals.Of(db, fund), today)
            .GetValueOrDefault(contributor, Schedule.Empty);

    /// <summary>Agreements that count, with instalments and acts.</summary>
    public static IQueryable<Agreement> Confirmed(WijkfondsContext db) => Whole(db).Where(a => a.ConfirmedAt != null);

    public static IQueryable<Agreement> Whole(WijkfondsContext db) => db.Set<Agreement>().AsNoTracking()
        .Include(a => a.Contributor).Include(a => a.Earmark).Include(a => a.Instalments).Include(a => a.Acts).AsSplitQuery();

    private static Dictionary<int, Schedule> Of(List<Agreement> agreements, IReadOnlyDictionary<Guid, IReadOnlyList<Arrival>> arrived, DateOnly today) =>
        agreements.GroupBy(a => a.Contributor.Number).ToDictionary(g => g.Key, g =>
        {
            var party = g.First().Contributor.PartyId;
            return Schedule.Of(g, earmark => arrived.GetValueOrDefault(earmark ?? party, Arrivals.None), today);
        });
}
