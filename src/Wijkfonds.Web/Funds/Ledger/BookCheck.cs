using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>
/// The whole book redone from what lies in the database: numbers without a hole, each entry with the hash of the one before,
/// each hash from that and the entry's own text, the head at the end. It sees every change in a row but one: the own key of a
/// line, which nothing refers to. What `wijkfonds verify` does with the exported book, this does with the stored one.
/// </summary>
/// <param name="Entries">How many there are, or how many came before the first that is wrong.</param>
/// <param name="WrongFrom">The first entry that is not as it was booked, or that is gone.</param>
public sealed record BookCheck(long Entries, long? WrongFrom)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private static readonly ConcurrentDictionary<Guid, (DateTimeOffset At, BookCheck Check)> Kept = new();

    public bool Holds => WrongFrom is null;

    /// <summary>For a page: what was found at most five minutes ago, unless something was booked since or it was wrong.</summary>
    public static async Task<BookCheck> Recent(WijkfondsContext db, DateTimeOffset now, Guid fund)
    {
        if (Kept.TryGetValue(fund, out var kept) && kept.Check.Holds && kept.At <= now && now < kept.At + Fresh
            && await db.Set<LedgerHead>().Where(h => h.FundId == fund).Select(h => h.Sequence).SingleOrDefaultAsync() == kept.Check.Entries) return kept.Check;
        return await Again(db, now, fund);
    }

    /// <summary>Redone now, and kept for pages.</summary>
    public static async Task<BookCheck> Again(WijkfondsContext db, DateTimeOffset now, Guid fund)
    {
        var check = await Of(db, fund);
        Kept[fund] = (now, check);
        return check;
    }

    /// <summary>Best outside a transaction, where it stands in nobody's way: what is booked meanwhile is looked at too.</summary>
    public static async Task<BookCheck> Of(WijkfondsContext db, Guid fund)
    {
        var (count, last) = (0L, Chain.Start);
        try
        {
            var head = await StoredHead.Of(db, fund);
            await foreach (var stored in StoredEntry.Of(db, fund))
            {
                if (!stored.Follows(count + 1, last)) return From(count + 1);
                (count, last) = (count + 1, stored.Entry.Hash);
                if (count == head.Sequence && last != head.Hash) return From(count);
            }
            // What came after the head was read must have moved the head along.
            if (count > head.Sequence && (await StoredHead.Of(db, fund)).Sequence < count) return From(head.Sequence + 1);
            return count < head.Sequence ? From(count + 1) : new(count, null);
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or OverflowException)
        {
            return From(count + 1);
        }
    }

    private static BookCheck From(long entry) => new(entry - 1, entry);
}
