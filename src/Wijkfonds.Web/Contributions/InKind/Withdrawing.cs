using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>The giver takes back what did not come yet, from a day on and with a reason: its own representative, or the treasurer on its letter. Teams that counted on it are told.</summary>
public sealed class Withdrawing(Outbox outbox, PublicAddress address)
{
    public static bool May(Viewer who, Offer offer) => who.Represents.Any(r => r.ContributorId == offer.ContributorId) || Treasury.Bar(who) is null;

    public async Task<Outcome<OfferAct>> Withdraw(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, int contributor, int number, string? from, string? reason)
    {
        who = await who.Again(db, now);
        if (await Offers.Find(db, contributor, number) is not { } offer) return new NotFoundHere();
        if (!May(who, offer)) return Treasury.Bar(who)!;
        var today = await Book.Today(db, now, fund.Id);
        var standing = OfferStanding.Of(offer, today);
        if (standing.IsWithdrawn) return new WithdrawnBefore(standing.Ends);
        if (standing.IsOver) return new OfferHasEnded(standing.Ends);
        if (AgreementForm.Day(from) is not { } day || day < today || day > offer.Until) return new Missing("from", "Offer.WithdrawnFrom");
        var why = Typed.Needed(reason, "why", OfferNote.Longest, "Offer.Reason");
        if (why.Refused) return why.Refusal;
        var act = offer.Next(OfferActKind.Withdrawn, who.AccountId!.Value, now, day, 0, note: why.Value);
        db.Add(act);
        foreach (var portion in standing.Plans.Where(p => p.ToCome > 0))
        {
            var plan = await db.Set<Proposal>().SingleAsync(p => p.Id == portion.Plan);
            foreach (var one in await PlanTeam.People(db, plan.Id))
                await outbox.Write(db, now, fund.Id, $"kind-withdrawn/{act.Id:N}/{plan.Id:N}/{one.Id:N}", one, "kind-withdrawn",
                    offer.Contributor.Party.Name, offer.What, plan.Title, day, why.Value, address.Of(fund, Offers.PathOf(offer)));
        }
        return act;
    }
}
