using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Tests.Shared;

public sealed class BackupTests
{
    private const string Passphrase = "een zin die alleen de beheerder kent";

    [Theory, EachDatabase]
    public async Task A_restored_back_up_holds_everything_and_the_book_is_sound(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await n.WithMoney(200_000);
        await n.WithPlan(await n.WithRound(Phase.Submitting), "Regentonnen – één voor iedereen", 1_200);
        await File.WriteAllTextAsync(Path.Combine(site.Services.GetRequiredService<DataFolder>().Folder("files"), "abc"), "foto");
        Directory.CreateDirectory(Path.Combine(site.DataPath, "keys", "ballots"));
        await File.WriteAllTextAsync(Path.Combine(site.DataPath, "keys", "ballots", "seed"), "geheim");
        await n.As(n.Resident).Go("/");
        // A box stands in tables of its own, which no migration makes.
        await using (var box = site.Open())
            await box.Database.ExecuteSqlRawAsync(site.Database.IsSqlite
                ? "CREATE TABLE \"roll_x\" (\"Tag\" BLOB PRIMARY KEY, \"Used\" boolean NOT NULL)"
                : "CREATE TABLE \"roll_x\" (\"Tag\" bytea PRIMARY KEY, \"Used\" boolean NOT NULL)");
        await using (var box = site.Open())
            await box.Database.ExecuteSqlRawAsync("INSERT INTO \"roll_x\" VALUES ({0}, {1})", new byte[] { 0, 9, 10, 13, 92, 255 }, true);

        await using var place = new Place(database);
        var file = Path.Combine(place.Folder, "backup.zip");
        await Of(site.DataPath, site.Database, Passphrase).Write(file);
        var target = Path.Combine(place.Folder, "restored");
        var (restored, backup) = place.Open(target, Passphrase);
        await backup.Read(file);
        await new Schema(restored, backup, new DataFolder(Settings(target), Production.It), TimeProvider.System).Migrate();

        Assert.Equal(await Everything(site.Database), await Everything(restored));
        Assert.Equal("foto", await File.ReadAllTextAsync(Path.Combine(target, "files", "abc")));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(target, "keys"), "key-*.xml"));
        Assert.False(Directory.Exists(Path.Combine(target, "keys", "ballots")));
        var book = LedgerExport.Read(await n.Stranger.Http.GetStringAsync(new Uri(n.At("/geld/grootboek.txt"), UriKind.Relative)));
        Assert.All(book.Check(), finding => Assert.True(finding.Holds));
        await using var db = restored.Open();
        Assert.Equal(book.Head, (await db.Set<Wijkfonds.Web.Funds.Ledger.LedgerHead>().SingleAsync()).Hash);
        Assert.Equal([0, 9, 10, 13, 92, 255], await db.Database.SqlQueryRaw<byte[]>("SELECT \"Tag\" AS \"Value\" FROM \"roll_x\" WHERE \"Used\"").SingleAsync());
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE \"JournalEntry\" SET \"Sequence\" = 99"));
    }

    [Theory, EachDatabase]
    public async Task While_others_write_a_back_up_is_of_one_moment(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await n.WithMoney(1_000);
        await using var place = new Place(database);
        var file = Path.Combine(place.Folder, "backup.zip");
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++) await n.WithMoney(1_000);
        });
        await Of(site.DataPath, site.Database, "").Write(file);
        await writing;
        var target = Path.Combine(place.Folder, "restored");
        var (restored, backup) = place.Open(target, "");
        await backup.Read(file);
        await using var db = restored.Open();
        var head = await db.Set<Wijkfonds.Web.Funds.Ledger.LedgerHead>().SingleAsync();
        var last = await db.Set<Wijkfonds.Web.Funds.Ledger.JournalEntry>().OrderBy(e => e.Sequence).LastAsync();
        Assert.Equal((head.Sequence, head.Hash), (last.Sequence, last.Hash));
        Assert.Equal(0, await db.Set<Wijkfonds.Web.Funds.Ledger.JournalLine>().SumAsync(l => l.Amount.Value));
        Assert.False(Directory.Exists(Path.Combine(target, "keys")));
    }

    [Fact]
    public async Task A_restore_into_a_place_that_holds_something_or_of_a_damaged_file_is_refused_by_name()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        await using var place = new Place(EachDatabaseAttribute.Sqlite);
        var file = Path.Combine(place.Folder, "backup.zip");
        await Of(site.DataPath, site.Database, Passphrase).Write(file);
        Assert.Contains("exists", (await Refused(() => Of(site.DataPath, site.Database, "").Write(file))).Message, StringComparison.Ordinal);
        Assert.Contains("is not empty", (await Refused(() => Of(site.DataPath, site.Database, "").Read(file))).Message, StringComparison.Ordinal);

        var (_, elsewhere) = place.Open(Path.Combine(place.Folder, "a"), "een andere zin");
        Assert.Contains("passphrase does not fit", (await Refused(() => elsewhere.Read(file))).Message, StringComparison.Ordinal);
        var broken = Path.Combine(place.Folder, "broken.zip");
        await File.WriteAllBytesAsync(broken, (await File.ReadAllBytesAsync(file))[..^40]);
        var (_, other) = place.Open(Path.Combine(place.Folder, "b"), "");
        Assert.Contains("damaged", (await Refused(() => other.Read(broken))).Message, StringComparison.Ordinal);
        Assert.Contains("does not exist", (await Refused(() => other.Read(file + ".niet"))).Message, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Before_a_migration_changes_an_existing_database_it_is_kept(string database)
    {
        await using var site = new TestSite(database);
        await site.GivenFund();
        await using (var db = site.Open())
        {
            // As if an older program had made this database: its newest migration bears another name.
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\"");
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20200101000000_Older', '10.0.14')");
        }
        var schema = site.Services.GetRequiredService<Schema>();
        // The tables are there already, so that the migration itself fails; the back-up came before.
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(schema.Migrate);
        Assert.EndsWith("after-20200101000000_Older.zip", Assert.Single(Directory.GetFiles(Path.Combine(site.DataPath, "backups"))), StringComparison.Ordinal);
    }

    private static Task<BackupRefusal> Refused(Func<Task> act) => Assert.ThrowsAsync<BackupRefusal>(act);

    private static async Task<string> Everything(Database database)
    {
        await using var db = database.Open();
        var all = new System.Text.StringBuilder();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++) all.Append(reader.GetValue(i)).Append('|');
        }
        Assert.True(all.Length > 500);
        return all.ToString();
    }

    private static Backup Of(string folder, Database database, string passphrase)
    {
        var settings = Settings(folder, passphrase);
        return new Backup(database, new DataFolder(settings, Production.It), settings, TimeProvider.System);
    }

    private static IConfiguration Settings(string folder, string passphrase = "", string provider = "Sqlite", string connection = "") =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Path"] = folder, ["Backup:Passphrase"] = passphrase, ["Database:Provider"] = provider, ["ConnectionStrings:Wijkfonds"] = connection,
        }).Build();

    /// <summary>Another folder, and with PostgreSQL another database, that go when the test ends.</summary>
    private sealed class Place(string provider) : IAsyncDisposable
    {
        private readonly string name = "wijkfonds_" + Guid.NewGuid().ToString("N");

        public string Folder { get; } = Directory.CreateTempSubdirectory("wijkfonds-test-").FullName;

        public (Database Database, Backup Backup) Open(string folder, string passphrase)
        {
            var connection = "";
            if (provider == EachDatabaseAttribute.Postgres)
            {
                OnServer($"CREATE DATABASE {name}");
                connection = new NpgsqlConnectionStringBuilder(EachDatabaseAttribute.PostgresServer) { Database = name }.ToString();
            }
            var settings = Settings(folder, passphrase, provider, connection);
            var data = new DataFolder(settings, Production.It);
            var database = new Database(data, settings, Production.It);
            return (database, new Backup(database, data, settings, TimeProvider.System));
        }

        public ValueTask DisposeAsync()
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            if (provider == EachDatabaseAttribute.Postgres) OnServer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            Directory.Delete(Folder, recursive: true);
            return ValueTask.CompletedTask;
        }

        private static void OnServer(string sql)
        {
            using var connection = new NpgsqlConnection(EachDatabaseAttribute.PostgresServer);
            connection.Open();
            using var command = new NpgsqlCommand(sql, connection);
            command.ExecuteNonQuery();
        }
    }

    private sealed class Production : IWebHostEnvironment
    {
        public static readonly Production It = new();

        public string EnvironmentName { get; set; } = "Production";
        public string ApplicationName { get; set; } = "Wijkfonds.Web";
        public string ContentRootPath { get; set; } = Path.GetTempPath();
        public string WebRootPath { get; set; } = Path.GetTempPath();
        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
        public Microsoft.Extensions.FileProviders.IFileProvider WebRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
