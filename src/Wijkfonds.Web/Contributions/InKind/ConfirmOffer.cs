using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>From now on teams can take it up; the team that it is meant for is told.</summary>
public sealed class ConfirmOffer(Outbox outbox, PublicAddress address) : IEffect
{
    public DecisionKind Kind => DecisionKind.ConfirmOffer;

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    /// <summary>Who has an interest in the organisation, or in the plan it is for, does not say what it is worth.</summary>
    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        await db.Set<Offer>().Where(o => o.Id == decision.Subject).Select(o => new { o.ContributorId, o.ProposalId }).SingleOrDefaultAsync() is { } offer
            ? [offer.ContributorId, .. new[] { offer.ProposalId }.OfType<Guid>()] : [];

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var offer = await Offers.Whole(db).AsNoTracking().SingleAsync(o => o.Id == decision.Subject);
        return [words["offer.explain", offer.Contributor.Party.Name], .. words.Terms(offer), words["offer.explain.check"]];
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await Offers.Whole(db).SingleOrDefaultAsync(o => o.Id == decision.Subject) is not { } offer) return new NotFoundHere();
        var today = await Book.Today(db, now, offer.FundId);
        if (today > offer.Until) return new OfferHasEnded(offer.Until);
        if (await BookYear.Bars(db, offer.FundId, offer.From) is { } closed) return new OfferYearClosed("", closed.Closed);
        db.Add(offer.Next(OfferActKind.Offered, who.AccountId!.Value, now, offer.From < today ? offer.From : today, offer.Quantity));
        if (offer.Proposal is not { } plan) return null;
        var fund = (await db.Set<Fund>().FindAsync(offer.FundId))!;
        foreach (var one in await PlanTeam.People(db, plan.Id))
            await outbox.Write(db, now, fund.Id, $"kind-offered/{offer.Id:N}/{one.Id:N}", one, "kind-offered",
                offer.Contributor.Party.Name, plan.Title, offer.What, offer.Until, address.Of(fund, "/mijn/in-natura"));
        return null;
    }
}
