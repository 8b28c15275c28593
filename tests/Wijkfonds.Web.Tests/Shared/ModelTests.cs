using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Tests.Shared;

public sealed class ModelTests
{
    [Theory, EachDatabase]
    public async Task The_migrations_hold_the_whole_model(string database)
    {
        await using var site = new TestSite(database);
        await using var db = site.Open();
        Assert.False(db.Database.HasPendingModelChanges(), "Run migrations/add NAME");
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Unique_numbers_are_unique_within_a_fund_never_across_funds()
    {
        await using var site = new TestSite();
        await using var db = site.Open();
        foreach (var type in db.Model.GetEntityTypes().Where(t => typeof(IOfFund).IsAssignableFrom(t.ClrType)))
        {
            Assert.True(type.GetDeclaredQueryFilters().Count > 0, $"{type.ClrType.Name} is not filtered to its fund");
            foreach (var index in type.GetIndexes().Where(i => i.IsUnique))
                Assert.True(index.Properties[0].Name is nameof(IOfFund.FundId) || index.Properties.Any(p => p.IsForeignKey() && p.Name != nameof(IOfFund.FundId)),
                    $"{type.ClrType.Name} ({string.Join(", ", index.Properties.Select(p => p.Name))})");
        }
    }

    [Theory, EachDatabase]
    public async Task Final_tables_have_their_guards_also_after_migrating_again(string database)
    {
        await using var site = new TestSite(database);
        await using var db = site.Open();
        await site.Services.GetRequiredService<Schema>().Migrate();
        foreach (var table in AppendOnly.Tables)
        {
            var sql = database == EachDatabaseAttribute.Sqlite
                ? $"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'"
                : $"SELECT count(*)::int AS \"Value\" FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = '\"{table}\"'::regclass";
            Assert.True(await db.Database.SqlQueryRaw<int>(sql).SingleAsync() >= 2, $"{table} has no guard");
        }
    }
}
