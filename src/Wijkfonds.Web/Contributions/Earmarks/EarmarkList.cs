using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>
/// A list of places that replaced an earlier one, from the moment a second member agreed. What was decided with the earlier
/// list keeps it: a ballot that was frozen before knows only the list of then.
/// </summary>
public sealed class EarmarkList : IOfFund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FundId { get; init; }
    public Guid EarmarkId { get; init; }
    /// <summary>From 2: the first list came with the earmark itself.</summary>
    public required int Number { get; init; }
    /// <summary>Which list of the giver's it is: "Woningen op 1 januari 2028".</summary>
    public required string Name { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; set; }
}

/// <summary>Which of an earmark's lists counts when.</summary>
public static class PlaceLists
{
    /// <summary>The list in force: the newest, or that of when a ballot was frozen. Null is the first, which came with the earmark.</summary>
    /// <param name="frozen">When the ballot was frozen; null while it is not.</param>
    public static EarmarkList? ListAt(this Earmark earmark, DateTimeOffset? frozen) =>
        earmark.Lists.Where(l => l.ConfirmedAt is { } confirmed && (frozen is null || confirmed <= frozen)).MaxBy(l => l.Number);

    public static IReadOnlyList<EarmarkPlace> PlacesAt(this Earmark earmark, DateTimeOffset? frozen) => earmark.PlacesOf(earmark.ListAt(frozen)?.Number ?? 1);

    /// <summary>Those of one list, in the order of its lines.</summary>
    public static IReadOnlyList<EarmarkPlace> PlacesOf(this Earmark earmark, int list) => [.. earmark.Places.Where(p => p.List == list).OrderBy(p => p.Line)];
}
