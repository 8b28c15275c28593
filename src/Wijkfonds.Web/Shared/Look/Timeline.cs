namespace Wijkfonds.Web.Shared.Look;

/// <summary>The line of time of a round (_Timeline). Next is the next date in words: "nog 5 dagen, tot zondag 14 maart, 20.00 uur".</summary>
public sealed record Timeline(IReadOnlyList<TimelineStep> Steps, string? Next = null);

public sealed record TimelineStep(string Name, string? When, TimelineState State);

public enum TimelineState { Done, Here, Later }
