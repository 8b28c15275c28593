using System.Globalization;
using Wijkfonds.Web.Proposals;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>The form with which a team takes up part of an offer (_Accept); Typed is the page that was posted to, where it was refused.</summary>
public sealed record AcceptOffer(OfferStanding Standing, IReadOnlyList<Proposal> Plans, DateOnly Today, ShowModel? Typed = null)
{
    public string Id(string field) => string.Create(CultureInfo.InvariantCulture, $"{field}-{Standing.Offer.Contributor.Number}-{Standing.Offer.Number}");
}

/// <summary>The forms with which a team confirms what came, or gives back what it does not need (_Deliver).</summary>
public sealed record DeliverOffer(OfferStanding Standing, Proposal Plan, DateOnly Today, ShowModel? Typed = null)
{
    public int ToCome => Standing.ToComeFor(Plan.Id);

    /// <summary>What was typed, where this is the plan that it was typed for.</summary>
    public ShowModel? Refused => Typed?.Refusal is not null && Typed.PlanTyped == OfferForm.KeyOf(Plan) ? Typed : null;

    public string Id(string field) => string.Create(CultureInfo.InvariantCulture, $"{field}-{Standing.Offer.Contributor.Number}-{Standing.Offer.Number}-{OfferForm.KeyOf(Plan)}");
}
