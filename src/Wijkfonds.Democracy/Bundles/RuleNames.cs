using System.Globalization;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Pabulib;

namespace Wijkfonds.Democracy.Bundles;

/// <summary>How the head of a .pb file spells a rule and its parameters: Pabulib's own words where it has them.</summary>
/// <remarks>
/// <c>greedy</c>, <c>greedy-no-skip</c> and <c>greedy-threshold</c> (with <c>min_project_score_threshold</c>) are Pabulib's;
/// <c>greedy-per-cost</c> and <c>rule_score;points</c> are ours.
/// </remarks>
public static class RuleNames
{
    private const string Threshold = "min_project_score_threshold";

    /// <summary>The fields of the head that say which rule counts.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Write(CountingRule rule) => rule switch
    {
        Greedy greedy => Write(greedy),
        _ => throw new ArgumentException($"the rule {rule.Name} has no name in a .pb file", nameof(rule)),
    };

    /// <summary>The rule that the head of a file names.</summary>
    /// <exception cref="TextError">The head names no rule that is known here.</exception>
    public static CountingRule Read(PabulibFile file) => file["rule"] switch
    {
        "greedy" => Greedy(file, GreedyOrder.Score, skip: true),
        "greedy-no-skip" => Greedy(file, GreedyOrder.Score, skip: false),
        "greedy-threshold" => Greedy(file, GreedyOrder.Score, skip: true),
        "greedy-per-cost" => Greedy(file, GreedyOrder.ScorePerCost, skip: true),
        "greedy-per-cost-no-skip" => Greedy(file, GreedyOrder.ScorePerCost, skip: false),
        var name => throw new TextError(0, $"the rule '{name}' cannot be counted here"),
    };

    /// <summary>The tie order that the head of a file names; the lot where it names none.</summary>
    /// <exception cref="TextError">The head names no tie order that is known here.</exception>
    public static TieOrder TieOrder(PabulibFile file) => file["tie_order"] switch
    {
        null or "lot" => file.TieOrder,
        "id" => Counting.TieOrder.Id,
        "cost-votes-id" => Counting.TieOrder.CostVotesId,
        var name => throw new TextError(0, $"the tie order '{name}' is unknown"),
    };

    private static IEnumerable<KeyValuePair<string, string>> Write(Greedy rule)
    {
        var threshold = rule is { Threshold: not null, Skip: true, Order: GreedyOrder.Score } ? "-threshold" : "";
        yield return new("rule", rule.Name + threshold + (rule.Skip ? "" : "-no-skip"));
        if (rule.Threshold is { } least) yield return new(Threshold, least.ToString(CultureInfo.InvariantCulture));
        if (rule.By == Score.Points) yield return new("rule_score", "points");
    }

    private static Greedy Greedy(PabulibFile file, GreedyOrder order, bool skip)
    {
        long? threshold = file[Threshold] is not { } text ? null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var least) ? least
            : throw new TextError(0, $"the threshold '{text}' is not a whole number");
        return new(order, skip, threshold, file["rule_score"] == "points" ? Score.Points : Score.Votes);
    }
}
