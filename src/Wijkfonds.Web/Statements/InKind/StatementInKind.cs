using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.InKind;

/// <summary>So much of an offer, in its unit, and what that is worth as its giver says.</summary>
public readonly record struct Amount(int Quantity, Cents Value)
{
    public static Amount operator -(Amount a, Amount b) => new(a.Quantity - b.Quantity, a.Value - b.Value);
}

/// <summary>What came to one plan in the period.</summary>
public sealed record DeliveredTo(int Round, string RoundName, int Number, string Title, Amount Delivered);

/// <summary>What happened to one offer in the period, and what of it is open at the end: still to come, or left for others.</summary>
public sealed record StatementOffer(Offer Offer, Amount Offered, Amount Accepted, Amount Delivered, Amount Lapsed, Amount Withdrawn, Amount Open, IReadOnlyList<DeliveredTo> Plans)
{
    public bool IsEmpty => new[] { Offered, Accepted, Delivered, Lapsed, Withdrawn, Open }.All(a => a is { Quantity: 0, Value.Value: 0 });

    /// <summary>The figures with the names they have in files, those that are nothing left out, the offered one always there.</summary>
    public IEnumerable<(string Name, Amount Amount)> Figures =>
        new[] { ("offered", Offered), ("accepted", Accepted), ("delivered", Delivered), ("lapsed", Lapsed), ("withdrawn", Withdrawn), ("open", Open) }.Where(f => f.Item1 == "offered" || f.Item2.Quantity != 0);
}

/// <summary>
/// The part of a statement that is no money: what an organisation gave in kind, over the same days and as known on the same
/// day. It stands beside the figures of money and is never added to them.
/// </summary>
/// <param name="Years">Every year that it says something about.</param>
public sealed record StatementInKind(IReadOnlyList<StatementOffer> Offers, IReadOnlyList<int> Years)
{
    public static readonly StatementInKind None = new([], []);

    /// <param name="end">What was recorded from this instant on is not known.</param>
    public static async Task<StatementInKind> Of(WijkfondsContext db, Guid fund, Guid contributor, Period period, DateTimeOffset end)
    {
        var offers = (await Contributions.InKind.Offers.Counting(db).Where(o => o.ContributorId == contributor).ToListAsync())
            .Where(o => o.Acts.Any(a => a.Kind == OfferActKind.Offered && a.At < end)).ToList();
        if (offers.Count == 0) return None;
        // A day that is known whole ends where the next begins: that one is the first that is not over.
        var today = await Book.Today(db, end, fund);
        return new StatementInKind([.. offers.Select(o => Of(o, period, today, end)).Where(o => !o.IsEmpty)],
            [.. offers.SelectMany(o => o.Acts.Where(a => a.At < end).Select(a => (DateOnly?)a.Day).Append(Gone(o, today, end)).OfType<DateOnly>()).Select(d => d.Year).Distinct().Order()]);
    }

    private static StatementOffer Of(Offer offer, Period period, DateOnly today, DateTimeOffset end)
    {
        var (standing, after) = At(offer, today, end, period.Last);
        var before = period.First is { } first ? At(offer, today, end, first.AddDays(-1)).Figures : default;
        return new StatementOffer(offer, after.Offered - before.Offered, after.Accepted - before.Accepted, after.Delivered - before.Delivered,
            after.Lapsed - before.Lapsed, after.Withdrawn - before.Withdrawn, Worth(offer, standing.Whole.Left + standing.Whole.ToCome), Plans(offer, period, end));
    }

    private static (OfferStanding Standing, (Amount Offered, Amount Accepted, Amount Delivered, Amount Lapsed, Amount Withdrawn) Figures) At(Offer offer, DateOnly today, DateTimeOffset end, DateOnly last)
    {
        var standing = OfferStanding.Of(offer, today, end, last);
        var (whole, gone) = (standing.Whole, Worth(offer, standing.Whole.Gone));
        return (standing, (Worth(offer, whole.Offered), Worth(offer, whole.Accepted), Worth(offer, whole.Delivered), standing.IsWithdrawn ? default : gone, standing.IsWithdrawn ? gone : default));
    }

    private static IReadOnlyList<DeliveredTo> Plans(Offer offer, Period period, DateTimeOffset end) =>
        [.. OfferStanding.Deliveries(offer, end).Where(d => d.Act.Day <= period.Last && (period.First is null || d.Act.Day >= period.First) && d.Act.Proposal is not null)
            .GroupBy(d => d.Act.Proposal!.Id).Select(plan => (plan.First().Act.Proposal!, Sum: new Amount(
                plan.Sum(d => d.Act.Kind == OfferActKind.Delivered ? d.Act.Quantity : -d.Act.Quantity), plan.Aggregate(Cents.Zero, (sum, d) => sum + d.Value))))
            .Where(p => p.Sum.Quantity != 0).OrderByDescending(p => p.Item1.Round.Number).ThenBy(p => p.Item1.Number)
            .Select(p => new DeliveredTo(p.Item1.Round.Number, p.Item1.Round.Name, p.Item1.Number ?? 0, p.Item1.Title, p.Sum))];

    private static Amount Worth(Offer offer, int quantity) => new(quantity, offer.Worth(quantity));

    /// <summary>The day on which something of it went; null while nothing did.</summary>
    private static DateOnly? Gone(Offer offer, DateOnly today, DateTimeOffset end) => OfferStanding.Of(offer, today, end) is { Whole.Gone: > 0 } standing ? standing.Ends : null;
}
