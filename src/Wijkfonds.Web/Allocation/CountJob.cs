using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation;

/// <summary>Counts what was sealed, in every fund. Twice, late or on two servers: the round is counted once.</summary>
public sealed class CountJob(Database database, Work work) : IJob
{
    public string Name => "count";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task Run(DateTimeOffset now, CancellationToken stop)
    {
        List<Guid> due;
        await using (var db = database.Open())
            due = await db.Set<Round>().Where(r => r.Acts.Any(a => a.Kind == RoundActKind.Sealed)
                    && !r.Acts.Any(a => a.Kind == RoundActKind.Counted || a.Kind == RoundActKind.Cancelled))
                .OrderBy(r => r.CreatedAt).Select(r => r.Id).ToListAsync(stop);
        var failed = new List<Exception>();
        foreach (var round in due)
        {
            try
            {
                await work.Run<Done>(null, db => Counting.Count(db, round, now));
            }
            catch (Exception exception) when (Database.IsDuplicate(exception))
            {
                // Another server counted it at this moment; the database kept the first.
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // One round that cannot be counted keeps no other waiting.
                failed.Add(exception);
            }
        }
        if (failed.Count > 0) throw new AggregateException(failed);
    }
}
