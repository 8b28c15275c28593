using System.Data;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Wijkfonds.Web.Shared.Data;

/// <summary>
/// The one way in which anything changes: a fresh context, one serializable transaction, tried up to five times
/// when two wrote at once. A refusal rolls everything back. No hashing of passwords, files, PDF or mail inside:
/// what leaves the house goes through the outbox in the same transaction.
/// </summary>
public sealed class Work(Database database, FundScope scope)
{
    // SQLite has one writer; waiting here is fair and quick, waiting in the driver sleeps 150 ms at a time.
    private static readonly SemaphoreSlim SqliteWriter = new(1, 1);

    public Task<Outcome<T>> Run<T>(Func<WijkfondsContext, Task<Outcome<T>>> act) => Run(scope.Fund?.Id, act);

    /// <param name="fund">The fund whose rows are seen; null for jobs over all funds.</param>
    public async Task<Outcome<T>> Run<T>(Guid? fund, Func<WijkfondsContext, Task<Outcome<T>>> act)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (database.IsSqlite) await SqliteWriter.WaitAsync();
            try
            {
                await using var db = database.Open(fund);
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
                var outcome = await act(db);
                if (outcome.Refused) return outcome;
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
                return outcome;
            }
            // A duplicate is a conflict too: two that took the same next number. Tried again it finds the other's row.
            catch (Exception exception) when (Database.IsConflict(exception) || Database.IsDuplicate(exception))
            {
                if (attempt == 5) return new Busy();
            }
            finally
            {
                if (database.IsSqlite) SqliteWriter.Release();
            }
            // Not all after the same pause: who clashed once would clash again.
            await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 30 * attempt)));
        }
    }

    /// <summary>Runs something that needs the database to itself, such as vacuuming, while no other writer works.</summary>
    public async Task Alone(Func<WijkfondsContext, Task> act)
    {
        if (database.IsSqlite) await SqliteWriter.WaitAsync();
        try
        {
            await using var db = database.Open();
            await act(db);
        }
        finally
        {
            if (database.IsSqlite) SqliteWriter.Release();
        }
    }
}
