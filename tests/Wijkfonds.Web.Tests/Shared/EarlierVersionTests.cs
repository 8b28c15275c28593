using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;

namespace Wijkfonds.Web.Tests.Shared;

public sealed class EarlierVersionTests
{
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
