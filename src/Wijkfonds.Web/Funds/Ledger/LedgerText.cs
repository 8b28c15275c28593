using Wijkfonds.Democracy.Bundles;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>Entries of the book as the text that is hashed and exported.</summary>
public static class LedgerText
{
    public static EntryText Of(JournalEntry entry) => Of(entry.FundId, entry.Sequence, entry.Kind, entry.ValueDate,
        entry.RecordedAt, entry.Reverses, entry.Subject, entry.Lines);

    public static string Reference(Guid id) => id.ToString("D");

    internal static EntryText Of(Guid fund, long sequence, EntryKind kind, DateOnly valueDate, DateTimeOffset recorded, long? reverses, Guid subject,
        IEnumerable<JournalLine> lines) => new(
        Reference(fund), sequence, valueDate, recorded.ToUnixTimeMilliseconds(), Word(kind), reverses, Reference(subject), $"entry.{kind}",
        [.. lines.OrderBy(l => l.Position).Select(l => new EntryTextLine(Word(l.Account), Reference(l.Party), l.Subject is { } s ? Reference(s) : null, l.Amount.Value))]);

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();
}
