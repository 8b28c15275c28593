using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>
/// Money left the bank and nobody released it: all members and the audit committee are told at once. The bank's own small
/// costs are the one exception.
/// </summary>
public sealed class BankAlarm(Outbox outbox, PublicAddress address)
{
    /// <summary>How many of these lines are alarming.</summary>
    public async Task<int> Raise(WijkfondsContext db, DateTimeOffset now, Fund fund, IReadOnlyList<BankLine> lines)
    {
        var proposing = await Proposing.On(db, fund);
        var alarming = lines.Where(l => IsAlarming(proposing, l, l.Amount)).OrderBy(l => l.Number).ToList();
        if (alarming.Count == 0) return 0;
        var people = await db.Set<Seat>().Where(s => s.FundId == fund.Id && s.AccountId != null && s.Body != Body.Desk && s.From <= now && now < s.Until)
            .OrderBy(s => s.Body).ThenBy(s => s.Number).Join(db.Set<Account>(), s => s.AccountId, a => a.Id, (_, a) => a).ToListAsync();
        foreach (var line in alarming)
            foreach (var account in people.DistinctBy(a => a.Id))
                await outbox.Write(db, now, fund.Id, $"bank-alarm/{line.Id:N}/{account.Id:N}", account, "bank-alarm", fund.Name, -line.Amount, line.BookedOn,
                    address.Of(fund, string.Create(CultureInfo.InvariantCulture, $"/geld/bank/regels/{line.Number}")));
        return alarming.Count;
    }

    /// <summary>Outgoing, and neither a released payment, nor what two members gave back to a giver, nor small costs of the bank.</summary>
    public static bool IsAlarming(Proposing proposing, BankLine line, Cents left) =>
        left < Cents.Zero && proposing.For(line, left).Where(p => p.Kind is ProposalKind.Payment or ProposalKind.Refund || p.Sure).Aggregate(Cents.Zero, (sum, p) => sum + p.Amount) > left;
}
