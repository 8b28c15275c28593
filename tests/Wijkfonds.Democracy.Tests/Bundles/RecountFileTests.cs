using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Democracy.Pabulib;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Bundles;

public class RecountFileTests
{
    private static readonly string LotKey = new('a', 64);

    private static string Text(CountingRule? rule = null)
    {
        Project[] projects =
        [
            new("1", "Bankje", 500000) { Categories = ["groen"], Targets = ["ouderen"] },
            new("2", "Zitbank", 500000) { Categories = ["groen"] },
            new("3", "Feest", 123450),
        ];
        var ballots = new[] { Ballot.Approving([0, 2]), Ballot.Approving([1, 2]), Ballot.Approving([]), Ballot.Approving([2]) };
        var election = new Election(projects, 700000, BallotType.Knapsack, ballots);
        var lot = TieLot.Order(DrawKey.FromHex(LotKey), projects.Select(p => p.Id));
        var outcome = (rule ?? new Greedy(Threshold: 1)).Count(election, TieOrder.Lot(lot));
        var writer = new StringWriter();
        PabulibWriter.Write(RecountFile.Of(outcome, [new("description", "Ronde 3"), new("language", "nl")], lot, LotKey), writer);
        return writer.ToString();
    }

    private static IReadOnlyList<Finding> Check(string text) => RecountFile.Check(PabulibReader.Read(new StringReader(text)));

    [Fact]
    public void A_recount_file_keeps_to_the_conventions_of_Pabulib()
    {
        var file = PabulibReader.Read(new StringReader(Text()));
        Assert.Equal("approval", file["vote_type"]);
        Assert.Equal("7000", file["max_sum_cost"]);
        Assert.Equal("greedy-threshold", file["rule"]);
        Assert.Equal(["project_id", "cost", "votes", "name", "category", "target", "selected", "selection_order", "lot"], file.ProjectColumns);
        Assert.Equal("1234.5", file.Field(2, "cost"));
        Assert.Equal(BallotType.Knapsack, file.Election.Type);
    }

    [Fact]
    public void A_sound_file_counts_to_the_same_winners() => Assert.All(Check(Text()), f => Assert.True(f.Holds, $"{f.Difference}"));

    public static TheoryData<CountingRule> Rules =>
        new(new Greedy(), new Greedy(Skip: false), new Greedy(Threshold: 2), new Greedy(Skip: false, Threshold: 1),
            new Greedy(GreedyOrder.ScorePerCost), new Greedy(GreedyOrder.ScorePerCost, Skip: false, Threshold: 3), new Greedy(By: Score.Points),
            new EqualShares(), new EqualShares(Completion: Completion.None), new EqualShares(SharesUtility.Points, Completion.Add1EU, true, 5, true),
            new EqualShares(SharesUtility.Cardinality, Completion.Add1E), new EqualShares(Completion: Completion.Add1U), new Phragmen(), new Phragmen(true));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_is_read_back_from_the_head_as_it_was(CountingRule rule) =>
        Assert.Equal(rule, RuleNames.Read(PabulibReader.Read(new StringReader(Text(rule)))));

    [Theory]
    [InlineData(";1234.5;3;Feest;;;1;", ";1234.5;3;Feest;;;0;", Claim.RecountWinners)]
    [InlineData(";1234.5;3;Feest;;;1;1;", ";1234.5;3;Feest;;;1;2;", Claim.RecountOrder)]
    [InlineData(";1234.5;3;Feest", ";1234.5;4;Feest", Claim.RecountVotes)]
    [InlineData("num_votes;4", "num_votes;5", Claim.RecountNumbers)]
    [InlineData("lot_key;a", "lot_key;b", Claim.RecountLot)]
    [InlineData("budget;7000", "budget;5000", Claim.RecountWinners)]
    public void What_was_changed_is_found(string was, string becomes, Claim claim)
    {
        Assert.Contains(was, Text(), StringComparison.Ordinal);
        Assert.Contains(Check(Text().Replace(was, becomes, StringComparison.Ordinal)), f => f.Claim == claim && !f.Holds);
    }
}
