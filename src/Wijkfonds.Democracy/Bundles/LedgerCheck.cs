using System.Globalization;
using System.Numerics;

namespace Wijkfonds.Democracy.Bundles;

/// <summary>Redoes what a ledger export claims. Each finding names the first entry that differs.</summary>
internal static class LedgerCheck
{
    internal static IReadOnlyList<Finding> Of(LedgerExport export)
    {
        var entries = export.Entries;
        IEnumerable<Finding> previous = entries.Any(e => e.Previous is not null) ? [First(Claim.LedgerPrevious, entries, Previous(entries))] : [];
        return
        [
            First(Claim.LedgerOfOneFund, entries, (e, _) => e.Entry.Fund == export.Fund ? null : new("ledger.fund", e.Entry.Fund)),
            First(Claim.LedgerSequence, entries, (e, i) => e.Entry.Sequence == i + 1 ? null : new("ledger.sequence", Number(i + 1))),
            First(Claim.LedgerBalances, entries, (e, _) => Sum(e.Entry) is var sum && sum.IsZero ? null : new("ledger.balance", sum.ToString(CultureInfo.InvariantCulture))),
            First(Claim.LedgerReversals, entries, Reversal(entries)),
            First(Claim.LedgerChain, entries, (e, i) =>
                Chain.Next(Before(entries, i), e.Entry.Write()) is var hash && hash == e.Hash ? null : new("ledger.chain", hash)),
            .. previous,
            Head(export),
        ];
    }

    private static string Before(IReadOnlyList<HashedEntry> entries, int i) => i == 0 ? Chain.Start : entries[i - 1].Hash;

    private static Func<HashedEntry, int, Difference?> Previous(IReadOnlyList<HashedEntry> entries) => (e, i) =>
        e.Previous == Before(entries, i) ? null : new("ledger.previous", e.Previous ?? CanonicalText.None, Before(entries, i));

    private static Finding First(Claim claim, IReadOnlyList<HashedEntry> entries, Func<HashedEntry, int, Difference?> difference)
    {
        for (var i = 0; i < entries.Count; i++)
            if (difference(entries[i], i) is { } found)
                return new(claim, found with { Values = [Number(entries[i].Entry.Sequence), .. found.Values] }, entries.Count);
        return new(claim, null, entries.Count);
    }

    // A BigInteger, because a hostile file may hold lines whose long sum wraps around to zero.
    private static BigInteger Sum(EntryText entry) => entry.Lines.Aggregate(BigInteger.Zero, (sum, line) => sum + line.Cents);

    private static Func<HashedEntry, int, Difference?> Reversal(IReadOnlyList<HashedEntry> entries)
    {
        var reversed = new HashSet<long>();
        return (hashed, i) =>
        {
            if (hashed.Entry.Reverses is not { } target) return null;
            if (target < 1 || target > i) return new("ledger.reversal.later", Number(target));
            if (!reversed.Add(target)) return new("ledger.reversal.twice", Number(target));
            return Opposite(hashed.Entry, entries[(int)target - 1].Entry) ? null : new("ledger.reversal.opposite", Number(target));
        };
    }

    private static bool Opposite(EntryText one, EntryText other) =>
        Movements(one, 1).SequenceEqual(Movements(other, -1));

    private static IEnumerable<(string, string?, string?, BigInteger)> Movements(EntryText entry, int sign) =>
        entry.Lines.Select(l => (l.Account, l.Party, l.Subject, sign * (BigInteger)l.Cents))
            .OrderBy(l => l.Account, StringComparer.Ordinal).ThenBy(l => l.Party, StringComparer.Ordinal)
            .ThenBy(l => l.Subject, StringComparer.Ordinal).ThenBy(l => l.Item4);

    private static Finding Head(LedgerExport export)
    {
        var last = export.Entries.Count == 0 ? Chain.Start : export.Entries[^1].Hash;
        return new(Claim.LedgerHead, last == export.Head ? null : new("ledger.head", last, export.Head));
    }

    /// <summary>A book can be cut off or made anew and still hold together; not against what was told of it before.</summary>
    internal static Finding Kept(LedgerExport export, long sequence, string hash)
    {
        var found = export.Entries.FirstOrDefault(e => e.Entry.Sequence == sequence);
        return new(Claim.LedgerKept, found is null ? new("ledger.kept.missing", Number(sequence), Number(export.Entries.Count))
            : found.Hash == hash ? null : new("ledger.kept.hash", Number(sequence), found.Hash, hash), sequence);
    }

    private static string Number(long number) => CanonicalText.Number(number);
}
