namespace Wijkfonds.Democracy.Sortition;

/// <summary>Someone in the pool.</summary>
/// <param name="Label">Whom the draw means: a random reference or a row number, never a name. Unique in the pool.</param>
/// <param name="Values">Per feature of the problem, in its order: the index of this person's value in <see cref="Feature.Values"/>.</param>
/// <param name="Household">With whom this person lives: equal texts are one household. Null is a household of one's own.</param>
public sealed record Person(string Label, IReadOnlyList<int> Values, string? Household = null);
