using Microsoft.EntityFrameworkCore;

namespace Wijkfonds.Web.Shared.Data;

/// <summary>
/// Brings the database to the model's shape at start, after a back-up of what was there, and puts the append-only guards
/// back, which table rebuilds drop.
/// </summary>
public sealed class Schema(Database database, Backup backup, DataFolder folder, TimeProvider clock)
{
    /// <summary>So many back-ups made by itself are kept; the oldest go first. What a person made elsewhere is never touched.</summary>
    public const int BackupsKept = 10;

    public async Task Migrate()
    {
        await using var db = database.Open();
        var applied = (await db.Database.GetAppliedMigrationsAsync()).LastOrDefault();
        if (applied is not null && (await db.Database.GetPendingMigrationsAsync()).Any())
            await backup.Write(Path.Combine(folder.Folder("backups"), $"{Now.Read(clock).UtcDateTime:yyyyMMdd-HHmmssfff}-after-{applied}.zip"));
        await db.Database.MigrateAsync();
        Prune();
        foreach (var guard in AppendOnly.Statements(database.IsSqlite))
            await db.Database.ExecuteSqlRawAsync(guard);
    }

    // Their names begin with the moment.
    private void Prune()
    {
        foreach (var old in Directory.GetFiles(folder.Folder("backups"), "*-after-*.zip").OrderDescending(StringComparer.Ordinal).Skip(BackupsKept)) File.Delete(old);
    }
}
