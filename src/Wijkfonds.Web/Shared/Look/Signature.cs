namespace Wijkfonds.Web.Shared.Look;

/// <summary>One of the pairs of eyes on an act (_Eyes takes a list): who did it and when, or, without a time, what waits.</summary>
public sealed record Signature(string Text, DateTimeOffset? At = null);
