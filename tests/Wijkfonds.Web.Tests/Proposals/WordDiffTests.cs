using Wijkfonds.Web.Proposals.Reading;

namespace Wijkfonds.Web.Tests.Proposals;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("wij planten bomen", "wij planten tien bomen", "=wij planten|+tien|=bomen")]
    [InlineData("wij planten bomen", "wij kopen bomen", "=wij|-planten|+kopen|=bomen")]
    [InlineData("", "bomen", "+bomen")]
    [InlineData("bomen", "", "-bomen")]
    [InlineData("bomen", "bomen", "=bomen")]
    [InlineData("", "", "")]
    public void What_went_stands_before_what_came(string before, string after, string passages) =>
        Assert.Equal(passages, string.Join('|', WordDiff.Of(before, after).Select(p => "=-+"[(int)p.Change] + p.Text)));

    [Fact]
    public void Texts_of_many_words_are_shown_as_replaced()
    {
        var before = string.Join(' ', Enumerable.Repeat("x", 2_000));
        Assert.Equal([Change.Gone, Change.New], WordDiff.Of(before, "y").Select(p => p.Change));
    }
}
