using System.Globalization;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>
/// Reads rows letter by letter: each value must be written as the program writes it. A reader that is kind to another way of
/// writing (a small letter in a reference, a word that is no kind of entry) would let a change go by that other queries stumble
/// over. Keys of rows are only compared: an entry whose key changed has no lines.
/// </summary>
internal sealed class StoredReader(Guid fund, bool isSqlite)
{
    private static readonly Dictionary<string, EntryKind> Kinds = Enum.GetValues<EntryKind>().ToDictionary(k => k.ToString(), StringComparer.Ordinal);
    private static readonly Dictionary<string, LedgerAccount> Accounts = Enum.GetValues<LedgerAccount>().ToDictionary(a => a.ToString(), StringComparer.Ordinal);

    private readonly string written = isSqlite ? fund.ToString("D").ToUpperInvariant() : fund.ToString("D");
    /// <summary>Parties and subjects of lines: few, and each on many lines.</summary>
    private readonly Dictionary<string, Guid> known = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">A value is not written as the program writes it.</exception>
    public StoredEntry Read(StoredRow row, IEnumerable<StoredLine> lines) => new(new JournalEntry
    {
        FundId = fund, Sequence = Number(row.Sequence), Kind = Kinds.TryGetValue(row.Kind, out var kind) ? kind : throw Strange(row.Kind), ValueDate = Day(row.ValueDate), RecordedAt = Instant(Number(row.RecordedAt)),
        Reverses = row.Reverses is { } reversed ? Number(reversed) : null, Subject = Reference(row.Subject), PreviousHash = row.PreviousHash, Hash = row.Hash, Lines = [.. lines.Select(Read).OrderBy(l => l.Position)],
    });

    private JournalLine Read(StoredLine line) => new()
    {
        FundId = line.FundId == written ? fund : throw Strange(line.FundId), Position = checked((int)Number(line.Position)), Account = Accounts.TryGetValue(line.Account, out var account) ? account : throw Strange(line.Account),
        Party = Known(line.Party), Subject = line.Subject is { } subject ? Known(subject) : null, Amount = new Cents(Number(line.Amount)),
    };

    private Guid Known(string text)
    {
        if (known.TryGetValue(text, out var id)) return id;
        return known[text] = Reference(text);
    }

    private Guid Reference(string text) =>
        Guid.TryParseExact(text, "D", out var id) && !text.Any(isSqlite ? char.IsAsciiLetterLower : char.IsAsciiLetterUpper) ? id : throw Strange(text);

    internal static long Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == text ? number : throw Strange(text);

    private static DateTimeOffset Instant(long milliseconds) => milliseconds is >= -62_135_596_800_000 and <= 253_402_300_799_999
        ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : throw Strange(milliseconds.ToString(CultureInfo.InvariantCulture));

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Strange(text);

    private static FormatException Strange(string text) => new($"'{text}' is not written as the program writes it.");
}
