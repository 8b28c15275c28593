using System.Globalization;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>Money left the bank and nobody released it: all members and the audit committee are told at once. What the bank itself calls its own costs is the one exception.</summary>
public sealed class BankAlarm(Outbox outbox, PublicAddress address)
{
    /// <summary>More lines than this come in one mail: a first list of a whole year must not be a flood.</summary>
    private const int MostMails = 3;

    /// <summary>How many of these new lines are alarming.</summary>
    public async Task<int> Raise(WijkfondsContext db, DateTimeOffset now, Fund fund, IReadOnlyList<BankLine> fresh)
    {
        if (fresh.All(l => l.IsIncoming)) return 0;
        var found = await OpenLines.Of(db, fund);
        var alarming = fresh.Where(l => found.Alarming.Contains(l.Id)).OrderBy(l => l.Number).ToList();
        if (alarming.Count == 0) return 0;
        var everybody = await SeatHolders.Of(db, fund.Id, now, SeatHolders.OfMoney);
        if (alarming.Count > MostMails)
        {
            var together = alarming.Aggregate(Cents.Zero, (sum, l) => sum - l.Amount);
            foreach (var account in everybody)
                await outbox.Write(db, now, fund.Id, $"bank-alarms/{alarming[0].Id:N}/{account.Id:N}", account, "bank-alarms", fund.Name, alarming.Count, together, address.Of(fund, "/geld/bank"));
            return alarming.Count;
        }
        foreach (var line in alarming)
            foreach (var account in everybody)
                await outbox.Write(db, now, fund.Id, $"bank-alarm/{line.Id:N}/{account.Id:N}", account, "bank-alarm", fund.Name, -line.Amount, line.BookedOn,
                    address.Of(fund, string.Create(CultureInfo.InvariantCulture, $"/geld/bank/regels/{line.Number}")));
        return alarming.Count;
    }
}
