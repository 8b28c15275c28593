using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Democracy.Counting;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Counting;

public class GreedyProperties
{
    private static readonly CountingRule[] Rules =
    [
        new Greedy(), new Greedy(Skip: false), new Greedy(Threshold: 2), new Greedy(By: Score.Points),
        new Greedy(GreedyOrder.ScorePerCost), new Greedy(GreedyOrder.ScorePerCost, By: Score.Points),
    ];

    [Fact]
    public void No_count_goes_over_budget_and_every_project_has_a_verdict() => ForAll((election, rule) =>
    {
        var outcome = rule.Count(election, Elections.LotOf(election));
        return outcome.TotalCost <= election.Budget && outcome.Verdicts.Count == election.Projects.Count
            && outcome.Verdicts.Select((v, i) => v.Project == election.Projects[i]).All(same => same);
    });

    [Fact]
    public void Who_did_not_fit_really_did_not_fit() => ForAll((election, rule) =>
        rule.Count(election, Elections.LotOf(election)).Verdicts.OfType<DidNotFit>().All(v => v.Project.Cost > v.LeftAtItsTurn));

    [Fact]
    public void One_more_supporter_never_hurts() => ForAll((election, rule) =>
    {
        var before = rule.Count(election, Elections.LotOf(election)).Winners.Select(w => w.Project.Id);
        return before.All(id =>
        {
            var one = election.IndexOf(id);
            var more = election.Type is BallotType.Cumulative or BallotType.Scoring
                ? Ballot.WithPoints([KeyValuePair.Create(one, 1L)]) : Ballot.Approving([one]);
            var after = election.With(ballots: [.. election.Ballots, more]);
            return rule.Count(after, Elections.LotOf(after)).On(id) is Won;
        });
    });

    [Fact]
    public void Renaming_projects_changes_nothing_but_names() => ForAll((election, rule) =>
    {
        var renamed = election.With(projects: election.Projects.Select(p => p with { Id = "z" + p.Id, Name = "Other" }));
        return rule.Count(election, Elections.LotOf(election)).Winners.Select(w => "z" + w.Project.Id)
            .SequenceEqual(rule.Count(renamed, Elections.LotOf(renamed)).Winners.Select(w => w.Project.Id));
    });

    [Fact]
    public void The_order_of_the_ballots_changes_nothing() => ForAll((election, rule) => Same(election, election.With(ballots: election.Ballots.Reverse()), rule));

    [Fact]
    public void One_ballot_of_two_voters_is_two_ballots_of_one() => ForAll((election, rule) => Same(election,
        election.With(ballots: election.Ballots.SelectMany(b => Enumerable.Repeat(new Ballot(b.ProjectIndices, b.PointValues, 1), (int)b.Count))), rule));

    [Fact]
    public void Counting_cents_instead_of_euros_changes_nothing() => ForAll((election, rule) => Same(election,
        election.With(projects: election.Projects.Select(p => p with { Cost = p.Cost * 100 }), budget: election.Budget * 100), rule));

    private static bool Same(Election one, Election other, CountingRule rule) =>
        rule.Count(one, Elections.LotOf(one)).Winners.Select(w => w.Project.Id)
            .SequenceEqual(rule.Count(other, Elections.LotOf(other)).Winners.Select(w => w.Project.Id));

    private static void ForAll(Func<Election, CountingRule, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Elections.Any, election => Rules.All(rule => holds(election, rule))));
}
