using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>The treasurer enters what an organisation gives that is no money; it counts once a second member read it.</summary>
public sealed class EnterOffer(Deciding deciding, Texts texts)
{
    public const int MostYears = 10;

    /// <param name="form">The form's own reference: the same one posted twice enters one offer.</param>
    public async Task<Outcome<Offer>> New(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int number, Guid form, OfferForm typed)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await db.Set<Offer>().IgnoreQueryFilters().SingleOrDefaultAsync(o => o.Id == form) is { } before) return before.FundId == fund ? before : new NotFoundHere();
        if (await db.Set<Contributor>().Include(c => c.Party).SingleOrDefaultAsync(c => c.Number == number) is not { } contributor) return new NotFoundHere();
        if (contributor.ConfirmedAt is null) return new ContributorNotConfirmed();
        var read = await Read(db, now, contributor, form, typed);
        if (read.Refused) return read.Refusal;
        var offer = read.Value;
        db.Add(offer);
        // Saved first: who stands aside is asked of the offer as it stands.
        await db.SaveChangesAsync();
        return await Propose(db, who, now, offer);
    }

    /// <summary>What the desk typed over from paper: the treasurer read it, and puts it to a second member.</summary>
    public async Task<Outcome<Offer>> PutForward(WijkfondsContext db, Viewer who, DateTimeOffset now, int contributor, int number)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        return await Offers.OnPaper(db).SingleOrDefaultAsync(o => o.Contributor.Number == contributor && o.Number == number) is { } offer ? await Propose(db, who, now, offer) : new NotFoundHere();
    }

    private async Task<Outcome<Offer>> Propose(WijkfondsContext db, Viewer who, DateTimeOffset now, Offer offer)
    {
        var words = texts.In(await db.Set<Fund>().Where(f => f.Id == offer.FundId).Select(f => f.Language).SingleAsync());
        var decision = await deciding.Propose(db, who, now, DecisionKind.ConfirmOffer, offer.Id,
            words["offer.about", offer.Contributor.Party.Name, offer.What, words.Worth(offer, offer.Quantity)], Offers.PathOf(offer));
        return decision.Refused ? decision.Refusal : offer;
    }

    internal static async Task<Outcome<Offer>> Read(WijkfondsContext db, DateTimeOffset now, Contributor contributor, Guid form, OfferForm typed)
    {
        if (!Enum.GetNames<OfferKind>().Contains(typed.Kind)) return new Missing("Kind", "Offer.Kind");
        var kind = Enum.Parse<OfferKind>(typed.Kind!);
        var what = Typed.Needed(typed.What, "What", Offer.LongestWhat, "Offer.What");
        if (what.Refused) return what.Refusal;
        if (AgreementForm.Whole(typed.Quantity) is not (>= 1 and <= Offer.Most and var quantity)) return new Missing("Quantity", "Offer.Quantity");
        if (!Enum.GetNames<OfferUnit>().Contains(typed.Unit)) return new Missing("Unit", "Offer.Unit");
        var unit = Enum.Parse<OfferUnit>(typed.Unit!);
        if (!Offer.UnitsOf(kind).Contains(unit)) return new UnitDoesNotFit(kind, unit);
        var value = Typed.Amount(typed.Value, "Value");
        if (value.Refused) return value.Refusal;
        if (value.Value <= Cents.Zero || value.Value > Book.Largest) return new Missing("Value", "Offer.Value");
        var valuation = Typed.Needed(typed.Valuation, "Valuation", Offer.LongestValuation, "Offer.Valuation");
        if (valuation.Refused) return valuation.Refusal;

        var today = await Book.Today(db, now, contributor.FundId);
        if (AgreementForm.Day(typed.From) is not { } from || from < today.AddYears(-1) || from > today.AddYears(MostYears)) return new Missing("From", "Offer.From");
        if (await BookYear.Bars(db, contributor.FundId, from) is { } closed) return new OfferYearClosed("From", closed.Closed);
        if (AgreementForm.Day(typed.Until) is not { } until || until < from || until < today || until > today.AddYears(MostYears)) return new Missing("Until", "Offer.Until");
        var plan = string.IsNullOrEmpty(typed.Plan) ? null : await OfferForm.PlanOf(db, typed.Plan);
        if (!string.IsNullOrEmpty(typed.Plan) && plan is null) return new Missing("Plan", "Offer.Plan");
        if (plan is not null && await PlanTeam.Takes(db, plan) is { } no) return no;
        return new Offer
        {
            Id = form, FundId = contributor.FundId, ContributorId = contributor.Id, Contributor = contributor,
            Number = 1 + (await db.Set<Offer>().Where(o => o.ContributorId == contributor.Id).MaxAsync(o => (int?)o.Number) ?? 0),
            Kind = kind, What = what.Value, Unit = unit, Quantity = quantity, Value = value.Value, Valuation = valuation.Value,
            From = from, Until = until, ProposalId = plan?.Id, Proposal = plan, EnteredAt = now,
        };
    }
}
