using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>
/// A migrated database without rows, made once for each provider and copied for every site: a migration from nothing
/// takes longer than most tests. The program migrates and guards the copy all the same.
/// </summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<string> SqliteTemplate = new(MakeSqlite), PostgresTemplate = new(MakePostgres);

    public static void Sqlite(string file) => File.Copy(SqliteTemplate.Value, file);

    public static void Postgres(string name) => OnServer($"CREATE DATABASE {name} TEMPLATE {PostgresTemplate.Value}");

    /// <summary>A database as an earlier version left it: this migration and those before it, and what it wrote.</summary>
    public static async Task Earlier(WijkfondsContext db, string migration, IReadOnlyList<string> rows)
    {
        await using (db)
        {
            await db.Database.MigrateAsync(migration);
            foreach (var row in rows) await db.Database.ExecuteSqlRawAsync(row);
        }
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }

    public static WijkfondsContext OnSqlite(string file) => new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite($"Data Source={file}").Options);

    public static WijkfondsContext OnPostgres(string name) => new PostgresContext(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(Connection(name)).Options);

    public static string Connection(string database) => new NpgsqlConnectionStringBuilder(EachDatabaseAttribute.PostgresServer) { Database = database }.ToString();

    public static void OnServer(string sql)
    {
        using var connection = new NpgsqlConnection(EachDatabaseAttribute.PostgresServer);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static string MakeSqlite()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("wijkfonds-template-").FullName, "empty.db");
        using (var db = OnSqlite(file)) db.Database.Migrate();
        SqliteConnection.ClearAllPools();
        return file;
    }

    private static string MakePostgres()
    {
        var name = "wijkfonds_empty_" + Guid.NewGuid().ToString("N");
        OnServer($"CREATE DATABASE {name}");
        using (var db = OnPostgres(name)) db.Database.Migrate();
        NpgsqlConnection.ClearAllPools();
        return name;
    }
}
