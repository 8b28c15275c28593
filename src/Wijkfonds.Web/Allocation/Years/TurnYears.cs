using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Years;

/// <summary>Years whose money arrived before it was free in the pot become commitments as soon as it is: see README.md.</summary>
public sealed class TurnYears(Database database, Work work, Turning turning) : IJob
{
    public string Name => "conditional-years";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Run(DateTimeOffset now, CancellationToken stop)
    {
        List<Guid> funds;
        await using (var db = database.Open())
            funds = await db.Set<ConditionalYear>().Where(y => y.TurnedAt == null && y.EndedAt == null).Select(y => y.FundId).Distinct().Order().ToListAsync(stop);
        foreach (var fund in funds)
        {
            stop.ThrowIfCancellationRequested();
            if (!await Arrived(now, fund)) continue;
            await work.Run<Done>(fund, async db =>
            {
                await turning.Turn(db, now, fund);
                return Done.It;
            });
        }
    }

    /// <summary>Looks without a lock first: most minutes nothing arrived, and nobody need wait for that.</summary>
    private async Task<bool> Arrived(DateTimeOffset now, Guid fund)
    {
        await using var db = database.Open(fund);
        return (await YearStandings.Of(db, fund, await Funds.Ledger.Book.Today(db, now, fund))).Waiting.Any(s => s.State == YearState.Arrived);
    }
}
