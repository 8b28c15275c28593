using System.Security.Cryptography;
using System.Text;

namespace Wijkfonds.Democracy.Bundles;

/// <summary>Which entries of a year an audit looks at: nobody chooses them, and anyone finds the same ones.</summary>
/// <remarks>
/// <para>The seed is the hash of the entry that was the book's last when the sample was drawn; it covers everything before it.
/// Of every entry of the year up to that one, take SHA-256 of the text <c>seed/sequence</c>; the lowest ones are the sample.</para>
/// </remarks>
public static class LedgerSample
{
    /// <summary>The sequences of the sample, in order of sequence.</summary>
    /// <param name="seed">The seed: 64 lower-case hexadecimal digits.</param>
    /// <param name="entries">The sequences to draw from; their order does not matter.</param>
    /// <param name="size">How many at most.</param>
    public static IReadOnlyList<long> Of(string seed, IEnumerable<long> entries, int size) =>
        [.. entries.OrderBy(e => Lot(seed, e), StringComparer.Ordinal).Take(size).Order()];

    /// <summary>The same, from a fund's exported ledger.</summary>
    /// <param name="ledger">The export; ask <see cref="LedgerExport.Check"/> whether it is sound.</param>
    /// <param name="year">The year of the entries' value dates.</param>
    /// <param name="last">The sequence of the entry that was the last when the sample was drawn.</param>
    /// <param name="size">How many at most.</param>
    /// <exception cref="ArgumentException">There is no such entry.</exception>
    public static IReadOnlyList<long> Of(LedgerExport ledger, int year, long last, int size) =>
        ledger.Entries.FirstOrDefault(e => e.Entry.Sequence == last) is { } head
            ? Of(head.Hash, ledger.Entries.Where(e => e.Entry.ValueDate.Year == year && e.Entry.Sequence <= last).Select(e => e.Entry.Sequence), size)
            : throw new ArgumentException("the ledger has no such entry", nameof(last));

    private static string Lot(string seed, long entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{CanonicalText.Number(entry)}")));
}
