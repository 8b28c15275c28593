using System.Data.Common;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Ledger;

/// <summary>Against who has the database in hand and took its guards away: what the program's own check of the book finds.</summary>
public sealed class StoredBookTests
{
    /// <summary>Every column but one: a line's own key, which nothing refers to and which says nothing.</summary>
    private static readonly (string Table, string Key, string Column)[] Columns =
    [
        .. new[] { "Id", "FundId", "Sequence", "Kind", "ValueDate", "RecordedAt", "Reverses", "Subject", "PreviousHash", "Hash" }.Select(c => ("JournalEntry", "Id", c)),
        .. new[] { "FundId", "EntryId", "Position", "Account", "Party", "Subject", "Amount_Value" }.Select(c => ("JournalLine", "Id", c)),
        .. new[] { "FundId", "Sequence", "Hash" }.Select(c => ("LedgerHead", "FundId", c)),
    ];

    private const string Letters = "0123456789abcdefABCDEFxZ- ";

    /// <summary>One changed letter: in which column, of which row, at which place, to which other one.</summary>
    private sealed record Change(int Column, int Row, int At, int Other);

    private static readonly Gen<Change> Changes = from column in Gen.Choose(0, Columns.Length - 1) from row in Gen.Choose(0, 997) from at in Gen.Choose(0, 997) from other in Gen.Choose(0, 997)
                                                  select new Change(column, row, at, other);

