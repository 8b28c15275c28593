using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Tests.Shared;

public sealed class EarlierVersionTests
{
    [Fact]
    public async Task Of_the_back_ups_that_it_makes_by_itself_the_program_keeps_the_newest_ten()
    {
        await using var site = new TestSite();
        var backups = Directory.CreateDirectory(Path.Combine(site.DataPath, "backups")).FullName;
        foreach (var day in Enumerable.Range(10, 14)) await File.WriteAllTextAsync(Path.Combine(backups, $"202601{day}-090000000-after-Foundation.zip"), "");
        await File.WriteAllTextAsync(Path.Combine(backups, "van-mij.zip"), "");
        await site.Services.GetRequiredService<Schema>().Migrate();
        var kept = Directory.GetFiles(backups).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(Schema.BackupsKept + 1, kept.Count);
        Assert.Equal("20260114-090000000-after-Foundation.zip", kept[0]);
        Assert.Equal("van-mij.zip", kept[^1]);
    }

    [Theory, EachDatabase]
    public async Task A_database_of_the_first_version_is_brought_up_to_date_and_its_final_rows_stay_final(string database)
    {
        await using var site = new TestSite(database, from: "Foundation");
        var n = await Neighbourhood.On(site);
        await n.WithMoney(1_000);
        await using var db = site.Open();
        Assert.True((await db.Database.GetAppliedMigrationsAsync()).Count() > 1, "There is a version before this one to come from");
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        foreach (var attack in new[] { "UPDATE \"JournalLine\" SET \"Amount_Value\" = 1", "DELETE FROM \"JournalLine\"", "DELETE FROM \"JournalEntry\"" })
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(attack));
        Assert.Equal(Web.Shared.Cents.Euros(1_000), (await Web.Funds.Pot.Of(n.Open())).Free);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(site.DataPath, "backups")));
    }
}
