using Microsoft.EntityFrameworkCore;

namespace Wijkfonds.Web.Shared.Data;

/// <summary>Brings the database to the model's shape at start, and puts the append-only guards back, which table rebuilds drop.</summary>
public sealed class Schema(Database database)
{
    public async Task Migrate()
    {
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        foreach (var guard in AppendOnly.Statements(database.IsSqlite))
            await db.Database.ExecuteSqlRawAsync(guard);
    }
}
