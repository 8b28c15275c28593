using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Shared;

/// <summary>How jobs go round: every fund in a transaction of its own, in the order of their addresses.</summary>
public sealed class EachFund(Database database, Work work)
{
    public async Task Run(Func<WijkfondsContext, Fund, Task> act, CancellationToken stop)
    {
        List<Fund> funds;
        await using (var db = database.Open()) funds = await db.Set<Fund>().AsNoTracking().OrderBy(f => f.Slug).ToListAsync(stop);
        foreach (var fund in funds)
        {
            stop.ThrowIfCancellationRequested();
            await work.Run<Done>(fund.Id, async db =>
            {
                await act(db, fund);
                return Done.It;
            });
        }
    }
}
