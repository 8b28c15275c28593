using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Pabulib;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Counting;

public class RealElectionTests
{
    public static IEnumerable<object[]> GreedyCounts =>
        RealData.Elections("greedy_votes", "greedy_votes_per_cost", "greedy_points", "greedy_points_per_cost");

    [RealDataTheory]
    [MemberData(nameof(GreedyCounts))]
    public void A_real_election_has_the_winners_that_independent_programs_found(string file, string rule)
    {
        var count = new Greedy(
            rule.EndsWith("per_cost", StringComparison.Ordinal) ? GreedyOrder.ScorePerCost : GreedyOrder.Score,
            By: rule.Contains("points", StringComparison.Ordinal) ? Score.Points : Score.Votes);
        AssertSame(file, rule, count);
    }

    [RealDataFact]
    public void Wroclaw_counted_without_skipping_comes_out_as_the_city_announced()
    {
        var file = PabulibFile.Open(RealData.Path("elections", "Poland_Wroclaw_2015.pb"));
        var outcome = new Greedy(Skip: false).Count(file.Election, TieOrder.NoLot);
        Assert.Equal(file.Selected()!.Order(), outcome.Winners.Select(w => w.Project.Id).Order());
    }

    [RealDataFact]
    public void Lodz_counted_with_its_threshold_comes_out_as_the_city_announced()
    {
        var file = PabulibFile.Open(RealData.Path("elections", "Poland_Lodz_2022.pb"));
        var outcome = new Greedy(Threshold: 100).Count(file.Election, TieOrder.NoLot);
        Assert.Equal(file.Selected()!.Order(), outcome.Winners.Select(w => w.Project.Id).Order());
    }

    internal static Democracy.Counting.Outcome AssertSame(string file, string rule, CountingRule count)
    {
        var expected = RealData.Expected().GetProperty(file).GetProperty("results").GetProperty(rule);
        var ties = expected.GetProperty("tie_break").GetString() == "es" ? TieOrder.CostVotesId : TieOrder.Id;
        var election = PabulibFile.Open(RealData.Path("elections", file)).Election;
        var outcome = count.Count(election, ties);
        Assert.Equal(expected.GetProperty("winners_in_selection_order").EnumerateArray().Select(w => w.GetString()), outcome.Winners.Select(w => w.Project.Id));
        Assert.Equal(expected.GetProperty("total_cost").GetString(), election.Text(outcome.TotalCost));
        return outcome;
    }
}
