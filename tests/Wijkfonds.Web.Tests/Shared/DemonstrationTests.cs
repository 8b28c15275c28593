using System.Net;

namespace Wijkfonds.Web.Tests.Shared;

public sealed class DemonstrationTests
{
    [Fact]
    public async Task Outside_the_demonstration_nobody_can_be_somebody_else_or_move_the_clock()
    {
        await using var site = new TestSite();
        await site.GivenFund();
        var stranger = await Visitor.To(site).Go("/w/oosterhoek/");
        Assert.DoesNotContain("DEMONSTRATIE", stranger.Text, StringComparison.Ordinal);
        foreach (var path in new[] { "/demonstratie/als", "/demonstratie/klok", "/demonstratie/opnieuw" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Visitor.To(site).Go(path)).Status);
            using var form = new FormUrlEncodedContent([]);
            var answer = await stranger.Http.PostAsync(new Uri(path, UriKind.Relative), form);
            Assert.False(answer.IsSuccessStatusCode, path);
        }
    }
}
