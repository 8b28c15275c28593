using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Ledger;

/// <summary>What is in the book stays in the book, also against who has the database in hand and writes SQL.</summary>
public sealed class FinalBookTests
{
    [Theory, EachDatabase]
    public async Task No_statement_changes_or_removes_what_is_final(string database)
    {
        await using var site = new TestSite(database);
        await Written(site);
        await Attack(site);
    }

    [Theory, EachDatabase]
    public async Task A_guard_that_a_table_rebuild_dropped_is_back_after_migrating_again(string database)
    {
        await using var site = new TestSite(database);
        await Written(site);
        foreach (var table in AppendOnly.Tables)
            foreach (var drop in site.Database.IsSqlite
                ? new[] { $"DROP TRIGGER \"final_{table}_UPDATE\"", $"DROP TRIGGER \"final_{table}_DELETE\"" }
                : [$"DROP TRIGGER final_rows ON \"{table}\"", $"DROP TRIGGER final_table ON \"{table}\""])
                Assert.Null(await Run(site, drop));
        await site.Services.GetRequiredService<Schema>().Migrate();
        await Attack(site);
    }

    [Theory, EachDatabase]
    public async Task Nobody_slips_an_entry_in_between(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Written(site);
        // A second entry with a number that is taken, and a second head of the same fund.
        Assert.NotNull(await Run(site, """INSERT INTO "JournalEntry" SELECT * FROM "JournalEntry" """));
        Assert.NotNull(await Run(site, """INSERT INTO "LedgerHead" SELECT * FROM "LedgerHead" """));
        Assert.Equal(2, (await purse.Entries()).Count);
        // A head put back by hand is found by whoever checks the book, and nothing can be booked on it.
        Assert.Null(await Run(site, """UPDATE "LedgerHead" SET "Sequence" = 1"""));
        var published = await Visitor.To(site).Http.GetStringAsync(new Uri("/w/oosterhoek/geld/grootboek.txt", UriKind.Relative));
        Assert.Contains(LedgerExport.Read(published).Check(), finding => !finding.Holds);
        Assert.IsType<Wijkfonds.Web.Shared.Busy>((await purse.Deposit(0, 1)).Refusal);
        Assert.Equal(2, (await purse.Entries()).Count);
    }

    [Theory, EachDatabase]
    public async Task Whatever_is_changed_in_a_row_behind_the_guards_is_found_by_whoever_checks_the_book(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Written(site);
        foreach (var table in AppendOnly.Tables)
            foreach (var drop in site.Database.IsSqlite ? new[] { $"DROP TRIGGER \"final_{table}_UPDATE\"" } : [$"DROP TRIGGER final_rows ON \"{table}\""])
                Assert.Null(await Run(site, drop));
        var tried = new List<string>();
        foreach (var property in Properties(site))
        {
            var before = await Change(site, property, null);
            Assert.Contains((await purse.Export()).Check(), finding => !finding.Holds);
            await Change(site, property, before, back: true);
            Assert.All((await purse.Export()).Check(), finding => Assert.True(finding.Holds, finding.ToString()));
            tried.Add(property.Name);
        }
        Assert.Equal(["Account", "Amount", "Hash", "Kind", "Party", "PreviousHash", "RecordedAt", "Reverses", "Sequence", "Subject", "Subject", "ValueDate"], tried.Order());
    }

    /// <summary>All that an entry and its lines say; not their keys, nor the order of lines. What the program's own check sees besides stands in <see cref="StoredBookTests"/>.</summary>
    private static IEnumerable<IPropertyBase> Properties(TestSite site)
    {
        using var db = site.Open();
        foreach (var type in new[] { typeof(Web.Funds.Ledger.JournalEntry), typeof(Web.Funds.Ledger.JournalLine) })
        {
            var entity = db.Model.FindEntityType(type)!;
            foreach (var property in entity.GetProperties().Where(p => p.Name is not ("Id" or "FundId" or "EntryId" or "Position"))) yield return property;
            foreach (var complex in entity.GetComplexProperties()) yield return complex;
        }
    }

