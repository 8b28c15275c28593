using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Democracy.Counting;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Counting;

public class MeasuresTests
{
    // Three north-siders outvote two south-siders: p0 and p1 are northern, p2 is southern.
    private static readonly Election Sides = Elections.Of([50, 50, 40], 100, "0 1", "0 1", "0 1", "2", "2");

    [Fact]
    public void The_measures_of_a_greedy_outcome_show_who_got_nothing()
    {
        var measures = Measures.Of(new Greedy().Count(Sides, TieOrder.Id));
        Assert.Equal((5, 3), (measures.Voters, measures.WithWinner));
        Assert.Equal([2, 0, 3], measures.WinnersPerVoter);
        Assert.Equal(0, measures.SpendingPerVoter.Least);
        Assert.Equal(20, measures.SpendingPerVoter.Mean);
        Assert.Equal(100m / 3, measures.SpendingPerVoter.Median, 20);
        Assert.Equal(100, measures.SpendingPerCategory[""]);
    }

    [Fact]
    public void A_group_that_is_let_down_is_named()
    {
        var failure = Assert.Single(JustifiedRepresentation.Of(new Greedy().Count(Sides, TieOrder.Id)).Failures);
        Assert.Equal(("p2", 2, 0), (failure.Project.Id, failure.Voters, failure.MostOwn));
    }

    [Fact]
    public void Equal_Shares_with_cost_utilities_lets_no_group_down() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Elections.Any, election =>
        election.BallotCount == 0 || JustifiedRepresentation.Of(new EqualShares(Completion: Completion.None).Count(election, Elections.LotOf(election))).Holds));

    [Fact]
    public void The_sufficient_votes_elect_and_one_less_does_not()
    {
        var outcome = new Greedy().Count(Elections.Of([60, 50], 60, "0", "0", "0", "1"), TieOrder.NoLot);
        // With two more it is 3 to 3, and the cheaper one goes first.
        Assert.Equal(2, SufficientVotes.For(outcome, "p1"));
    }

    [Fact]
    public void Where_votes_alone_do_not_help_there_is_no_number() =>
        Assert.Null(SufficientVotes.For(new Greedy().Count(Elections.Of([60, 70], 60, "0"), TieOrder.NoLot), "p1"));

    [Fact]
    public void Sufficient_votes_are_the_smallest_number_that_a_recount_confirms() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Elections.Any, election =>
        Rules.All(rule => new[] { Elections.LotOf(election), TieOrder.Id, TieOrder.NoLot }.All(ties =>
        {
            Democracy.Counting.Outcome outcome;
            try { outcome = rule.Count(election, ties); }
            catch (MissingLot) { return true; }
            return outcome.Verdicts.Where(v => v is not Won).All(v =>
            {
                var enough = SufficientVotes.For(outcome, v.Project.Id);
                var tried = Enumerable.Range(1, (int)election.BallotCount).Where(k => WithMore(rule, election, v.Project.Id, k, ties)).Select(k => (long?)k);
                return enough == tried.FirstOrDefault();
            });
        }))));

    // A street rather than a kitchen table: here the proof that spares counts really spares some.
    private static Arbitrary<Election> Street => Arb.From(
        from costs in Gen.Choose(5, 60).ArrayOf(6)
        from marks in Gen.Choose(0, 2).ArrayOf(6).ArrayOf(40)
        from budget in Gen.Choose(60, 160)
        select Elections.Of([.. costs.Select(c => (long)c)], budget, [.. marks.Select(row => string.Join(' ', row.Select((m, i) => (m, i)).Where(m => m.m == 0 && m.i > 1 || m.m == 0 && m.i == 0).Select(m => m.i)))]));

    [Fact]
    public void Sufficient_votes_of_a_street_are_those_of_one_recount_after_another() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(25), Prop.ForAll(Street, election =>
        new[] { new EqualShares(), new EqualShares(Completion: Completion.Add1E), new EqualShares(SharesUtility.Cardinality) }.All(rule =>
        {
            var ties = Elections.LotOf(election);
            var outcome = rule.Count(election, ties);
            return outcome.Verdicts.Where(v => v is not Won).All(v => SufficientVotes.For(outcome, v.Project.Id)
                == Enumerable.Range(1, (int)election.BallotCount).Where(k => WithMore(rule, election, v.Project.Id, k, ties)).Select(k => (long?)k).FirstOrDefault());
        })));

    private static readonly CountingRule[] Rules =
    [
        new Greedy(), new Greedy(Skip: false), new Greedy(GreedyOrder.ScorePerCost), new Phragmen(), new Phragmen(Stop: true),
        new EqualShares(), new EqualShares(Completion: Completion.None), new EqualShares(Completion: Completion.Add1E, StartFloor: true), new EqualShares(Completion: Completion.Add1U),
        new EqualShares(SharesUtility.Cardinality, Step: 2), new EqualShares(SharesUtility.Points), new EqualShares(Compare: true),
    ];

    private static bool WithMore(CountingRule rule, Election election, string id, int k, TieOrder ties)
    {
        var one = election.IndexOf(id);
        var more = election.Type is BallotType.Cumulative or BallotType.Scoring ? Ballot.WithPoints([KeyValuePair.Create(one, 1L)], k) : Ballot.Approving([one], k);
        var grown = election.With(ballots: [.. election.Ballots, more]);
        try { return rule.Count(grown, ties).On(id) is Won; }
        catch (MissingLot) { return false; }
    }
}
