using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>Makes the demonstration's database and tells its story into it, through the same rules that pages use.</summary>
public sealed class Opening(Database database, DataFolder folder, Schema schema, DemoClock clock, IServiceScopeFactory scopes, ILogger<Opening> log)
{
    private const string CodesFile = "demonstratie-codes";

    public async Task FillIfEmpty()
    {
        await using var db = database.Open();
        if (await db.Set<Fund>().AnyAsync()) return;
        log.LogInformation("Filling the demonstration neighbourhood");
        await using var scope = scopes.CreateAsyncScope();
        var codes = await ActivatorUtilities.CreateInstance<Story>(scope.ServiceProvider).Tell(Now.Read(clock));
        await File.WriteAllLinesAsync(folder.File(CodesFile), codes);
    }

    public async Task StartAgain()
    {
        await using (var db = database.Open()) await db.Database.EnsureDeletedAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var name in new[] { "mail", "files", Path.Combine("keys", "ballots") })
            if (Directory.Exists(folder.File(name))) Directory.Delete(folder.File(name), recursive: true);
        clock.Reset();
        await schema.Migrate();
        await FillIfEmpty();
    }

    /// <summary>A code of the round that is in voting, as if a letter with it came today; another each time.</summary>
    public static string? SampleCode(IServiceProvider services)
    {
        var file = services.GetRequiredService<DataFolder>().File(CodesFile);
        if (!File.Exists(file)) return null;
        var codes = File.ReadAllLines(file);
        return codes.Length == 0 ? null : codes[System.Security.Cryptography.RandomNumberGenerator.GetInt32(codes.Length)];
    }
}
