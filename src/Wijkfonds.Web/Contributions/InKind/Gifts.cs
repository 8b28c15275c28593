using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>What came of one offer in one year, worth by its giver's own word.</summary>
public sealed record Gift(Offer Offer, int Year, int Quantity, Cents Value)
{
    /// <summary>By year, the newest first; within it by contributor and number. What was taken back to nothing is not there.</summary>
    public static IReadOnlyList<Gift> Of(IEnumerable<Offer> offers) =>
        [.. offers.SelectMany(offer => OfferStanding.Deliveries(offer).GroupBy(d => d.Act.Day.Year).Select(year => new Gift(offer, year.Key,
                year.Sum(d => d.Act.Kind == OfferActKind.Delivered ? d.Act.Quantity : -d.Act.Quantity), year.Aggregate(Cents.Zero, (sum, d) => sum + d.Value))))
            .Where(g => g.Quantity != 0 || g.Value != Cents.Zero)
            .OrderByDescending(g => g.Year).ThenBy(g => g.Offer.Contributor.Number).ThenBy(g => g.Offer.Number)];
}
