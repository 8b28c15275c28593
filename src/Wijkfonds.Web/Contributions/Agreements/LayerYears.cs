using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>What a giver promised for one year into one layer, and what of it arrived.</summary>
public sealed record LayerYear(Layer Layer, int Year, Cents Promised, Cents Received)
{
    public Cents Open => Promised - Received;
}

/// <summary>
/// All promises of a fund by the layer whose euros they become and the year they are for. Where there is a schedule, what
/// arrived counts for its oldest instalments (<see cref="Schedule"/>). A promise without one is paid by what arrives in its own
/// year, beyond the schedules, and by what was more than promised in a year before; money that arrives in a year for which
/// nothing was promised is a gift by itself and pays no promise. What is given back is of what was more than promised; a year
/// that was paid stays paid, so that nobody counts on money that went back.
/// </summary>
public static class LayerYears
{
    /// <summary>In order of year, then of layers.</summary>
    public static async Task<IReadOnlyList<LayerYear>> Of(WijkfondsContext db, Guid fund, DateOnly today)
    {
        var layers = await Layers.Of(db, fund);
        var schedules = await Schedules.All(db, fund, today);
        var givers = await db.Set<Contributor>().AsNoTracking().Include(c => c.Pledges).Where(c => c.FundId == fund && c.ConfirmedAt != null).OrderBy(c => c.Number).ToListAsync();
        var arrived = await Arrivals.Of(db, fund);
        var years = new List<LayerYear>();
        foreach (var giver in givers)
        {
            var (unbound, schedule) = (layers[giver.PartyId], schedules.GetValueOrDefault(giver.Number, Schedule.Empty));
            years.AddRange(schedule.Terms.Select(t => new LayerYear(t.Agreement.EarmarkId is { } earmark ? layers[earmark] : unbound, t.Instalment.Year, t.Amount, t.Received)));
            var loose = giver.Pledges.Where(p => p.ConfirmedAt is not null && p.AgreementId is null).GroupBy(p => p.Year).OrderBy(y => y.Key)
                .Select(y => (Year: y.Key, Amount: y.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount))).ToList();
            years.AddRange(Paid(loose, schedule.Spare ?? arrived.GetValueOrDefault(giver.PartyId, Arrivals.None)).Select(y => new LayerYear(unbound, y.Year, y.Promised, y.Received)));
        }
        return [.. years.GroupBy(y => (y.Year, y.Layer)).OrderBy(g => g.Key.Year).ThenBy(g => g.Key.Layer).Select(g => new LayerYear(g.Key.Layer, g.Key.Year,
            g.Aggregate(Cents.Zero, (sum, y) => sum + y.Promised), g.Aggregate(Cents.Zero, (sum, y) => sum + y.Received))).Where(y => y.Promised > Cents.Zero)];
    }

    /// <summary>Year by year: what came pays the promise of its year, and what is more those after it, as far as it was not given back by then.</summary>
    private static IEnumerable<(int Year, Cents Promised, Cents Received)> Paid(IReadOnlyList<(int Year, Cents Amount)> promised, IReadOnlyList<Arrival> came)
    {
        var (amounts, over) = (promised.ToDictionary(p => p.Year, p => p.Amount), Cents.Zero);
        foreach (var year in promised.Select(p => p.Year).Concat(came.Select(a => a.Day.Year)).Distinct().Order())
        {
            var here = came.Where(a => a.Day.Year == year).ToList();
            var (arrived, back) = (Sum(here.Where(a => a.Amount > Cents.Zero)), -Sum(here.Where(a => a.Amount < Cents.Zero)));
            if (amounts.TryGetValue(year, out var amount))
            {
                var received = Cents.Min(over + arrived, amount);
                over += arrived - received;
                yield return (year, amount, received);
            }
            else back -= Cents.Min(back, arrived);
            over -= Cents.Min(over, back);
        }
    }

    private static Cents Sum(IEnumerable<Arrival> arrivals) => arrivals.Aggregate(Cents.Zero, (sum, a) => sum + a.Amount);
}
