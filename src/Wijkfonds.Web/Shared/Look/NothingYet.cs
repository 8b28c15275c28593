namespace Wijkfonds.Web.Shared.Look;

/// <summary>An empty state that invites (_Empty): what is not there yet, and what you can do about it.</summary>
public sealed record NothingYet(string Title, string Text, string? Act = null, string? Href = null);
