using Microsoft.EntityFrameworkCore;

namespace Wijkfonds.Web.Shared.Data;

/// <summary>
/// Brings the database to the model's shape at start, after a back-up of what was there, and puts the append-only guards
/// back, which table rebuilds drop.
/// </summary>
public sealed class Schema(Database database, Backup backup, DataFolder folder, TimeProvider clock)
{
    public async Task Migrate()
    {
        await using var db = database.Open();
        var applied = (await db.Database.GetAppliedMigrationsAsync()).LastOrDefault();
        if (applied is not null && (await db.Database.GetPendingMigrationsAsync()).Any())
            await backup.Write(Path.Combine(folder.Folder("backups"), $"{Now.Read(clock).UtcDateTime:yyyyMMdd-HHmmssfff}-after-{applied}.zip"));
        await db.Database.MigrateAsync();
        foreach (var guard in AppendOnly.Statements(database.IsSqlite))
            await db.Database.ExecuteSqlRawAsync(guard);
    }
}
