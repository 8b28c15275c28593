using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>An entry as the text that the database holds, before anything made sense of it.</summary>
internal sealed record StoredRow(string Id, string Sequence, string Kind, string ValueDate, string RecordedAt, string? Reverses, string Subject, string PreviousHash, string Hash);

/// <summary>A line likewise.</summary>
internal sealed record StoredLine(string FundId, string EntryId, string Position, string Account, string Party, string? Subject, string Amount);

/// <summary>An entry that was read letter by letter (<see cref="StoredReader"/>).</summary>
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
        var reader = new StoredReader(fund, db is SqliteContext);
        for (var last = long.MinValue; ;)
        {
            var rows = await db.Database.SqlQuery<StoredRow>($"""
                SELECT CAST("Id" AS text) AS "Id", CAST("Sequence" AS text) AS "Sequence", CAST("Kind" AS text) AS "Kind", CAST("ValueDate" AS text) AS "ValueDate", CAST("RecordedAt" AS text) AS "RecordedAt",
                    CAST("Reverses" AS text) AS "Reverses", CAST("Subject" AS text) AS "Subject", CAST("PreviousHash" AS text) AS "PreviousHash", CAST("Hash" AS text) AS "Hash"
                FROM "JournalEntry" AS e WHERE "FundId" = {fund} AND e."Sequence" > {last} ORDER BY e."Sequence" LIMIT {AtOnce}
                """).ToListAsync();
            if (rows.Count == 0) yield break;
            var lines = (await db.Database.SqlQuery<StoredLine>($"""
                SELECT CAST(l."FundId" AS text) AS "FundId", CAST(l."EntryId" AS text) AS "EntryId", CAST(l."Position" AS text) AS "Position", CAST(l."Account" AS text) AS "Account",
                    CAST(l."Party" AS text) AS "Party", CAST(l."Subject" AS text) AS "Subject", CAST(l."Amount_Value" AS text) AS "Amount"
                FROM "JournalLine" AS l JOIN (SELECT "Id" FROM "JournalEntry" WHERE "FundId" = {fund} AND "Sequence" > {last} ORDER BY "Sequence" LIMIT {AtOnce}) AS e ON l."EntryId" = e."Id"
                """).ToListAsync()).ToLookup(l => l.EntryId);
            foreach (var row in rows) yield return reader.Read(row, lines[row.Id]);
            last = StoredReader.Number(rows[^1].Sequence);
        }
    }
}

/// <summary>Where the database says that a fund's book ends; before the first entry it says nothing.</summary>
internal sealed record StoredHead(long Sequence, string Hash)
{
    private sealed record Row(string Sequence, string Hash);

    public static async Task<StoredHead> Of(WijkfondsContext db, Guid fund) =>
        await db.Database.SqlQuery<Row>($"""SELECT CAST("Sequence" AS text) AS "Sequence", "Hash" FROM "LedgerHead" WHERE "FundId" = {fund}""").ToListAsync() is [var head]
            ? new(StoredReader.Number(head.Sequence), head.Hash) : new(0, Chain.Start);
}
