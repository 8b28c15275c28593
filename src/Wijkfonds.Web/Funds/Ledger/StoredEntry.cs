using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>An entry as the text that the database holds, before anything made sense of it.</summary>
internal sealed record StoredRow(string Id, string Sequence, string Kind, string ValueDate, string RecordedAt, string? Reverses, string Subject, string PreviousHash, string Hash);

/// <summary>A line likewise.</summary>
internal sealed record StoredLine(string Id, string FundId, string EntryId, string Position, string Account, string Party, string? Subject, string Amount);

/// <summary>
/// An entry read letter by letter: each value must be written as the program writes it. A reader that is kind to another way of
/// writing (a small letter in a reference, a word that is no kind of entry) would let a change go by that other queries stumble over.
/// </summary>
internal sealed record StoredEntry(JournalEntry Entry)
{
    /// <summary>Whether it is the entry of this number that follows on this hash, with its lines numbered 1, 2, 3 …</summary>
    public bool Follows(long sequence, string previous) => Entry.Sequence == sequence && Entry.PreviousHash == previous
        && Entry.Lines.Select(l => l.Position).SequenceEqual(Enumerable.Range(1, Entry.Lines.Count)) && Chain.Next(previous, LedgerText.Of(Entry).Write()) == Entry.Hash;

    private const int AtOnce = 1_000;

    /// <summary>All of a fund in order of their numbers, a portion in memory at a time.</summary>
    /// <exception cref="FormatException">A value is not written as the program writes it.</exception>
    public static async IAsyncEnumerable<StoredEntry> Of(WijkfondsContext db, Guid fund)
    {
        for (var last = long.MinValue; ;)
        {
            var rows = await db.Database.SqlQuery<StoredRow>($"""
                SELECT CAST("Id" AS text) AS "Id", CAST("Sequence" AS text) AS "Sequence", CAST("Kind" AS text) AS "Kind", CAST("ValueDate" AS text) AS "ValueDate", CAST("RecordedAt" AS text) AS "RecordedAt",
                    CAST("Reverses" AS text) AS "Reverses", CAST("Subject" AS text) AS "Subject", CAST("PreviousHash" AS text) AS "PreviousHash", CAST("Hash" AS text) AS "Hash"
                FROM "JournalEntry" AS e WHERE "FundId" = {fund} AND e."Sequence" > {last} ORDER BY e."Sequence" LIMIT {AtOnce}
                """).ToListAsync();
            if (rows.Count == 0) yield break;
            var lines = (await db.Database.SqlQuery<StoredLine>($"""
                SELECT CAST(l."Id" AS text) AS "Id", CAST(l."FundId" AS text) AS "FundId", CAST(l."EntryId" AS text) AS "EntryId", CAST(l."Position" AS text) AS "Position", CAST(l."Account" AS text) AS "Account",
                    CAST(l."Party" AS text) AS "Party", CAST(l."Subject" AS text) AS "Subject", CAST(l."Amount_Value" AS text) AS "Amount"
                FROM "JournalLine" AS l JOIN (SELECT "Id" FROM "JournalEntry" WHERE "FundId" = {fund} AND "Sequence" > {last} ORDER BY "Sequence" LIMIT {AtOnce}) AS e ON l."EntryId" = e."Id"
                """).ToListAsync()).ToLookup(l => l.EntryId);
            foreach (var row in rows) yield return Read(row, lines[row.Id], fund, db is SqliteContext);
            last = Number(rows[^1].Sequence);
        }
    }

    private static StoredEntry Read(StoredRow entry, IEnumerable<StoredLine> lines, Guid fund, bool isSqlite)
    {
        return new StoredEntry(new JournalEntry
        {
            Id = Reference(entry.Id), FundId = fund, Sequence = Number(entry.Sequence), Kind = Word<EntryKind>(entry.Kind), ValueDate = Day(entry.ValueDate),
            RecordedAt = Instant(Number(entry.RecordedAt)), Reverses = entry.Reverses is { } reversed ? Number(reversed) : null, Subject = Reference(entry.Subject),
            PreviousHash = entry.PreviousHash, Hash = entry.Hash, Lines = [.. lines.Select(Line).OrderBy(l => l.Position)],
        });

        JournalLine Line(StoredLine line) => new()
        {
            Id = Reference(line.Id), FundId = Reference(line.FundId) == fund ? fund : throw new FormatException("A line is of another fund than its entry."),
            Position = checked((int)Number(line.Position)), Account = Word<LedgerAccount>(line.Account), Party = Reference(line.Party),
            Subject = line.Subject is { } subject ? Reference(subject) : null, Amount = new Cents(Number(line.Amount)),
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
