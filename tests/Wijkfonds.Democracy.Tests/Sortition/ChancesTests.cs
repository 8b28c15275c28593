using System.Numerics;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Sortition;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Sortition;

public class ChancesTests
{
    [Fact]
    public void Equal_chances_have_no_Gini()
    {
        var chances = new Chances([new(1, 3), new(1, 3), new(1, 3)]);
        Assert.Equal(0, chances.Gini, 12);
        Assert.Equal(1.0 / 3, chances.GeometricMean, 12);
        Assert.Equal([new(new(1, 3), 3)], chances.Levels);
    }

    [Fact]
    public void Gini_is_half_the_mean_difference_over_the_mean()
    {
        // 0, 0, 1/4, 3/4: differences sum (both ways) 2*(1/4+3/4)*2 + 2*(1/2) = 5; over 2 * 16 * mean 1/4 = 8.
        var chances = new Chances([new(3, 4), default, new(1, 4), default]);
        Assert.Equal(5.0 / 8, chances.Gini, 12);
        Assert.Equal(0, chances.GeometricMean);
        Assert.Equal((default(Fraction), new Fraction(3, 4)), (chances.Minimum, chances.Maximum));
        Assert.Equal(1, chances.Expected([0, 2]), 12);
    }

    [Fact]
    public void Fractions_of_hundreds_of_digits_are_read_as_well()
    {
        var large = BigInteger.Pow(7, 1000);
        Assert.Equal(1.0 / 3, Chances.Nearest(new(large, 3 * large + 1)), 15);
        Assert.Equal(1, Chances.Nearest(new(1, 1)));
        Assert.Equal(1e-30, Chances.Nearest(new(1, BigInteger.Pow(10, 30))), 1e-45);
    }

    [Fact]
    public void A_panel_is_put_beside_pool_quota_and_population()
    {
        var chances = new Chances([.. Enumerable.Repeat(new Fraction(1, 3), 6)]);
        var rows = Composition.Of(Pools.Street(), chances, new([0, 2]), [[3100, 2900], [4000, 2000]]);
        Assert.Equal(["vrouw", "man", "noord", "zuid ten westen"], rows.Select(r => r.Quota.Name));
        Assert.Equal([3, 3, 4, 2], rows.Select(r => r.Pool));
        Assert.Equal([1, 1, 1, 1], rows.Select(r => r.Panel));
        Assert.Equal([3100, 2900, 4000, 2000], rows.Select(r => r.Population!.Value));
        Assert.Equal(4.0 / 3, rows[2].Expected, 12);
        Assert.All(rows, r => Assert.True(r.Kept));
        Assert.Equal([false, false, true, true], Composition.Of(Pools.Street(), chances, new([0, 3])).Select(r => r.Kept));
    }
}
