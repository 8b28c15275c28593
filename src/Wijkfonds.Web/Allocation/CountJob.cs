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
        await Compute(failed, stop);
        if (failed.Count > 0) throw new AggregateException(failed);
    }

    /// <summary>What the results mean, after them and outside their transaction: nobody waits for a comparison to know who won.</summary>
    private async Task Compute(List<Exception> failed, CancellationToken stop)
    {
        List<Guid> rounds;
        await using (var db = database.Open())
            rounds = await db.Set<SectionResult>().Where(r => !db.Set<SectionFigures>().Any(f => f.SectionResultId == r.Id))
                .Select(r => r.RoundId).Distinct().OrderBy(id => id).ToListAsync(stop);
        foreach (var round in rounds)
        {
            try
            {
                await using var db = database.Open();
                var figures = await Counting.MissingFigures(db, round);
                await work.Run<Done>(null, fresh =>
                {
                    fresh.AddRange(figures);
                    return Task.FromResult<Outcome<Done>>(Done.It);
                });
            }
            catch (Exception exception) when (Database.IsDuplicate(exception))
            {
                // Another server computed them at this moment; they are the same.
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failed.Add(exception);
            }
        }
    }
}
