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
    public bool Holds => WrongFrom is null;

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
