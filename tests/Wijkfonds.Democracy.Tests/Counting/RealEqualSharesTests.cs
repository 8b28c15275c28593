using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Pabulib;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Counting;

public class RealEqualSharesTests
{
    private static readonly Dictionary<string, EqualShares> Rules = new()
    {
        ["mes_cost_nocompletion"] = new(Completion: Completion.None),
        ["mes_card_nocompletion"] = new(SharesUtility.Cardinality, Completion.None),
        ["mes_points_nocompletion"] = new(SharesUtility.Points, Completion.None),
        ["mes_cost_add1"] = new(),
        ["mes_cost_add1e"] = new(Completion: Completion.Add1E),
        ["mes_cost_add1u"] = new(Completion: Completion.Add1U),
        ["mes_cost_add1u_tooldefault"] = new(Completion: Completion.Add1EU, StartFloor: true),
    };

    public static IEnumerable<object[]> Counts => RealData.Elections([.. Rules.Keys]);

    [RealDataTheory]
    [MemberData(nameof(Counts))]
    public void A_real_election_has_the_winners_that_independent_programs_found_after_as_many_runs(string file, string rule)
    {
        var shares = RealElectionTests.AssertSame(file, rule, Rules[rule]).Shares!;
        var expected = RealData.Expected().GetProperty(file).GetProperty("results").GetProperty(rule);
        if (!expected.TryGetProperty("final_endowment", out var endowment)) return;
        Assert.Equal(endowment.GetString(), shares.Endowment.ToString());
        Assert.Equal(expected.GetProperty("steps").GetInt64(), shares.Runs);
        Assert.Equal(expected.GetProperty("stopped").GetString(), shares.Stopped switch
        {
            SharesStop.Overshoot => "overshoot", SharesStop.Exhaustive => "exhaustive", SharesStop.EverythingFits => "everything affordable", var other => $"{other}",
        });
    }

    [RealDataTheory]
    [InlineData("Netherlands_Assen_2024.pb")]
    [InlineData("Poland_Swiecie_2023.pb")]
    public void A_city_that_counted_with_Equal_Shares_announced_the_same(string name)
    {
        var file = PabulibFile.Open(RealData.Path("elections", name));
        Assert.Equal(file.Selected()!.Order(), new EqualShares().Count(file.Election, file.TieOrder).Winners.Select(w => w.Project.Id).Order());
    }
}
