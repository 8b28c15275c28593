using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;
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

    [Theory, EachDatabase]
    public async Task The_picture_and_the_lists_below_it_add_up_to_the_same_with_costs_and_refunds_named_and_every_word_explained(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        var (book, now) = (site.Services.GetRequiredService<Book>(), site.Clock.Now);
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        Assert.False((await n.InOneWork(db => book.GiveBack(db, now, n.FundId, Guid.NewGuid(), n.Contributors[0].PartyId, new Cents(100_000), day))).Refused);
        Assert.False((await n.InOneWork(db => book.AllianceCosts(db, now, n.FundId, Guid.NewGuid(), new Cents(4_321)))).Refused);
        await using var db = n.Open();
        var (movements, flow) = (await Movements.Of(db), await MoneyFlow.Of(db, n.FundId, null));
        var bar = WholePot.Of(Pot.Of(movements), await Pot.Bound(db, n.FundId, movements), flow, path => path);
        Assert.Equal(flow.Whole, bar.Whole);
        Assert.Equal(bar.Layers.Select(l => l.Kind).Order(), bar.Layers.Select(l => l.Kind));
        foreach (var kind in new[] { "given-back", "alliance", "bank-costs", "cash-spent" })
            Assert.Equal(flow.To.Single(p => p.Kind == kind).Amount, bar.Layers.Single(l => l.Words == $"flow.{kind}").Amount);
        var page = await n.Stranger.Go("/geld/waarheen");
        foreach (var word in new[] { "Uitbetaald:", "Beloofd:", "Opzij gezet:", "Vrij:", "Teruggegeven aan wie het gaf:", "De kas:", "Kosten:" }) Assert.True(page.Sees(word), word);
        // What does not stand on the page is not explained.
        Assert.False(page.Sees("Met een oormerk:"));
    }

    [Theory, EachDatabase]
    public async Task What_a_giver_bound_is_not_called_free_for_residents_to_decide(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(400);
        var (earmark, book) = (await n.WithEarmark("Rond de huizen", giver: 1), site.Services.GetRequiredService<Book>());
        Assert.False((await n.InOneWork(db => book.Deposit(db, site.Clock.Now, n.FundId, Guid.NewGuid(), earmark.Id, Cents.Euros(250), DateOnly.FromDateTime(site.Clock.Now.UtcDateTime)))).Refused);
        await using var db = n.Open();
        var flow = await MoneyFlow.Of(db, n.FundId, 2);
        Assert.Equal(flow.Whole, flow.To.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount));
        var bound = flow.To.Single(p => p.Kind == "free-bound");
        Assert.Equal(("Rond de huizen", Cents.Euros(250)), (bound.Name, bound.Amount));
        var page = await n.Stranger.Go("/geld/waarheen?bijdrager=2");
        foreach (var link in page.Page.QuerySelectorAll(".flow-parts b a").Select(a => (Path: a.GetAttribute("href")!, Amount: a.TextContent.Trim())).ToList())
            Assert.Equal(link.Amount, (await Visitor.To(site).Go(link.Path)).Page.QuerySelector("dd.big")?.TextContent.Trim());
        Assert.True(page.Sees("Met een oormerk:"));
    }

    [Theory, EachDatabase]
    public async Task On_the_money_page_what_moved_in_the_years_makes_what_is_set_aside_at_the_end(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        await using var db = n.Open();
        var movements = await Movements.Of(db);
        var moved = FlowFigures.Shown(movements).ToDictionary(f => f.Name, f => movements.Figure(f.Filter));
        var stands = FlowFigures.Stands.ToDictionary(s => s.Name, s => movements.Figure(s.Filter));
        Assert.Equal(stands["reserved"], moved["set-aside"] + moved["cash-drawn"] - moved["promised"] - moved["returned"] - moved["cash-spent"]);
        Assert.Equal(stands["on-hand"], stands["free"] + stands["reserved"] + stands["awarded"]);
        var rows = (await n.Stranger.Go("/geld")).Page.QuerySelectorAll("tr").Where(r => r.QuerySelector("th[scope=row]") is not null).ToLookup(r => r.QuerySelector("th")!.TextContent.Trim());
        var words = site.Services.GetRequiredService<Texts>().In("nl");
        foreach (var (row, figure) in new[] { ("Opzij gezet, nog niet beloofd", stands["reserved"]), ("Naar de kas gebracht", moved["cash-drawn"]), ("Samen op de bank en in de kas", stands["on-hand"]) })
            Assert.Equal(words.Money(figure), rows[row].Single().QuerySelectorAll("td.amount").Last().TextContent.Trim());
    }

    [Fact]
    public async Task Before_there_is_money_the_page_says_so()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        Assert.True((await n.Stranger.Go("/geld/waarheen")).Sees("Nog geen geld"));
    }
}
