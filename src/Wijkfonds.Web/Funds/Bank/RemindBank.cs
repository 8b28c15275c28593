using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>The bank was not read for 35 days: the treasurer is told, once for each time it is late.</summary>
public sealed class RemindBank(Database database, Work work, Outbox outbox, PublicAddress address) : IJob
{
    public string Name => "bank-overdue";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task Run(DateTimeOffset now, CancellationToken stop)
    {
        List<Fund> funds;
        await using (var db = database.Open()) funds = await db.Set<Fund>().AsNoTracking().OrderBy(f => f.Slug).ToListAsync(stop);
        foreach (var fund in funds)
        {
            stop.ThrowIfCancellationRequested();
            await work.Run(fund.Id, async db =>
            {
                if (await BankBalance.Overdue(db, fund.Id, now) is not { } since) return (Outcome<Done>)Done.It;
                var treasurers = await db.Set<Seat>().Where(s => s.FundId == fund.Id && s.AccountId != null && s.Body == Body.Alliance && s.Post == Post.Treasurer && s.From <= now && now < s.Until)
                    .OrderBy(s => s.Number).Join(db.Set<Account>(), s => s.AccountId, a => a.Id, (_, a) => a).ToListAsync(stop);
                foreach (var treasurer in treasurers.DistinctBy(t => t.Id))
                    await outbox.Write(db, now, fund.Id, $"bank-overdue/{since.ToUnixTimeMilliseconds()}/{treasurer.Id:N}", treasurer, "bank-overdue", fund.Name, BankBalance.OverdueDays, address.Of(fund, "/geld/bank"));
                return Done.It;
            });
        }
    }
}
