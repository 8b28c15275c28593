using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>What was promised for a year without a schedule, and what arrived for it. It is due on the last day of its year.</summary>
public sealed record LoosePromise(Guid Pledge, int Year, Cents Amount, Cents Received, TermState State)
{
    public DateOnly DueOn => LastDay(Year);
    public Cents Open => Amount - Received;

    public static DateOnly LastDay(int year) => new(year, 12, 31);
}

/// <summary>
/// Promises without a schedule, as their giver owes them: the oldest first, as with instalments, by what no instalment took. What
/// came before the first year is a gift. A picture of coming years asks <see cref="LayerYears"/>, which never counts money of a
/// later year for an earlier one; nobody is reminded of what they paid in January.
/// </summary>
public static class LoosePromises
{
    /// <summary>By contributor number, of every contributor that has one.</summary>
    /// <param name="only">One contributor.</param>
    public static async Task<IReadOnlyDictionary<int, IReadOnlyList<LoosePromise>>> Of(WijkfondsContext db, Guid fund, DateOnly today, int? only = null)
    {
        var pledges = await db.Set<Pledge>().AsNoTracking().Where(p => p.FundId == fund && p.ConfirmedAt != null && p.AgreementId == null && p.Amount.Value > 0)
            .Join(db.Set<Contributor>().Where(c => c.ConfirmedAt != null && (only == null || c.Number == only)), p => p.ContributorId, c => c.Id, (p, c) => new { Pledge = p, c.Number, c.PartyId }).ToListAsync();
        if (pledges.Count == 0) return new Dictionary<int, IReadOnlyList<LoosePromise>>();
        var (schedules, arrived) = (await Schedules.All(db, fund, today), await Arrivals.Of(db, fund));
        return pledges.GroupBy(p => (p.Number, p.PartyId)).ToDictionary(g => g.Key.Number, g => Of([.. g.Select(p => p.Pledge).OrderBy(p => p.Year)],
            schedules.GetValueOrDefault(g.Key.Number, Schedule.Empty).Spare ?? arrived.GetValueOrDefault(g.Key.PartyId, Arrivals.None), today));
    }

    /// <param name="pledges">Of one contributor, by year.</param>
    private static IReadOnlyList<LoosePromise> Of(IReadOnlyList<Pledge> pledges, IReadOnlyList<Arrival> came, DateOnly today)
    {
        var filling = Filling.Of([.. pledges.Select(p => (LoosePromise.LastDay(p.Year), p.Amount))], came.Where(a => a.Day.Year >= pledges[0].Year));
        return [.. pledges.Zip(filling.Received, (p, paid) => new LoosePromise(p.Id, p.Year, p.Amount, paid, Schedule.State(LoosePromise.LastDay(p.Year), p.Amount, paid, today)))];
    }
}