    /// <summary>Writes another value into the first row, or this one; gives what was there.</summary>
    private static async Task<object?> Change(TestSite site, IPropertyBase property, object? value, bool back = false)
    {
        await using var db = site.Open();
        object row = property.DeclaringType.ClrType == typeof(Web.Funds.Ledger.JournalEntry) ? await db.Set<Web.Funds.Ledger.JournalEntry>().OrderBy(e => e.Id).FirstAsync()
            : await db.Set<Web.Funds.Ledger.JournalLine>().OrderBy(l => l.Id).FirstAsync();
        var written = property is IComplexProperty complex ? db.Entry(row).ComplexProperty(complex).Property("Value") : db.Entry(row).Property((IProperty)property);
        var before = written.CurrentValue;
        written.CurrentValue = back ? value : before switch
        {
            string text => (text[0] == '0' ? '1' : '0') + text[1..],
            long number => number + 100,
            DateOnly day => day.AddDays(1),
            DateTimeOffset instant => instant.AddMilliseconds(1),
            Guid => Guid.NewGuid(),
            Enum named => Enum.ToObject(named.GetType(), Convert.ToInt32(named) + 1),
            null when property.ClrType == typeof(long?) => 1L,
            null => Guid.NewGuid(),
            _ => throw new InvalidOperationException(before.GetType().Name),
        };
        await db.SaveChangesAsync();
        return before;
    }

    private static async Task<Purse> Written(TestSite site)
    {
        var purse = await Purse.Of(site, 1);
        await purse.Deposit(0, 100_00);
        await purse.Reserve(Guid.NewGuid(), 50_00);
        return purse;
    }

    private static async Task Attack(TestSite site)
    {
        foreach (var table in new[] { "JournalEntry", "JournalLine" })
        {
            var before = await Count(site, table);
            Assert.True(before > 0);
            foreach (var sql in Attacks(table, site.Database.IsSqlite))
            {
                var error = await Run(site, sql);
                Assert.True(error?.Contains("append-only", StringComparison.Ordinal), $"{sql}: {error ?? "was allowed"}");
            }
            Assert.Equal(before, await Count(site, table));
        }
    }

    private static IEnumerable<string> Attacks(string table, bool sqlite)
    {
        yield return $"UPDATE \"{table}\" SET \"FundId\" = \"FundId\"";
        yield return $"DELETE FROM \"{table}\"";
        if (sqlite)
        {
            yield return $"INSERT OR REPLACE INTO \"{table}\" SELECT * FROM \"{table}\"";
            yield return $"REPLACE INTO \"{table}\" SELECT * FROM \"{table}\" LIMIT 1";
            yield return $"UPDATE OR REPLACE \"{table}\" SET \"Id\" = \"Id\"";
        }
        else
        {
            yield return $"TRUNCATE \"{table}\" CASCADE";
            yield return $"INSERT INTO \"{table}\" SELECT * FROM \"{table}\" ON CONFLICT (\"Id\") DO UPDATE SET \"FundId\" = EXCLUDED.\"FundId\"";
        }
    }

    private static async Task<long> Count(TestSite site, string table)
    {
        await using var db = site.Open();
        return table == "JournalEntry" ? await db.Set<Web.Funds.Ledger.JournalEntry>().LongCountAsync() : await db.Set<Web.Funds.Ledger.JournalLine>().LongCountAsync();
    }

    /// <summary>What the database answered; null when it did as told.</summary>
    private static async Task<string?> Run(TestSite site, string sql)
    {
        await using var db = site.Open();
        try
        {
            await db.Database.ExecuteSqlRawAsync(sql);
            return null;
        }
        catch (DbException exception)
        {
            return exception.Message;
        }
    }
}
