using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Shared;

public sealed class CentsTests
{
    [Theory]
    [InlineData("4000", 400_000)]
    [InlineData("4.000", 400_000)]
    [InlineData("€ 4.000,50", 400_050)]
    [InlineData("4000,5", 400_050)]
    [InlineData("4000.50", 400_050)]
    [InlineData("4.000,-", 400_000)]
    [InlineData("1.234.567", 123_456_700)]
    [InlineData("0,01", 1)]
    public void What_a_neighbour_types_is_read_as_money(string typed, long cents) => Assert.Equal(new Cents(cents), Cents.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("veel")]
    [InlineData("-5")]
    [InlineData("1,000")]
    [InlineData("4.00.000")]
    [InlineData("1.2.000")]
    [InlineData("12,345")]
    [InlineData("1e9")]
    [InlineData("999999999999999")]
    public void What_can_be_read_two_ways_or_not_at_all_is_no_money(string typed) => Assert.Null(Cents.Read(typed));

    [Theory]
    [InlineData(-50, "-0.50")]
    [InlineData(-1, "-0.01")]
    [InlineData(0, "0.00")]
    [InlineData(7, "0.07")]
    [InlineData(-123_456, "-1234.56")]
    public void A_file_keeps_the_sign_also_of_less_than_one_euro(long cents, string written) => Assert.Equal(written, new Cents(cents).ToFile());

    [Theory]
    [InlineData(400_000, "4000")]
    [InlineData(400_050, "4000,50")]
    [InlineData(1, "0,01")]
    public void What_a_form_shows_is_read_back_as_the_same_amount(long cents, string shown)
    {
        Assert.Equal(shown, new Cents(cents).ToForm());
        Assert.Equal(new Cents(cents), Cents.Read(shown));
    }

    [Fact]
    public void Dividing_leaves_no_cent_over_and_gives_ties_to_the_first() =>
        Assert.Equal([new Cents(34), new Cents(33), new Cents(33)], Division.InProportion(new Cents(100), [1, 1, 1]));
}
