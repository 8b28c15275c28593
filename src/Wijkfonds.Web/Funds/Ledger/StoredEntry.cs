using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>One line with its entry as the text that the database holds, before anything made sense of it. Without lines an entry stands here once.</summary>
internal sealed record StoredLine(string Id, string Sequence, string Kind, string ValueDate, string RecordedAt, string? Reverses, string Subject, string PreviousHash, string Hash,
    string? LineId, string? LineFund, string? Position, string? Account, string? Party, string? LineSubject, string? Amount);

/// <summary>
/// An entry read letter by letter: each value must be written as the program writes it. A reader that is kind to another way of
/// writing (a small letter in a reference, a word that is no kind of entry) would let a change go by that other queries stumble over.
/// </summary>
internal sealed record StoredEntry(JournalEntry Entry)
{
    /// <summary>Whether it is the entry of this number that follows on this hash, with its lines numbered 1, 2, 3 …</summary>
    public bool Follows(long sequence, string previous) => Entry.Sequence == sequence && Entry.PreviousHash == previous
        && Entry.Lines.Select(l => l.Position).SequenceEqual(Enumerable.Range(1, Entry.Lines.Count)) && Chain.Next(previous, LedgerText.Of(Entry).Write()) == Entry.Hash;

    /// <summary>All of a fund in order of their numbers, one in memory at a time.</summary>
    /// <exception cref="FormatException">A value is not written as the program writes it.</exception>
    public static async IAsyncEnumerable<StoredEntry> Of(WijkfondsContext db, Guid fund)
    {
        var isSqlite = db is SqliteContext;
        var lines = new List<StoredLine>();
        await foreach (var line in Rows(db, fund))
        {
            if (lines.Count > 0 && lines[0].Id != line.Id)
            {
                yield return Read(lines, fund, isSqlite);
                lines.Clear();
            }
            lines.Add(line);
        }
        if (lines.Count > 0) yield return Read(lines, fund, isSqlite);
    }

    private static IAsyncEnumerable<StoredLine> Rows(WijkfondsContext db, Guid fund) => db.Database.SqlQuery<StoredLine>($"""
        SELECT CAST(e."Id" AS text) AS "Id", CAST(e."Sequence" AS text) AS "Sequence", CAST(e."Kind" AS text) AS "Kind", CAST(e."ValueDate" AS text) AS "ValueDate",
            CAST(e."RecordedAt" AS text) AS "RecordedAt", CAST(e."Reverses" AS text) AS "Reverses", CAST(e."Subject" AS text) AS "Subject",
            CAST(e."PreviousHash" AS text) AS "PreviousHash", CAST(e."Hash" AS text) AS "Hash",
            CAST(l."Id" AS text) AS "LineId", CAST(l."FundId" AS text) AS "LineFund", CAST(l."Position" AS text) AS "Position", CAST(l."Account" AS text) AS "Account",
            CAST(l."Party" AS text) AS "Party", CAST(l."Subject" AS text) AS "LineSubject", CAST(l."Amount_Value" AS text) AS "Amount"
        FROM "JournalEntry" AS e LEFT JOIN "JournalLine" AS l ON l."EntryId" = e."Id"
        WHERE e."FundId" = {fund} ORDER BY e."Sequence", e."Id", l."Position"
        """).AsAsyncEnumerable();

    private static StoredEntry Read(List<StoredLine> lines, Guid fund, bool isSqlite)
    {
        var entry = lines[0];
        return new StoredEntry(new JournalEntry
        {
            Id = Reference(entry.Id), FundId = fund, Sequence = Number(entry.Sequence), Kind = Word<EntryKind>(entry.Kind), ValueDate = Day(entry.ValueDate),
            RecordedAt = Instant(Number(entry.RecordedAt)), Reverses = entry.Reverses is { } reversed ? Number(reversed) : null, Subject = Reference(entry.Subject),
            PreviousHash = entry.PreviousHash, Hash = entry.Hash, Lines = [.. lines.Where(l => l.LineId is not null).Select(Line)],
        });

        JournalLine Line(StoredLine line) => new()
        {
            Id = Reference(line.LineId!), FundId = Reference(line.LineFund!) == fund ? fund : throw new FormatException("A line is of another fund than its entry."),
            Position = checked((int)Number(line.Position!)), Account = Word<LedgerAccount>(line.Account!), Party = Reference(line.Party!),
            Subject = line.LineSubject is { } subject ? Reference(subject) : null, Amount = new Cents(Number(line.Amount!)),
        };

        Guid Reference(string text) => Guid.TryParseExact(text, "D", out var id) && text == (isSqlite ? id.ToString("D").ToUpperInvariant() : id.ToString("D")) ? id : throw Strange(text);
    }

    internal static long Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == text ? number : throw Strange(text);

    private static DateTimeOffset Instant(long milliseconds) => milliseconds is >= -62_135_596_800_000 and <= 253_402_300_799_999
        ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : throw Strange(milliseconds.ToString(CultureInfo.InvariantCulture));

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Strange(text);

    private static T Word<T>(string text) where T : struct, Enum => Enum.TryParse<T>(text, out var word) && word.ToString() == text ? word : throw Strange(text);

    private static FormatException Strange(string text) => new($"'{text}' is not written as the program writes it.");
}

/// <summary>Where the database says that a fund's book ends; before the first entry it says nothing.</summary>
internal sealed record StoredHead(long Sequence, string Hash)
{
    private sealed record Row(string Sequence, string Hash);

    public static async Task<StoredHead> Of(WijkfondsContext db, Guid fund) =>
        await db.Database.SqlQuery<Row>($"""SELECT CAST("Sequence" AS text) AS "Sequence", "Hash" FROM "LedgerHead" WHERE "FundId" = {fund}""").ToListAsync() is [var head]
            ? new(StoredEntry.Number(head.Sequence), head.Hash) : new(0, Chain.Start);
}
