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
/// nothing was promised is a gift by itself and pays no promise.
/// </summary>
public static class LayerYears
{
    /// <summary>In order of year, then of layers.</summary>
    public static async Task<IReadOnlyList<LayerYear>> Of(WijkfondsContext db, Guid fund, DateOnly today)
    {
        var layers = await Layers.Of(db, fund);
        var schedules = await Schedules.All(db, fund, today);
        var givers = await db.Set<Contributor>().AsNoTracking().Include(c => c.Pledges).Where(c => c.FundId == fund && c.ConfirmedAt != null).OrderBy(c => c.Number).ToListAsync();
        var arrived = await Arrived(db, fund);
        var years = new List<LayerYear>();
        foreach (var giver in givers)
        {
            var (unbound, terms) = (layers[giver.PartyId], schedules.GetValueOrDefault(giver.Number, Schedule.Empty).Terms);
            years.AddRange(terms.Select(t => new LayerYear(t.Agreement.EarmarkId is { } earmark ? layers[earmark] : unbound, t.Instalment.Year, t.Amount, t.Received)));
            var loose = giver.Pledges.Where(p => p.ConfirmedAt is not null && p.AgreementId is null).GroupBy(p => p.Year).OrderBy(y => y.Key)
                .Select(y => (Year: y.Key, Amount: y.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount))).ToList();
            var came = Beyond(arrived.GetValueOrDefault(giver.PartyId, []), terms.Where(t => t.Agreement.EarmarkId is null).Aggregate(Cents.Zero, (sum, t) => sum + t.Received));
            years.AddRange(Paid(loose, came).Select(y => new LayerYear(unbound, y.Year, y.Promised, y.Received)));
        }
        return [.. years.GroupBy(y => (y.Year, y.Layer)).OrderBy(g => g.Key.Year).ThenBy(g => g.Key.Layer).Select(g => new LayerYear(g.Key.Layer, g.Key.Year,
            g.Aggregate(Cents.Zero, (sum, y) => sum + y.Promised), g.Aggregate(Cents.Zero, (sum, y) => sum + y.Received))).Where(y => y.Promised > Cents.Zero)];
    }

    /// <summary>What the schedule did not count: it counts the oldest money first.</summary>
    private static IReadOnlyList<InYear> Beyond(IReadOnlyList<InYear> came, Cents counted)
    {
        var left = new List<InYear>();
        foreach (var year in came.OrderBy(a => a.Year))
        {
            var part = year.Amount > Cents.Zero ? Cents.Min(counted, year.Amount) : Cents.Zero;
            counted -= part;
            left.Add(year with { Amount = year.Amount - part });
        }
        return left;
    }

    /// <summary>What arrived pays the years in which it came and what is more the years after; what was given back is taken from the latest.</summary>
    private static IEnumerable<(int Year, Cents Promised, Cents Received)> Paid(IReadOnlyList<(int Year, Cents Amount)> promised, IReadOnlyList<InYear> came)
    {
        var (received, left) = (new Cents[promised.Count], Cents.Zero);
        for (var i = 0; i < promised.Count; i++)
        {
            left += came.Where(a => a.Year == promised[i].Year && a.Amount > Cents.Zero).Aggregate(Cents.Zero, (sum, a) => sum + a.Amount);
            received[i] = Cents.Min(left, promised[i].Amount);
            left -= received[i];
        }
        var back = came.Where(a => a.Amount < Cents.Zero).Aggregate(Cents.Zero, (sum, a) => sum - a.Amount);
        back -= Cents.Min(back, left);
        for (var i = promised.Count - 1; i >= 0; i--)
        {
            var part = Cents.Min(back, received[i]);
            (received[i], back) = (received[i] - part, back - part);
        }
        return promised.Select((p, i) => (p.Year, p.Amount, received[i]));
    }

    /// <summary>By layer what came in each year, and as amounts below zero what was given back; deposits that were taken back never came.</summary>
    private static async Task<Dictionary<Guid, IReadOnlyList<InYear>>> Arrived(WijkfondsContext db, Guid fund)
    {
        var entries = db.Set<JournalEntry>().Where(e => e.FundId == fund);
        var sums = await (
            from entry in entries.Where(e => (e.Kind == EntryKind.Deposit || e.Kind == EntryKind.GivenBack) && !entries.Any(r => r.Reverses == e.Sequence))
            join line in db.Set<JournalLine>().Where(l => l.Account == LedgerAccount.Bank) on entry.Id equals line.EntryId
            group line by new { line.Party, entry.Kind, entry.ValueDate.Year } into place
            select new { place.Key.Party, place.Key.Year, Sum = place.Sum(l => l.Amount.Value) }).ToListAsync();
        return sums.GroupBy(s => s.Party).ToDictionary(g => g.Key, g => (IReadOnlyList<InYear>)[.. g.Select(s => new InYear(s.Year, new Cents(s.Sum)))]);
    }

    private sealed record InYear(int Year, Cents Amount);
}
