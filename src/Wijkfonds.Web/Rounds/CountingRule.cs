using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Web.Rounds;

/// <summary>How ballots become winners, as a round offers it. The names stand in the database and in sealed rules: new ones may come, none is renamed.</summary>
public enum CountingRule
{
    /// <summary>Most votes first; take what still fits.</summary>
    Greedy,
    /// <summary>Most votes per euro first; take what still fits.</summary>
    GreedyPerCost,
    /// <summary>Equal Shares with cost utility, completed by add-one.</summary>
    EqualShares,
    /// <summary>The same, and then by votes with what is left.</summary>
    EqualSharesThenVotes,
    /// <summary>Equal Shares in one run: what it leaves goes back to the pot.</summary>
    EqualSharesOnce,
    /// <summary>Sequential Phragmén, skipping what no longer fits.</summary>
    Phragmen,
}

/// <summary>The rules that a round can choose from, and what each of them counts with.</summary>
public static class CountingRules
{
    /// <summary>How many euros per voter one step of a completion may be.</summary>
    public const int MostStep = 100;

    public const CountingRule Default = CountingRule.EqualShares;

    /// <summary>In the order in which the form offers them: the default first.</summary>
    public static readonly IReadOnlyList<CountingRule> Offered =
    [
        CountingRule.EqualShares, CountingRule.EqualSharesThenVotes, CountingRule.EqualSharesOnce,
        CountingRule.Greedy, CountingRule.GreedyPerCost, CountingRule.Phragmen,
    ];

    /// <summary>Whether the rule counts again with a step more for every voter.</summary>
    public static bool HasStep(this CountingRule rule) => rule is CountingRule.EqualShares or CountingRule.EqualSharesThenVotes;

    public static bool IsShares(this CountingRule rule) => rule.HasStep() || rule == CountingRule.EqualSharesOnce;

    /// <summary>The rule of the library, with the step in whole euros.</summary>
    public static Democracy.Counting.CountingRule With(this CountingRule rule, int step) => rule switch
    {
        CountingRule.Greedy => new Greedy(),
        CountingRule.GreedyPerCost => new Greedy(GreedyOrder.ScorePerCost),
        CountingRule.EqualShares => new EqualShares(Completion: Completion.Add1, Step: step),
        CountingRule.EqualSharesThenVotes => new EqualShares(Completion: Completion.Add1U, Step: step),
        CountingRule.EqualSharesOnce => new EqualShares(Completion: Completion.None),
        CountingRule.Phragmen => new Phragmen(),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "A rule without a count."),
    };

    /// <summary>The rule in the text that is sealed, with every parameter it counts with.</summary>
    public static string Text(this CountingRule rule, int step) => rule switch
    {
        CountingRule.Greedy => "greedy_votes",
        CountingRule.GreedyPerCost => "greedy_votes_per_cost",
        CountingRule.EqualShares => $"equal_shares cost add1 step {step}",
        CountingRule.EqualSharesThenVotes => $"equal_shares cost add1u step {step}",
        CountingRule.EqualSharesOnce => "equal_shares cost none",
        CountingRule.Phragmen => "phragmen_skip",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "A rule without a name in the text."),
    };
}
