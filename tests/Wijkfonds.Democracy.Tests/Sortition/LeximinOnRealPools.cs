using System.Text.Json;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Democracy.Tests.Sortition;

/// <summary>The pools that lie beside the checkout, against what another solver found.</summary>
public class LeximinOnRealPools
{
    [RealDataTheory]
    [InlineData("scotland_fixture_22", "candidates.csv", "features.csv", 22)]
    [InlineData("example_small_20", "respondents.csv", "categories.csv", 20)]
    [InlineData("example_large_200", "respondents.csv", "categories.csv", 200)]
    public void Everyone_has_the_chance_that_another_solver_found(string pool, string people, string quotas, int size)
    {
        var expected = JsonDocument.Parse(File.ReadAllText(RealData.Path("sortition", "expected_leximin.json"))).RootElement.GetProperty(pool);
        var lottery = Assert.IsType<FairLottery>(Leximin.Find(
            Pool.Open(RealData.Path("sortition", pool, people), Quotas.Open(RealData.Path("sortition", pool, quotas)), size)));

        Assert.Equal(expected.GetProperty("leximin_min").GetDouble(), Number(lottery.Levels[0].Probability), 1e-9);
        Assert.Equal(expected.GetProperty("levels").GetArrayLength(), lottery.Levels.Count);
        Assert.All(expected.GetProperty("probs_by_row").EnumerateArray().Zip(lottery.Probabilities), row => Assert.Equal(row.First.GetDouble(), Number(row.Second), 1e-6));
        Assert.Equal(default, lottery.Certificate.Gap);
        Assert.Empty(lottery.Uncovered);
    }

    private static double Number(Fraction fraction) => (double)fraction.Numerator / (double)fraction.Denominator;
}
