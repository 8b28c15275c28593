using System.Collections.Concurrent;
using System.Globalization;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation;

/// <summary>How many more votes would have elected a plan. A result never changes: what was found once is kept, in memory only.</summary>
/// <param name="Votes">The smallest number that is enough; null where votes alone are not.</param>
/// <param name="GaveUp">Whether it took too long to find.</param>
public sealed record Enough(long? Votes, bool GaveUp = false);

/// <summary>
/// Finds it by recounting, when somebody asks. One search at a time, whoever asks for how many plans: pages that people
/// wait for go before it. A page waits a moment and then says that the answer takes longer.
/// </summary>
public sealed class EnoughVotes(Database database, IHostApplicationLifetime life)
{
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<Guid, Lazy<Task<Enough>>> answers = new();
    private readonly SemaphoreSlim one = new(1);

    /// <summary>The answer for a plan that lost with votes; null while it is being searched.</summary>
    public async Task<Enough?> For(Round round, PlanResult plan)
    {
        var search = answers.GetOrAdd(plan.Id, id => new(() => Task.Run(() => Search(id, round, plan)))).Value;
        try { return await search.WaitAsync(Moment); }
        catch (TimeoutException) { return null; }
    }

    private async Task<Enough> Search(Guid id, Round round, PlanResult plan)
    {
        await one.WaitAsync(life.ApplicationStopping);
        try
        {
            await using var db = database.Open(round.FundId);
            var at = round.Sections.OrderBy(s => s.Number).ToList().FindIndex(s => s.Id == plan.Plan.SectionId);
            var outcome = (await Counting.Sections(db, round))[at].Outcome;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping);
            patience.CancelAfter(Longest);
            return new(SufficientVotes.For(outcome, plan.Plan.Number.ToString(CultureInfo.InvariantCulture), patience.Token));
        }
        catch (OperationCanceledException) { return new(null, GaveUp: true); }
        catch
        {
            // A fault is not an answer: the next who asks tries again.
            answers.TryRemove(id, out _);
            throw;
        }
        finally { one.Release(); }
    }
}
