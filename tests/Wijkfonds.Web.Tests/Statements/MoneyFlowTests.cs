using System.Net;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements.Euros;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

public sealed class MoneyFlowTests
{
    [Theory, EachDatabase]
    public async Task What_came_in_is_what_went_out_and_what_is_still_there_for_everybody_and_for_each_giver(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        await using var db = n.Open();
        foreach (var giver in new int?[] { null, 1, 2 })
        {
            var flow = await MoneyFlow.Of(db, n.FundId, giver);
            Assert.True(flow.Whole > Cents.Zero);
            Assert.Equal(flow.Whole, flow.To.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount));
        }
    }

    [Theory, EachDatabase]
    public async Task Each_amount_leads_to_entries_with_that_total_and_a_plans_euros_lead_both_ways(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        var neighbour = n.Stranger;
        foreach (var page in new[] { "/geld/waarheen", "/geld/waarheen?bijdrager=2" })
        {
            await neighbour.Go(page);
            var links = neighbour.Page.QuerySelectorAll(".flow-parts b a").Select(a => (Path: a.GetAttribute("href")!, Amount: a.TextContent.Trim())).ToList();
            Assert.True(links.Count > 4, page);
            foreach (var (path, amount) in links) Assert.Equal(amount, (await Visitor.To(site).Go(path)).Page.QuerySelector("dd.big")?.TextContent.Trim());
        }
        await neighbour.Go("/rondes/1/plannen/1/geld");
        Assert.Equal(HttpStatusCode.OK, neighbour.Status);
        foreach (var path in new[] { "/geld/waarheen?bijdrager=1", "/rondes/1", "/rondes/1/plannen/1", "/geld" })
            Assert.NotNull(neighbour.Page.QuerySelector($"main a[href='{n.At(path)}']"));
        Assert.Equal(["€\u00a02.250", "€\u00a0750,03"], neighbour.Page.QuerySelectorAll("#gevers tbody tr:first-child td").Select(c => c.TextContent.Trim()));
        Assert.False(neighbour.Sees("Rosa"));
        await neighbour.Go("/rondes/1/plannen/1");
        Assert.NotNull(neighbour.Page.QuerySelector($"main a[href='{n.At("/rondes/1/plannen/1/geld")}']"));
        foreach (var path in new[] { "/rondes/1/plannen/99/geld", "/rondes/9/plannen/1/geld", "/geld/waarheen?bijdrager=9", "/geld/waarheen?bijdrager=x" })
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Go(path)).Status);
    }

    [Fact]
    public async Task Before_there_is_money_the_page_says_so()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        Assert.True((await n.Stranger.Go("/geld/waarheen")).Sees("Nog geen geld"));
    }
}
