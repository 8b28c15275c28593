using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>What <c>Leximin.Find</c> answers: a <see cref="FairLottery"/>, or <see cref="Infeasible"/>.</summary>
/// <param name="Problem">What was asked.</param>
public abstract record Solution(SelectionProblem Problem);

/// <summary>A lottery over feasible panels in which the least probability of anyone is as large as it can be, then the next least, and so on (LEXIMIN).</summary>
/// <param name="Problem">What was asked.</param>
/// <param name="Panels">Different panels that each meet every quota, in the order of <see cref="Panel.CompareTo"/>; at most one more than there are people.
/// Their weights are above 0 and sum to exactly 1.</param>
/// <param name="Probabilities">Per person, in the order of the pool: the exact sum of the weights of the panels with this person. They sum to the panel's size.</param>
/// <param name="Levels">The different probabilities with who has them, ascending. The first is the least of those who can be drawn at all.</param>
/// <param name="Uncovered">Indices of the people who are in no feasible panel, ascending: their probability is 0, and someone has to tell them.</param>
/// <param name="Certificate">Why no lottery is fairer.</param>
public sealed record FairLottery(
    SelectionProblem Problem, IReadOnlyList<WeightedPanel> Panels, IReadOnlyList<Fraction> Probabilities,
    IReadOnlyList<Level> Levels, IReadOnlyList<int> Uncovered, Certificate Certificate) : Solution(Problem);

/// <summary>A panel with its part of a lottery.</summary>
/// <param name="Panel">Who sits.</param>
/// <param name="Weight">The chance of this panel, above 0 and at most 1.</param>
public sealed record WeightedPanel(Panel Panel, Fraction Weight);

/// <summary>The people who have one probability.</summary>
/// <param name="Probability">Their probability, 0 to 1.</param>
/// <param name="People">Indices in the pool, ascending.</param>
public sealed record Level(Fraction Probability, IReadOnlyList<int> People);

/// <summary>No panel meets all quotas; these are the nearest that can be met.</summary>
/// <param name="Problem">What was asked.</param>
/// <param name="Changes">The quotas to bend, in the order of the features and values.</param>
/// <param name="Seats">By how many seats the bounds move in all.</param>
/// <param name="WithinFlex">Whether the changes stay within <see cref="FeatureValue.MinimumFlex"/> and <see cref="FeatureValue.MaximumFlex"/>.</param>
public sealed record Infeasible(SelectionProblem Problem, IReadOnlyList<QuotaChange> Changes, int Seats, bool WithinFlex) : Solution(Problem);

/// <summary>A quota that is bent.</summary>
/// <param name="Feature">Index of the feature.</param>
/// <param name="Value">Index of the value.</param>
/// <param name="Old">The quota as it was asked.</param>
/// <param name="Proposed">The nearest quota with which, together with the other changes, there is a panel.</param>
public sealed record QuotaChange(int Feature, int Value, FeatureValue Old, FeatureValue Proposed);
