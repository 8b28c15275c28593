using System.Numerics;

namespace Wijkfonds.Democracy.Bundles;

/// <summary>Redoes what a ledger export claims. Each finding names the first entry that differs.</summary>
internal static class LedgerCheck
{
    internal static IReadOnlyList<Finding> Of(LedgerExport export)
    {
        var entries = export.Entries;
        return
        [
            First(Claim.LedgerOfOneFund, entries, (e, _) => e.Entry.Fund == export.Fund ? null : $"is of fund {e.Entry.Fund}"),
            First(Claim.LedgerSequence, entries, (e, i) => e.Entry.Sequence == i + 1 ? null : $"stands where {i + 1} should"),
            First(Claim.LedgerBalances, entries, (e, _) => Sum(e.Entry) is var sum && sum.IsZero ? null : $"is {sum} cents out of balance"),
            First(Claim.LedgerReversals, entries, Reversal(entries)),
            First(Claim.LedgerChain, entries, (e, i) =>
                Chain.Next(i == 0 ? Chain.Start : entries[i - 1].Hash, e.Entry.Write()) is var hash && hash == e.Hash ? null : $"should have hash {hash}"),
            Head(export),
        ];
    }

    private static Finding First(Claim claim, IReadOnlyList<HashedEntry> entries, Func<HashedEntry, int, string?> difference)
    {
        for (var i = 0; i < entries.Count; i++)
            if (difference(entries[i], i) is { } found)
                return new(claim, $"entry {entries[i].Entry.Sequence} {found}", entries.Count);
        return new(claim, null, entries.Count);
    }

    // A BigInteger, because a hostile file may hold lines whose long sum wraps around to zero.
    private static BigInteger Sum(EntryText entry) => entry.Lines.Aggregate(BigInteger.Zero, (sum, line) => sum + line.Cents);

    private static Func<HashedEntry, int, string?> Reversal(IReadOnlyList<HashedEntry> entries)
    {
        var reversed = new HashSet<long>();
        return (hashed, i) =>
        {
            if (hashed.Entry.Reverses is not { } target) return null;
            if (target < 1 || target > i) return $"reverses {target}, which is no earlier entry";
            if (!reversed.Add(target)) return $"reverses {target}, which was reversed before";
            return Opposite(hashed.Entry, entries[(int)target - 1].Entry) ? null : $"is not the opposite of {target}";
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
        return new(Claim.LedgerHead, last == export.Head ? null : $"the last entry has hash {last}, the head says {export.Head}");
    }
}
