using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>Another bank account was agreed to: all members hear it, and the teams of the plans it is paid for. They have two days to say that it is wrong.</summary>
public sealed class TellingIban(Outbox outbox, PublicAddress address)
{
    public async Task Changed(WijkfondsContext db, DateTimeOffset now, IbanChange change, Party party)
    {
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == change.FundId);
        var paid = (await Outgoing.All(db)).Where(o => o.To is { } to && (to.Id == party.Id || Receiver.IsSame(to.Name, party.Name))).ToList();
        var (ending, from) = (change.Iban[^4..], change.UsableFrom!.Value);
        var members = await SeatHolders.Of(db, fund.Id, now, SeatHolders.Members);
        foreach (var member in members)
            await outbox.Write(db, now, fund.Id, $"iban-changed/{change.Id:N}/{member.Id:N}", member, "iban-changed", party.Name, ending, from, change.Note,
                address.Of(fund, paid.Count > 0 ? $"/geld/betalingen/{paid[0].Key}/rekening" : "/geld/betalingen"));
        foreach (var award in paid.Select(o => o.Award).OfType<Award>().DistinctBy(a => a.Id).OrderBy(a => a.Number))
            foreach (var mate in (await AwardTeam.Of(db, award)).Where(mate => members.All(m => m.Id != mate.Id)))
                await outbox.Write(db, now, fund.Id, $"iban-changed/{change.Id:N}/{mate.Id:N}", mate, "iban-changed-team", award.Proposal.Title, party.Name, ending, from,
                    address.Of(fund, $"/mijn/toekenningen/{award.Number}"));
    }
}
