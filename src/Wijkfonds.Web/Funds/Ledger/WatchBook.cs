using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>Redoes each fund's book a few times a day. Where it does not hold, all members and who checks the books are told at once, each once for each place.</summary>
public sealed class WatchBook(Database database, Work work, Outbox outbox, PublicAddress address) : IJob
{
    public string Name => "book-check";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task Run(DateTimeOffset now, CancellationToken stop)
    {
        await using var all = database.Open();
        foreach (var fund in await all.Set<Fund>().AsNoTracking().OrderBy(f => f.Slug).ToListAsync(stop))
        {
            stop.ThrowIfCancellationRequested();
            await using var db = database.Open(fund.Id);
            if ((await BookCheck.Again(db, now, fund.Id)).WrongFrom is { } entry) await Tell(fund, entry, now);
        }
    }

    private Task Tell(Fund fund, long entry, DateTimeOffset now) => work.Run<Done>(fund.Id, async db =>
    {
        foreach (var account in await SeatHolders.Of(db, fund.Id, now, SeatHolders.OfMoney))
            await outbox.Write(db, now, fund.Id, $"book-wrong/{fund.Id:N}/{entry}/{account.Id:N}", account, "book-wrong", fund.Name, entry, address.Of(fund, "/geld/boekingen"));
        return Done.It;
    });
}
