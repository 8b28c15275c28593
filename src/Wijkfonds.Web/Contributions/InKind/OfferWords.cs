using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>Offers in people's words.</summary>
public static class OfferWords
{
    /// <summary>"1 dagdeel", "20 uur".</summary>
    public static string Quantity(this Words words, Offer offer, int quantity) => words.Count($"offer.unit.{offer.Unit}", quantity);

    /// <summary>The same with what that is worth: "20 uur (€ 800)".</summary>
    public static string Worth(this Words words, Offer offer, int quantity) => words["offer.worth", words.Quantity(offer, quantity), offer.Worth(quantity)];

    public static string Plan(this Words words, Proposal plan) => words["offer.plan", plan.Number ?? 0, plan.Title, plan.Round.Name];

    /// <summary>Everything that the second member agrees to, and that a page tells.</summary>
    public static IReadOnlyList<string> Terms(this Words words, Offer offer) =>
    [
        words["offer.term.what", offer.Kind, words.Quantity(offer, offer.Quantity), offer.What], words["offer.term.value", offer.Value, offer.Valuation],
        words["offer.term.days", offer.From, offer.Until], offer.Proposal is { } plan ? words["offer.term.plan", words.Plan(plan)] : words["offer.term.anybody"],
    ];
}
