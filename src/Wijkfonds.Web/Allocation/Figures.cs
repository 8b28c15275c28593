using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Outcome = Wijkfonds.Democracy.Counting.Outcome;

namespace Wijkfonds.Web.Allocation;

/// <summary>The measures of a section's outcome, and the other rules beside it. Computed once, and kept as text.</summary>
/// <param name="WithOwn">How many voters have at least one own plan among the chosen.</param>
/// <param name="OwnPlans">At place k: how many voters have k own plans among the chosen.</param>
/// <param name="PerVoter">What is spent per voter, when each plan's cost is shared equally by who chose it.</param>
/// <param name="Themes">What the chosen plans of each theme cost; the theme "" is that of plans without one.</param>
/// <param name="LetDown">Groups to whom the money would have allowed more: EJR+ up to any project fails for them. Empty where it holds.</param>
/// <param name="Shares">Under Equal Shares: how the count went; else null.</param>
/// <param name="Others">What other rules would have chosen from the same ballots. It counts for nothing.</param>
public sealed record Figures(
    long Voters, long WithOwn, IReadOnlyList<long> OwnPlans, PerVoter PerVoter, IReadOnlyList<ThemeSpending> Themes,
    IReadOnlyList<LetDownGroup> LetDown, SharesStory? Shares, IReadOnlyList<OtherRule> Others)
{
    public static Figures Of(Round round, SectionCount count)
    {
        var outcome = count.Outcome;
        var measures = Measures.Of(outcome);
        return new(
            measures.Voters, measures.WithWinner, measures.WinnersPerVoter, PerVoter.Of(measures.SpendingPerVoter),
            [.. measures.SpendingPerCategory.Select(c => new ThemeSpending(c.Key, new Cents(c.Value)))],
            [.. JustifiedRepresentation.Of(outcome).Failures.Select(f => new LetDownGroup(Number(f.Project), f.Voters, new Cents(f.MostOwn)))],
            SharesStory.Of(outcome),
            [.. CountingRules.Offered.Where(rule => rule != round.Rule).Select(rule => OtherRule.Of(rule, rule.With(round.RuleStep).Count(outcome.Election, outcome.TieOrder)))]);
    }

    public string Write() => JsonSerializer.Serialize(this);

    public static Figures Read(string text) => JsonSerializer.Deserialize<Figures>(text)!;

    internal static int Number(Project project) => int.Parse(project.Id, CultureInfo.InvariantCulture);
}

/// <summary>The smallest amounts that none, a quarter, half, three quarters and all of the voters stay within; rounded up to whole cents.</summary>
public sealed record PerVoter(Cents Least, Cents Lower, Cents Median, Cents Upper, Cents Most)
{
    public static PerVoter Of(Spread spread) => new(Up(spread.Least), Up(spread.Lower), Up(spread.Median), Up(spread.Upper), Up(spread.Most));

    // "At most" stays true only if nothing is cut off.
    private static Cents Up(decimal cents) => new((long)decimal.Ceiling(cents));
}

public sealed record ThemeSpending(string Theme, Cents Spent);

/// <param name="Plan">A plan that all of them chose, and that lost.</param>
/// <param name="Voters">How many they are.</param>
/// <param name="MostOwn">What the chosen plans of each of them cost at most.</param>
public sealed record LetDownGroup(int Plan, long Voters, Cents MostOwn);

/// <param name="First">What everybody could spend in the first count.</param>
/// <param name="Last">What everybody could spend in the count that stands.</param>
/// <param name="Again">How often there was counted again.</param>
public sealed record SharesStory(Cut First, Cut Last, long Again, [property: JsonConverter(typeof(JsonStringEnumConverter<SharesStop>))] SharesStop Stopped)
{
    public static SharesStory? Of(Outcome outcome) => outcome is not { Shares: { } shares, Election: { BallotCount: > 0 } election } ? null
        : new(Cut.OfCents(new(election.Budget, election.BallotCount)), Cut.OfCents(shares.Endowment), shares.Runs, shares.Stopped);
}

/// <summary>What another rule would have chosen.</summary>
public sealed record OtherRule([property: JsonConverter(typeof(JsonStringEnumConverter<Rounds.CountingRule>))] Rounds.CountingRule Rule,
    IReadOnlyList<int> Plans, Cents Spent, long WithOwn)
{
    public static OtherRule Of(Rounds.CountingRule rule, Outcome outcome) => new(
        rule, [.. outcome.Winners.Select(w => Figures.Number(w.Project))], new Cents(outcome.TotalCost), Measures.Of(outcome).WithWinner);
}
