using System.Text;
using System.Text.Json;
using Wijkfonds.Democracy.Drawing;
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
    public void Quicknet_rounds_and_values_are_derived_as_drand_does()
    {
        Assert.Equal(27946612, Drand.Quicknet.RoundAt(1776643200));
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
