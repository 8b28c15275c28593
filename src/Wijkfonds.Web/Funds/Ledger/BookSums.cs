using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>
/// The sums of a whole book, kept in memory with the place in the chain up to which they count. Entries never change, so only
/// newer ones are read and added. If the entry at that place is not there with that hash any more (a restored back-up), all is
/// added up anew. Sums that a transaction has not committed are never kept.
/// </summary>
internal static class BookSums
{
    private sealed record Kept(long Sequence, string Hash, IReadOnlyDictionary<Place, long> Sums, IReadOnlyList<Moved> Rows);

    private sealed record Place(LedgerAccount Account, EntryKind Kind, Guid Party, Guid? Subject, int Year);

    private static readonly ConcurrentDictionary<Guid, Kept> Books = new();

    public static async Task<IReadOnlyList<Moved>> Of(WijkfondsContext db, Guid fund)
    {
        var head = await db.Set<LedgerHead>().AsNoTracking().Where(h => h.FundId == fund).Select(h => new { h.Sequence, h.Hash }).SingleOrDefaultAsync();
        if (head is null) return [];
        var kept = Books.GetValueOrDefault(fund);
        if (kept is not null && kept.Sequence == head.Sequence && kept.Hash == head.Hash) return kept.Rows;
        if (kept is not null && !await db.Set<JournalEntry>().AnyAsync(e => e.FundId == fund && e.Sequence == kept.Sequence && e.Hash == kept.Hash)) kept = null;
        kept ??= new Kept(0, Chain.Start, new Dictionary<Place, long>(), []);
        var sums = new Dictionary<Place, long>(kept.Sums);
        foreach (var (place, sum) in await Read(db, fund, kept.Sequence, head.Sequence))
            sums[place] = checked(sums.GetValueOrDefault(place) + sum);
        var rows = sums.Select(s => new Moved(s.Key.Account, s.Key.Kind, s.Key.Party, s.Key.Subject, s.Key.Year, new Cents(s.Value))).ToList();
        if (db.Database.CurrentTransaction is null) Books[fund] = new Kept(head.Sequence, head.Hash, sums, rows);
        return rows;
    }

    /// <summary>What the entries after a place, up to another, add up to. A reversal counts as the kind that it takes back.</summary>
    private static async Task<IEnumerable<(Place Place, long Sum)>> Read(WijkfondsContext db, Guid fund, long after, long last)
    {
        var entries = db.Set<JournalEntry>().Where(e => e.FundId == fund);
        var sums = await (
            from entry in entries.Where(e => e.Sequence > after && e.Sequence <= last)
            join line in db.Set<JournalLine>() on entry.Id equals line.EntryId
            join origin in entries on entry.Reverses equals (long?)origin.Sequence into origins
            from origin in origins.DefaultIfEmpty()
            group line by new { line.Account, Kind = origin == null ? entry.Kind : origin.Kind, line.Party, line.Subject, entry.ValueDate.Year } into place
            select new { place.Key, Sum = place.Sum(l => l.Amount.Value) }).ToListAsync();
        return sums.Select(s => (new Place(s.Key.Account, s.Key.Kind, s.Key.Party, s.Key.Subject, s.Key.Year), s.Sum));
    }
}
