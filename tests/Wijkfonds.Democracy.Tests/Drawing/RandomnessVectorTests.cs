using System.Text;
using System.Text.Json;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Democracy.Tests.Sortition;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Drawing;

public class RandomnessVectorTests
{
    private static readonly DrawKey Elegy = DrawKey.From(
        Convert.FromHexString("5346f2efb5397a6788fc1f1d9c05c6d3f2abe9b7d16d8592a3695b6dbe9f2456"), Encoding.UTF8.GetBytes("1.2.3.4.5.6./1.2.3.4.5.6./1.2.3.4.5.6./"));

    [Theory]
    [InlineData("lavenderblush", "002ed527ae0a44a86c205d1cdba61826951a2ffb53c13729c3762eea04e21676")]
    [InlineData("blue", "03f710be2b61a6f9c3f89aa5ab553b81abb5fc9817865ac29b5b62dcfbaf431f")]
    [InlineData("darkgoldenrod", "08bab81380d7f0769cecf9969a8d9c04ad9156dfe03a6d6d0ed777734620d0e5")]
    public void Positions_are_those_of_the_draft_for_verifiable_random_selection(string label, string position) =>
        Assert.Equal(position, Convert.ToHexStringLower(Elegy.Position(label)));

    [Fact]
    public void The_order_of_a_draw_is_that_of_the_positions() =>
        Assert.Equal(["lavenderblush", "blue", "darkgoldenrod"], UniformDraw.Order(Elegy, ["blue", "darkgoldenrod", "lavenderblush"]).Select(d => d.Label));

    [Fact]
    public void Keys_are_extracted_as_RFC_5869_does()
    {
        // Test case 1 of its appendix.
        var key = DrawKey.From(Convert.FromHexString("000102030405060708090a0b0c"), Enumerable.Repeat((byte)0x0b, 22).ToArray());
        Assert.Equal("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5", key.Hex);
    }

    [Fact]
    public void Numbers_rounding_and_reserve_are_those_of_another_program()
    {
        // Computed apart from this library, from RFC 5869 and the rules as they are written down.
        var key = DrawKey.From(new byte[32], Encoding.UTF8.GetBytes("zes"));
        Assert.Equal(825UL, key.Below(1000, "number"));
        Assert.Equal([2UL, 5UL, 5UL, 5UL, 0UL], Enumerable.Range(0, 5).Select(i => key.Below(6, $"number/{i}")));
        Assert.Equal(1889932828832274859UL, key.Below((1UL << 63) + 1, "x"));
        var lottery = Pools.Lottery(1000);
        Assert.Equal([333333333334, 142857142857, 90909090909, 12987012987, 181818181818, 238095238095], lottery.Panels.Select(p => p.Weight));
        Assert.Equal([333, 143, 91, 13, 182, 238], lottery.Round(key).Copies);
        Assert.Equal(["anna", "dia", "fer", "cor", "eva", "ben"], UniformDraw.Order(key, Pools.Street().People.Select(p => p.Label)).Select(d => d.Label));
    }

    [Fact]
    public void Quicknet_rounds_and_values_are_derived_as_drand_does()
    {
        Assert.Equal(27946612, Drand.Quicknet.RoundAt(1776643200));
        Assert.Equal(1, Drand.Quicknet.RoundAt(Drand.Quicknet.Genesis));
        Assert.Equal(1, Drand.Quicknet.RoundAt(Drand.Quicknet.Genesis + 2));
        Assert.Equal("fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587",
            Drand.Randomness("b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b"));
    }

    [RealDataFact]
    public void All_draws_of_RFC_3797_come_out()
    {
        var vector = JsonDocument.Parse(File.ReadAllText(RealData.Path("randomness", "rfc3797.json"))).RootElement;
        var expected = vector.GetProperty("selected_1_based").EnumerateArray().Select(n => n.GetInt32()).ToArray();
        Assert.Equal(expected, Rfc3797.Select(vector.GetProperty("key_string").GetString()!, vector.GetProperty("pool_size").GetInt32(), expected.Length));
        Assert.Equal(vector.GetProperty("md5").EnumerateArray().Select(h => UInt128.Parse(h.GetString()!, System.Globalization.NumberStyles.HexNumber, null)),
            Enumerable.Range(0, expected.Length).Select(i => Rfc3797.Hash(vector.GetProperty("key_string").GetString()!, i)));
    }
}
