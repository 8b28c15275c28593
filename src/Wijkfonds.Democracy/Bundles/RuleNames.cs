using System.Globalization;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Pabulib;

namespace Wijkfonds.Democracy.Bundles;

/// <summary>How the head of a .pb file spells a rule and its parameters: Pabulib's own words where it has them.</summary>
/// <remarks>
/// <c>greedy</c>, <c>greedy-no-skip</c> and <c>greedy-threshold</c> (with <c>min_project_score_threshold</c>) are Pabulib's;
/// so are <c>equalshares</c> and <c>equalshares/add1</c>. Ours are <c>greedy-per-cost</c>, the other completions (<c>equalshares/add1u</c> …),
/// <c>phragmen</c>, and the parameters <c>rule_score</c>, <c>rule_utility</c>, <c>rule_start</c>, <c>rule_step</c> and <c>rule_comparison</c>, written where they are not the default.
/// </remarks>
public static class RuleNames
{
    private const string Shares = "equalshares";
    private const string Threshold = "min_project_score_threshold";

    /// <summary>The fields of the head that say which rule counts.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Write(CountingRule rule) => rule switch
    {
        Greedy greedy => Write(greedy),
        EqualShares shares => Write(shares),
        Phragmen phragmen => [new("rule", phragmen.Stop ? "phragmen/stop" : "phragmen")],
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
        "phragmen" => new Phragmen(),
        "phragmen/stop" => new Phragmen(Stop: true),
        { } name when name.StartsWith(Shares, StringComparison.Ordinal) => EqualShares(file, name[Shares.Length..]),
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

    private static IEnumerable<KeyValuePair<string, string>> Write(EqualShares rule)
    {
        yield return new("rule", Shares + (rule.Completion == Completion.None ? "" : "/" + rule.Completion.ToString().ToLowerInvariant()));
        if (rule.Utility != SharesUtility.Cost) yield return new("rule_utility", rule.Utility.ToString().ToLowerInvariant());
        if (rule.StartFloor) yield return new("rule_start", "floor");
        if (rule.Step != 1) yield return new("rule_step", rule.Step.ToString(CultureInfo.InvariantCulture));
        if (rule.Compare) yield return new("rule_comparison", "1");
    }

    private static EqualShares EqualShares(PabulibFile file, string completion)
    {
        var step = 1L;
        if (file["rule_step"] is { } text && (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out step) || step == 0))
            throw new TextError(0, $"the step '{text}' is not a whole number above 0");
        return new(
            file["rule_utility"] switch
            {
                null => SharesUtility.Cost,
                "cardinality" => SharesUtility.Cardinality,
                "points" => SharesUtility.Points,
                var other => throw new TextError(0, $"the utility '{other}' is unknown"),
            },
            completion switch
            {
                "" => Completion.None,
                "/add1" => Completion.Add1,
                "/add1e" => Completion.Add1E,
                "/add1u" => Completion.Add1U,
                "/add1eu" => Completion.Add1EU,
                _ => throw new TextError(0, $"the completion '{completion}' is unknown"),
            },
            file["rule_start"] == "floor", step, file["rule_comparison"] == "1");
    }
}
