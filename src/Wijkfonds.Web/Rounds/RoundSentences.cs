using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Rounds;

/// <summary>The rules of a round in about ten sentences, for people.</summary>
public static class RoundSentences
{
    public static IReadOnlyList<string> Of(Round round, Words words) =>
    [
        round.Sections.Count == 1 ? words["rules.money.one", round.Budget] : words["rules.money.many", round.Budget, round.Sections.Count, Sections(round, words)],
        words["rules.propose", round.AgeToPropose, round.SubmissionOpens, round.SubmissionCloses],
        round.Themes.Count == 0 ? words["rules.themes.none"] : words["rules.themes", words.List(round.Themes.Select(t => t.Name))],
        .. SectionLimits.Sentences(round, words),
        words["rules.amount", round.PlanMinimum, round.PlanMaximum],
        words["rules.review"],
        words["rules.vote", round.AgeToVote],
        words["rules.voting", round.VotingOpens, round.VotingCloses],
        round.BallotType == BallotType.Knapsack ? words["rules.ballot.Knapsack"]
            : round.Sections.Count == 1 ? words["rules.ballot.Approval", round.MaximumChoices] : words["rules.ballot.Approval.sections", round.MaximumChoices],
        words["rules.counted", round.Rule],
        .. round.Rule.Explain(round.RuleStep, words),
        .. round.Rule == CountingRule.Greedy ? Array.Empty<string>() : [words["rule.ties"]],
        words["rule.none"],
        words["rules.after"],
        words["rules.layers"],
    ];

    /// <summary>A rule in three sentences.</summary>
    public static IReadOnlyList<string> Explain(this CountingRule rule, int step, Words words) =>
        [.. Enumerable.Range(1, 3).Select(i => words[$"rule.{rule}.{i}", Cents.Euros(step)])];

    private static string Sections(Round round, Words words) =>
        words.List(round.Sections.Select(s => words["rules.section", s.Name, s.Budget]));

    /// <summary>"a, b en c".</summary>
    private static string List(this Words words, IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count < 2 ? string.Concat(all) : words["rules.list", string.Join(", ", all[..^1]), all[^1]];
    }
}