    [Theory, EachDatabase]
    public async Task Any_changed_letter_in_any_column_of_the_stored_book_is_found(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Told(site);
        Assert.Equal(new BookCheck(7, null), await Checked(purse));
        var tried = new HashSet<string>();
        // Each column once at its first place, then wherever it falls.
        foreach (var column in Enumerable.Range(0, Columns.Length)) await Find(purse, new(column, column, 0, 1), tried);
        Assert.Equal(Columns.Length, tried.Count);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Arb.From(Changes), change =>
        {
            Find(purse, change, tried).GetAwaiter().GetResult();
            return true;
        }));
        Assert.True((await Checked(purse)).Holds);
    }

    [Theory, EachDatabase]
    public async Task The_columns_are_all_there_are(string database)
    {
        await using var site = new TestSite(database);
        await using var db = site.Open();
        foreach (var (type, table) in new[] { (typeof(JournalEntry), "JournalEntry"), (typeof(JournalLine), "JournalLine"), (typeof(LedgerHead), "LedgerHead") })
        {
            var entity = db.Model.FindEntityType(type)!;
            var columns = entity.GetProperties().Select(p => p.Name).Concat(entity.GetComplexProperties().Select(p => p.Name + "_Value"));
            Assert.Equal(columns.Where(c => table != "JournalLine" || c != "Id").Order(), Columns.Where(c => c.Table == table).Select(c => c.Column).Order());
        }
    }

    [Theory, EachDatabase]
    public async Task A_row_that_was_taken_out_or_put_in_is_found(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Told(site);
        foreach (var (sql, from) in new (string, long)[]
        {
            ("""DELETE FROM "JournalLine" WHERE "EntryId" = (SELECT "Id" FROM "JournalEntry" WHERE "Sequence" = 3) AND "Position" = 1""", 3),
            (Without(7), 7),
            (Without(4), 4),
            ("""DELETE FROM "LedgerHead" """, 1),
            ("""UPDATE "LedgerHead" SET "Sequence" = 6""", 6),
            ($"""{Without(7)}; UPDATE "LedgerHead" SET "Sequence" = 6""", 6),
            ("""UPDATE "JournalLine" SET "Amount_Value" = "Amount_Value" * 2""", 1),
        })
            Assert.Equal(from, (await Attacked(purse, sql))!.WrongFrom);
        Assert.True((await Checked(purse)).Holds);
    }

    [Theory, EachDatabase]
    public async Task A_changed_previous_hash_is_told_to_who_decides_and_who_checks_and_stops_the_signature(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(400);
        await site.RunJobs();
        Assert.Empty(await Mails(n));
        Assert.True((await n.As(n.Auditor).Go("/geld/kascommissie/2027")).Sees("alle 2 boekingen zijn nog precies zoals ze geboekt zijn"));
        await using (var db = site.Open())
        {
            await using var all = await db.Database.BeginTransactionAsync();
            foreach (var sql in Unguarded(site)) await db.Database.ExecuteSqlRawAsync(sql);
            await db.Database.ExecuteSqlRawAsync("""UPDATE "JournalEntry" SET "PreviousHash" = 'abcdef01' || SUBSTR("PreviousHash", 9) WHERE "Sequence" = 2""");
            await all.CommitAsync();
        }
        await site.RunJobs();
        await site.RunJobs();
        string[] expected = [n.Auditor.Email!, n.Member.Email!, n.SecondMember.Email!, n.Treasurer.Email!];
        var mails = await Mails(n);
        Assert.Equal(expected.Order(), mails.Select(m => m.To).Order());
        Assert.All(mails, m => Assert.Contains("vanaf boeking 2", m.Subject, StringComparison.Ordinal));
        var kees = await n.As(n.Auditor).Go("/geld/kascommissie/2027");
        Assert.True(kees.Sees("Het grootboek klopt niet vanaf boeking 2. Teken niet."));
        Assert.NotNull(kees.Page.QuerySelector("[role=alert]"));
        await using var open = n.Open();
        Assert.Contains(new BookIsWrong(2), (await YearFile.Of(open, site.Clock.Now, n.FundId, 2027)).Blocks([], await BookCheck.Of(open, n.FundId)));
        // Anybody finds it in the exported book too.
        var export = LedgerExport.Read(await n.Stranger.Http.GetStringAsync(new Uri(n.At("/geld/grootboek.txt"), UriKind.Relative)));
        Assert.Equal(Claim.LedgerPrevious, Assert.Single(export.Check(), f => !f.Holds).Claim);
    }

    /// <summary>Writes another letter there, or the nearest place and letter that the database takes; the check must see it. Then all is as it was.</summary>
    private static async Task Find(Purse purse, Change change, HashSet<string> tried)
    {
        var (table, key, column) = Columns[change.Column];
        await using var db = purse.Site.Database.Open(purse.Fund);
        var keys = $"SELECT CAST(\"{key}\" AS text) AS \"Value\" FROM \"{table}\" WHERE \"FundId\" = {{0}} ORDER BY 1";
        var rows = await db.Database.SqlQueryRaw<string>(keys, purse.Fund).ToListAsync();
        var row = rows[change.Row % rows.Count];
        var before = await Text(db, row, table, key, column);
        for (var attempt = 0; attempt < 60; attempt++)
        {
            var other = Letters[(change.Other + attempt) % Letters.Length];
            var at = before is { Length: > 0 } ? (change.At + attempt / 7) % before.Length : 0;
            // Where nothing stood, something does.
            var after = before is null ? column == "Reverses" ? "1" : Guid.NewGuid().ToString("D").ToUpperInvariant() : before.Length == 0 ? other.ToString() : before[..at] + other + before[(at + 1)..];
            if (after == before || await Attacked(purse, $"UPDATE \"{table}\" SET \"{column}\" = '{after}' WHERE CAST(\"{key}\" AS text) = '{row}'", unlessSame: Texts(table)) is not { } found) continue;
            Assert.True(!found.Holds, $"{table}.{column}: '{before}' became '{after}' unseen");
            tried.Add(table + column);
            return;
        }
        Assert.Fail($"nothing else can be written into {table}.{column} than '{before}'");
    }

    /// <summary>Takes the guards away, does this, asks the check, and takes all of it back. Null where the database refused, or wrote what was there.</summary>
    private static async Task<BookCheck?> Attacked(Purse purse, string sql, string? unlessSame = null)
    {
        await using var db = purse.Site.Database.Open(purse.Fund);
        await using var all = await db.Database.BeginTransactionAsync();
        try
        {
            foreach (var guard in Unguarded(purse.Site)) await db.Database.ExecuteSqlRawAsync(guard);
            var before = unlessSame is { } same ? await db.Database.SqlQueryRaw<string>(same).ToListAsync() : [];
            await db.Database.ExecuteSqlRawAsync(sql);
            if (unlessSame is { } again && before.SequenceEqual(await db.Database.SqlQueryRaw<string>(again).ToListAsync())) return null;
        }
        catch (DbException)
        {
            return null;
        }
        return await BookCheck.Of(db, purse.Fund);
    }

    private static string Without(int entry) =>
        $"""DELETE FROM "JournalLine" WHERE "EntryId" = (SELECT "Id" FROM "JournalEntry" WHERE "Sequence" = {entry}); DELETE FROM "JournalEntry" WHERE "Sequence" = {entry}""";

    private static string Texts(string table) => $"SELECT {string.Join(" || '|' || ", Columns.Where(c => c.Table == table).Select(c => $"COALESCE(CAST(\"{c.Column}\" AS text), 'null')"))} AS \"Value\" FROM \"{table}\" ORDER BY 1";

    private static async Task<string?> Text(WijkfondsContext db, string row, string table, string key, string column)
    {
        var sql = $"SELECT COALESCE(CAST(\"{column}\" AS text), 'null') AS \"Value\" FROM \"{table}\" WHERE CAST(\"{key}\" AS text) = '{row}'";
        return (await db.Database.SqlQueryRaw<string>(sql).ToListAsync()).Single() is not "null" and var text ? text : null;
    }

    /// <summary>No triggers, no foreign keys: as if the rows were written into the files.</summary>
    private static IEnumerable<string> Unguarded(TestSite site)
    {
        if (!site.Database.IsSqlite) return ["SET session_replication_role = replica"];
        return ["PRAGMA defer_foreign_keys = ON", .. new[] { "JournalEntry", "JournalLine" }.SelectMany(t => new[] { "UPDATE", "DELETE" }.Select(act => $"DROP TRIGGER IF EXISTS \"final_{t}_{act}\""))];
    }

    /// <summary>Seven entries: given, set aside, promised, paid, taken back.</summary>
    private static async Task<Purse> Told(TestSite site)
    {
        var purse = await Purse.Of(site, 3);
        foreach (var party in new[] { 0, 1, 2 }) await purse.Deposit(party, 10_001 + party);
        var (section, award) = (Guid.NewGuid(), Guid.NewGuid());
        await purse.Reserve(section, 20_000);
        await purse.Award(section, award, 7_777);
        await purse.Pay(award, Guid.NewGuid(), 5_000);
        await purse.Reverse(6);
        return purse;
    }

    private static async Task<BookCheck> Checked(Purse purse)
    {
        await using var db = purse.Site.Database.Open(purse.Fund);
        return await BookCheck.Of(db, purse.Fund);
    }

    private static async Task<IReadOnlyList<OutboxMessage>> Mails(Neighbourhood n)
    {
        await using var db = n.Site.Open();
        return await db.Set<OutboxMessage>().Where(m => m.Key.StartsWith("book-wrong/")).OrderBy(m => m.Key).ToListAsync();
    }
}
