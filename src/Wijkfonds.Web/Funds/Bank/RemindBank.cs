using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>The bank was not read for 35 days: the treasurer is told, once for each time it is late.</summary>
public sealed class RemindBank(EachFund funds, Outbox outbox, PublicAddress address) : IJob
{
    public string Name => "bank-overdue";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task Run(DateTimeOffset now, CancellationToken stop) => funds.Run(async (db, fund) =>
    {
        if (await BankBalance.Overdue(db, fund.Id, now) is not { } since) return;
        foreach (var treasurer in await SeatHolders.Of(db, fund.Id, now, SeatHolders.Treasurers))
            await outbox.Write(db, now, fund.Id, $"bank-overdue/{since.ToUnixTimeMilliseconds()}/{treasurer.Id:N}", treasurer, "bank-overdue", fund.Name, BankBalance.OverdueDays, address.Of(fund, "/geld/bank"));
    }, stop);
}
