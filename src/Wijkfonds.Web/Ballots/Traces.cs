using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Ballots;

/// <summary>Takes dropped and overwritten rows out of the database's own files.</summary>
public static class Traces
{
    /// <summary>Outside a transaction, with the database to itself.</summary>
    public static Task Sweep(WijkfondsContext db) => db is SqliteContext ? Sqlite(db) : Postgres(db);

    private static async Task Sqlite(WijkfondsContext db)
    {
        await db.Database.OpenConnectionAsync();
        // Vacuum's copy stays in memory: a file in /tmp would be one more trace.
        await db.Database.ExecuteSqlRawAsync("PRAGMA temp_store = MEMORY");
        // All writers wait while we do; a long reader is tried again at the next run instead.
        await db.Database.ExecuteSqlRawAsync("PRAGMA busy_timeout = 2000");
        await db.Database.ExecuteSqlRawAsync("VACUUM");
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync() || reader.GetInt32(0) != 0)
            throw new TimeoutException("Somebody reads the database, so its log cannot be emptied now; sealing goes on at the next run.");
    }

    private static async Task Postgres(WijkfondsContext db)
    {
        // Dropped tables are gone as files at once; the log keeps segments until they are reused, encrypted under keys that are destroyed.
        await db.Database.ExecuteSqlRawAsync("VACUUM \"BallotBox\"");
        try
        {
            await db.Database.ExecuteSqlRawAsync("CHECKPOINT");
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // Hosts may not give us this right; the server checkpoints by itself within minutes.
        }
    }
}
