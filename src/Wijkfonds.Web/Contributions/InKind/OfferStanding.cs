using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>Where an offer stands as a whole.</summary>
public enum OfferState { Open, Accepted, Delivered, PartlyDelivered, Lapsed, Withdrawn }

/// <summary>How much of an offer is where, in its own unit: offered is delivered, still to come, left for others, or gone.</summary>
public readonly record struct Portion(int Offered, int Accepted, int Delivered, int ToCome, int Left)
{
    /// <summary>Lapsed, or taken back by its giver.</summary>
    public int Gone => Offered - Delivered - ToCome - Left;
}

/// <summary>What one plan has of it.</summary>
public sealed record PlanPortion(Guid Plan, int Accepted, int Delivered, int ToCome);

/// <summary>
/// An offer on a day, as known before an instant: what was recorded, and what the clock did since. Nothing is stored of it, so
/// that an offer lapses without anybody doing anything, and what was known on a past day stays as it was.
/// </summary>
public sealed record OfferStanding(Offer Offer, DateOnly Ends, bool IsWithdrawn, bool IsOver, Portion Whole, IReadOnlyList<PlanPortion> Plans)
{
    /// <summary>For so many days after its end a team can still confirm what came before it.</summary>
    public const int DaysToConfirm = 30;

    public DateOnly ConfirmUntil => Ends.AddDays(DaysToConfirm);

    public OfferState State => Whole switch
    {
        { Left: > 0 } => OfferState.Open,
        { ToCome: > 0 } => OfferState.Accepted,
        { Delivered: 0 } => IsWithdrawn ? OfferState.Withdrawn : OfferState.Lapsed,
        { Gone: > 0 } => OfferState.PartlyDelivered,
        _ => OfferState.Delivered,
    };

    /// <param name="today">The first day that is not over.</param>
    /// <param name="before">What was recorded from this instant on does not count; null counts everything.</param>
    /// <param name="last">What is of a later day does not count; null counts every day.</param>
    public static OfferStanding Of(Offer offer, DateOnly today, DateTimeOffset? before = null, DateOnly? last = null)
    {
        var known = offer.Acts.Where(a => before is null || a.At < before).ToList();
        var acts = known.Where(a => last is null || a.Day <= last).ToList();
        var withdrawn = known.FirstOrDefault(a => a.Kind == OfferActKind.Withdrawn);
        var ends = withdrawn?.Day ?? offer.Until;
        var within = last is null || ends <= last;
        var isOver = within && (withdrawn is null ? today > ends : today >= ends);
        var isFinal = within && today > ends.AddDays(DaysToConfirm);

        var plans = acts.Where(a => a.ProposalId is not null).OrderBy(a => a.Order).GroupBy(a => a.ProposalId!.Value).Select(plan =>
        {
            var (accepted, delivered) = (Net(plan, OfferActKind.Accepted, OfferActKind.Returned), Net(plan, OfferActKind.Delivered, OfferActKind.Corrected));
            return new PlanPortion(plan.Key, accepted, delivered, isFinal ? 0 : accepted - delivered);
        }).ToList();
        var (offered, taken) = (acts.Where(a => a.Kind == OfferActKind.Offered).Sum(a => a.Quantity), plans.Sum(p => p.Accepted));
        return new OfferStanding(offer, ends, withdrawn is not null, isOver,
            new Portion(offered, taken, plans.Sum(p => p.Delivered), plans.Sum(p => p.ToCome), isOver ? 0 : offered - taken), plans);
    }

    /// <summary>
    /// The least that this is on any day from this one on, as all is known now. An act that is dated back may not take what was
    /// another's by then: so that no statement of any day ever shows more accepted than offered, or more delivered than accepted.
    /// </summary>
    public static int Least(Offer offer, DateOnly today, DateOnly from, Func<OfferStanding, int> of) =>
        offer.Acts.Select(a => a.Day).Where(d => d > from).Append(from).Distinct().Min(day => of(Of(offer, today, last: day)));

    public int ToComeFor(Guid plan) => Plans.SingleOrDefault(p => p.Plan == plan)?.ToCome ?? 0;

    /// <summary>
    /// Each delivery, and each that was taken back, with its value: the rise of the running total in order of days, so that the
    /// values of any days add up to what all of them together is worth, and no cent is left.
    /// </summary>
    public static IEnumerable<(OfferAct Act, Cents Value)> Deliveries(Offer offer, DateTimeOffset? before = null)
    {
        var running = 0;
        foreach (var act in offer.Acts.Where(a => (before is null || a.At < before) && a.Kind is OfferActKind.Delivered or OfferActKind.Corrected).OrderBy(a => a.Day).ThenBy(a => a.Order))
        {
            var then = running + (act.Kind == OfferActKind.Delivered ? act.Quantity : -act.Quantity);
            yield return (act, offer.Worth(then) - offer.Worth(running));
            running = then;
        }
    }

    private static int Net(IEnumerable<OfferAct> acts, OfferActKind more, OfferActKind less) =>
        acts.Sum(a => a.Kind == more ? a.Quantity : a.Kind == less ? -a.Quantity : 0);
}

public static class OfferStates
{
    /// <summary>The look of its badge.</summary>
    public static string Badge(this OfferState state) => state switch
    {
        OfferState.Delivered or OfferState.PartlyDelivered => "open",
        OfferState.Lapsed or OfferState.Withdrawn => "no",
        _ => "wait",
    };
}
