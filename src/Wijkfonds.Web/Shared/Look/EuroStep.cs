namespace Wijkfonds.Web.Shared.Look;

/// <summary>One step of "follow the euro" (_Euro takes a list): contributor, pot, round, plan, payment, story.</summary>
public sealed record EuroStep(string Kind, string Name, string? Href = null, Cents? Amount = null);
