using Wijkfonds.Democracy.Counting;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Counting;

public class GreedyTests
{
    // p0 costs 60 with 3 votes, p1 costs 50 with 2, p2 costs 40 with 1, p3 costs 10 with none.
    private static readonly Election Four = Elections.Of([60, 50, 40, 10], 100, "0 1", "0 1 2", "0", "");

    [Fact]
    public void The_most_supported_first_and_then_what_still_fits()
    {
        var outcome = new Greedy().Count(Four, TieOrder.NoLot);
        Assert.Equal(["p0", "p2"], outcome.Winners.Select(w => w.Project.Id));
        Assert.Equal(100, outcome.TotalCost);
        Assert.Equal(4, Four.BallotCount);
    }

    [Fact]
    public void Every_plan_gets_its_true_reason()
    {
        var outcome = new Greedy(Threshold: 1).Count(Four, TieOrder.NoLot);
        Assert.Equal(new Won(Four.Projects[0], 3, 1, 40), outcome.On("p0"));
        Assert.Equal(new DidNotFit(Four.Projects[1], 2, 40), outcome.On("p1"));
        Assert.Equal(new Won(Four.Projects[2], 1, 2, 0), outcome.On("p2"));
        Assert.Equal(new NoVotes(Four.Projects[3]), outcome.On("p3"));
    }

    [Fact]
    public void Without_skipping_the_count_ends_at_the_first_plan_that_does_not_fit()
    {
        var outcome = new Greedy(Skip: false).Count(Four, TieOrder.NoLot);
        Assert.Equal(["p0"], outcome.Winners.Select(w => w.Project.Id));
        Assert.Equal(new CountEnded(Four.Projects[2], 1, Four.Projects[1]), outcome.On("p2"));
    }

    [Fact]
    public void Below_the_threshold_a_plan_takes_no_part() =>
        Assert.Equal(new BelowThreshold(Four.Projects[2], 1, 2), new Greedy(Threshold: 2).Count(Four, TieOrder.NoLot).On("p2"));

    [Fact]
    public void Per_cost_a_cheap_plan_goes_before_a_dear_one_with_more_votes()
    {
        var election = Elections.Of([100, 10], 100, "0", "0", "0", "1");
        Assert.Equal(["p1"], new Greedy(GreedyOrder.ScorePerCost).Count(election, TieOrder.NoLot).Winners.Select(w => w.Project.Id));
    }

    [Fact]
    public void Ratios_of_the_largest_amounts_are_compared_exactly()
    {
        // 2 / (2^63 - 1) and 1 / 2^62: in floating point the same, exactly the first is larger.
        var election = Elections.Of([long.MaxValue, 1L << 62], long.MaxValue, "0", "0 1");
        Assert.Equal("p0", new Greedy(GreedyOrder.ScorePerCost).Count(election, TieOrder.NoLot).Winners[0].Project.Id);
    }

    [Fact]
    public void Equal_votes_go_to_the_cheaper_plan_before_any_lot()
    {
        var outcome = new Greedy().Count(Elections.Of([60, 50], 60, "0 1"), TieOrder.NoLot);
        Assert.Equal(["p1"], outcome.Winners.Select(w => w.Project.Id));
        Assert.Equal(TieStep.Cost, Assert.Single(outcome.Ties).Step);
    }

    [Fact]
    public void Equal_votes_and_costs_are_decided_by_the_lot_and_the_outcome_says_so()
    {
        var election = Elections.Of([50, 50, 50], 100, "0 1 2");
        var outcome = new Greedy().Count(election, TieOrder.Lot(["p2", "p0", "p1"]));
        Assert.Equal(["p2", "p0"], outcome.Winners.Select(w => w.Project.Id));
        Assert.Equal(["p2", "p0", "p1"], outcome.LotThatDecided("p1")!.Projects.Select(p => p.Id));
    }

    [Fact]
    public void A_tie_that_decides_without_a_lot_gives_no_winner_at_all()
    {
        var refused = Assert.Throws<MissingLot>(() => new Greedy().Count(Elections.Of([50, 50], 50, "0 1"), TieOrder.NoLot));
        Assert.Equal(["p0", "p1"], refused.Projects.Select(p => p.Id));
    }

    [Fact]
    public void A_tie_that_does_not_decide_needs_no_lot()
    {
        var outcome = new Greedy().Count(Elections.Of([50, 50], 100, "0 1"), TieOrder.NoLot);
        Assert.Equal(2, outcome.Winners.Count);
        Assert.Null(outcome.LotThatDecided("p0"));
    }

    [Fact]
    public void Votes_of_all_ballots_together_are_overflow_checked() => Assert.Throws<OverflowException>(() =>
        new Election([new("a", "A", 1)], 1, BallotType.Approval, [Ballot.Approving([0], long.MaxValue), Ballot.Approving([], long.MaxValue)]));
}
