using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>What a team typed about what came. Again: another delivery that looks the same; Thanks: a word for the giver.</summary>
public sealed record DeliveryForm(string? Plan, string? Quantity, string? Date, string? Thanks, bool Again);

/// <summary>The team confirms what came, and the giver is thanked. A mistake is taken back, and both stay.</summary>
public sealed class Delivering(Outbox outbox, PublicAddress address, Texts texts)
{
    /// <param name="form">The form's own reference: the same one posted twice is one delivery.</param>
    public async Task<Outcome<OfferAct>> Confirm(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, int contributor, int number, Guid form, DeliveryForm typed)
    {
        who = await who.Again(db, now);
        if (await Offers.Find(db, contributor, number) is not { } offer) return new NotFoundHere();
        if (offer.Acts.SingleOrDefault(a => a.Id == form) is { } before) return before;
        if (await OfferForm.PlanOf(db, typed.Plan) is not { } plan) return new Missing("plan", "Offer.Plan");
        if (await PlanTeam.Bars(db, who, now, plan, offer.ContributorId) is { } bar) return bar;
        var today = await Book.Today(db, now, fund.Id);
        var standing = OfferStanding.Of(offer, today);
        if (today > standing.ConfirmUntil) return new TooLateToConfirm(standing.ConfirmUntil);
        if (AgreementForm.Whole(typed.Quantity) is not (>= 1 and var quantity)) return new Missing("delivered", "Offer.Quantity");
        if (standing.ToComeFor(plan.Id) is var open && quantity > open) return new MoreThanAccepted(quantity, open, offer.Unit);
        if (AgreementForm.Day(typed.Date) is not { } day) return new Missing("date", "Offer.Date");
        var last = today < standing.Ends ? today : standing.Ends;
        if (day < offer.From || day > last) return new DayOutsideOffer(offer.From, last);
        if (await BookYear.Bars(db, fund.Id, day) is { } closed) return closed;
        if (OfferStanding.Least(offer, today, day, s => s.ToComeFor(plan.Id)) is var then && quantity > then) return new NotThatDay(day, then, offer.Unit);
        if (!typed.Again && Standing(offer).Any(a => a.ProposalId == plan.Id && a.Day == day && a.Quantity == quantity)) return new DeliveryLooksSame(day);
        var thanks = Typed.Line(typed.Thanks, "thanks", OfferNote.Longest);
        if (thanks.Refused) return thanks.Refusal;

        var act = offer.Next(OfferActKind.Delivered, who.AccountId!.Value, now, day, quantity, plan.Id, form, thanks.Value);
        db.Add(act);
        await Tell(db, now, fund, offer, plan, act, "kind-delivered", thanks.Value);
        return act;
    }

    /// <summary>Takes back a delivery that was confirmed by mistake. It counts on the day it was said to have come, or today where that year was closed.</summary>
    public async Task<Outcome<OfferAct>> Correct(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, int contributor, int number, int delivery, string? reason)
    {
        who = await who.Again(db, now);
        if (await Offers.Find(db, contributor, number) is not { } offer) return new NotFoundHere();
        if (offer.Acts.SingleOrDefault(a => a.Order == delivery && a.Kind == OfferActKind.Delivered) is not { Proposal: { } plan } delivered) return new NotFoundHere();
        if (await PlanTeam.Bars(db, who, now, plan, offer.ContributorId) is { } bar) return bar;
        if (!Standing(offer).Contains(delivered)) return new CorrectedBefore();
        var why = Typed.Needed(reason, "reason", OfferNote.Longest, "Offer.Reason");
        if (why.Refused) return why.Refusal;
        var day = await BookYear.Bars(db, fund.Id, delivered.Day) is null ? delivered.Day : await Book.Today(db, now, fund.Id);
        var act = offer.Next(OfferActKind.Corrected, who.AccountId!.Value, now, day, delivered.Quantity, plan.Id, note: why.Value, about: delivered.Order);
        db.Add(act);
        await Tell(db, now, fund, offer, plan, act, "kind-corrected", why.Value);
        return act;
    }

    /// <summary>The deliveries that were not taken back.</summary>
    public static IEnumerable<OfferAct> Standing(Offer offer) =>
        offer.Acts.Where(a => a.Kind == OfferActKind.Delivered && offer.Acts.All(c => c.About != a.Order)).OrderBy(a => a.Order);

    private async Task Tell(WijkfondsContext db, DateTimeOffset now, Fund fund, Offer offer, Proposal plan, OfferAct act, string name, string words)
    {
        if (offer.Contributor.Party is not { Email.Length: > 0, ErasedAt: null } party) return;
        await outbox.WriteTo(db, now, fund.Id, $"{name}/{act.Id:N}", party.Email, fund.Language, name, false,
            texts.In(fund.Language, fund.Zone).Worth(offer, act.Quantity), offer.What, plan.Title, act.Day, words, address.Of(fund, Offers.PathOf(offer)));
    }
}
