using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Look;

namespace Wijkfonds.Web.Tests.Shared.Look;

public sealed class ShareTests
{
    [Theory]
    [InlineData(0, 200_000, "0.00%")]
    [InlineData(1, 3, "33.33%")]
    [InlineData(2, 3, "66.66%")]
    [InlineData(300, 200, "100.00%")]
    [InlineData(-5, 200, "0.00%")]
    [InlineData(5, 0, "0.00%")]
    [InlineData(long.MaxValue, long.MaxValue, "100.00%")]
    public void A_part_is_drawn_no_wider_than_its_whole(long part, long whole, string width) => Assert.Equal(width, Share.Of(part, whole));

    [Fact]
    public void The_layers_of_the_pot_stand_one_after_the_other()
    {
        var pot = new PotBar(new PotLayer(PotKind.Paid, Cents.Euros(40)), new PotLayer(PotKind.Reserved, Cents.Euros(60), Cents.Euros(10)), new PotLayer(PotKind.Free, Cents.Euros(100)));
        Assert.Equal([Cents.Zero, Cents.Euros(40), Cents.Euros(100)], pot.Placed().Select(p => p.From));
        Assert.Equal((Cents.Euros(200), Cents.Euros(10)), (pot.Whole, pot.Earmarked));
    }
}
