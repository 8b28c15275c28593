using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>What a team typed to take up, or give back, part of an offer. Plan: "round-number"; Date: since when, empty for today.</summary>
public sealed record AcceptForm(string? Plan, string? Quantity, string? Date = null);

/// <summary>A team takes up as much of an offer as it can use, and gives back what it does not need after all. The giver is told whom it is for.</summary>
public sealed class Accepting(Outbox outbox, PublicAddress address, Texts texts)
{
    /// <param name="form">The form's own reference: the same one posted twice accepts once.</param>
    public async Task<Outcome<OfferAct>> Accept(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, int contributor, int number, Guid form, AcceptForm typed)
    {
        who = await who.Again(db, now);
        if (await Offers.Find(db, contributor, number) is not { } offer) return new NotFoundHere();
        if (offer.Acts.SingleOrDefault(a => a.Id == form) is { } before) return before;
        if (await OfferForm.PlanOf(db, typed.Plan) is not { } plan) return new Missing("plan", "Offer.Plan");
        if (await PlanTeam.Bars(db, who, now, plan, offer.ContributorId) is { } bar) return bar;
        if (await PlanTeam.Takes(db, plan) is { } no) return no;
        if (offer.Proposal is { } meant && meant.Id != plan.Id) return new MeantForOther(meant.Number ?? 0, meant.Title);
        var today = await Book.Today(db, now, fund.Id);
        var standing = OfferStanding.Of(offer, today);
        if (standing.IsOver) return new OfferHasEnded(standing.Ends);
        if (AgreementForm.Whole(typed.Quantity) is not (>= 1 and var quantity)) return new Missing("quantity", "Offer.Quantity");
        if (quantity > standing.Whole.Left) return new MoreThanLeft(quantity, standing.Whole.Left, offer.Unit);
        var first = offer.Acts.Single(a => a.Kind == OfferActKind.Offered).Day;
        if ((string.IsNullOrWhiteSpace(typed.Date) ? today : AgreementForm.Day(typed.Date)) is not { } day) return new Missing("date", "Offer.Date");
        if (day < first || day > today) return new DayOutsideOffer(first, today);
        if (await BookYear.Bars(db, fund.Id, day) is { } closed) return closed;
        if (OfferStanding.Least(offer, today, day, s => s.Whole.Left) is var then && quantity > then) return new NotThatDay(day, then, offer.Unit);

        var act = offer.Next(OfferActKind.Accepted, who.AccountId!.Value, now, day, quantity, plan.Id, form);
        db.Add(act);
        var party = offer.Contributor.Party;
        if (party is { Email.Length: > 0, ErasedAt: null })
            await outbox.WriteTo(db, now, fund.Id, $"kind-accepted/{act.Id:N}", party.Email, fund.Language, "kind-accepted", false,
                texts.In(fund.Language, fund.Zone).Quantity(offer, quantity), offer.What, plan.Title, fund.Desk, address.Of(fund, Offers.PathOf(offer)));
        return act;
    }

    /// <summary>The team does not need so much: the rest is for others again, as long as the offer stands.</summary>
    public static async Task<Outcome<OfferAct>> GiveBack(WijkfondsContext db, Viewer who, DateTimeOffset now, Fund fund, int contributor, int number, Guid form, AcceptForm typed)
    {
        who = await who.Again(db, now);
        if (await Offers.Find(db, contributor, number) is not { } offer) return new NotFoundHere();
        if (offer.Acts.SingleOrDefault(a => a.Id == form) is { } before) return before;
        if (await OfferForm.PlanOf(db, typed.Plan) is not { } plan) return new Missing("plan", "Offer.Plan");
        if (await PlanTeam.Bars(db, who, now, plan, offer.ContributorId) is { } bar) return bar;
        var today = await Book.Today(db, now, fund.Id);
        var standing = OfferStanding.Of(offer, today);
        if (standing.IsOver) return new OfferHasEnded(standing.Ends);
        if (AgreementForm.Whole(typed.Quantity) is not (>= 1 and var quantity)) return new Missing("delivered", "Offer.Quantity");
        if (standing.ToComeFor(plan.Id) is var open && quantity > open) return new MoreThanAccepted(quantity, open, offer.Unit);
        var act = offer.Next(OfferActKind.Returned, who.AccountId!.Value, now, today, quantity, plan.Id, form);
        db.Add(act);
        return act;
    }
}
