using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>What came in on a day; below zero what was given back.</summary>
public sealed record Arrival(DateOnly Day, Cents Amount);

/// <summary>What givers put in and got back, by the layer whose euros it is. What was booked and taken back never happened.</summary>
public static class Arrivals
{
    public static readonly IReadOnlyList<Arrival> None = [];

    /// <summary>In the order of days; within one what came in before what went back.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Arrival>>> Of(WijkfondsContext db, Guid fund)
    {
        var entries = db.Set<JournalEntry>().Where(e => e.FundId == fund);
        var sums = await (
            from entry in entries.Where(e => (e.Kind == EntryKind.Deposit || e.Kind == EntryKind.GivenBack) && !entries.Any(r => r.Reverses == e.Sequence))
            join line in db.Set<JournalLine>().Where(l => l.Account == LedgerAccount.Bank) on entry.Id equals line.EntryId
            group line by new { line.Party, entry.Kind, entry.ValueDate } into place
            select new { place.Key.Party, place.Key.ValueDate, Sum = place.Sum(l => l.Amount.Value) }).ToListAsync();
        return sums.GroupBy(s => s.Party).ToDictionary(g => g.Key, g => (IReadOnlyList<Arrival>)[.. g.Select(s => new Arrival(s.ValueDate, new Cents(s.Sum))).OrderBy(a => a.Day).ThenByDescending(a => a.Amount)]);
    }
}
