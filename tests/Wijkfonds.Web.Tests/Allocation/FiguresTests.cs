using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation;

public sealed class FiguresTests
{
    // Six voters, 12.000 euro. By votes the square takes nearly all, and the garden's two people get nothing for their share of 4.000.
    private static readonly (string, long)[] Plans = [("Plein", 11_500), ("Tuin", 4_000), ("Kermis", 3_000), ("Standbeeld", 1_000)];
    private static readonly string[] Ballots = ["1,3", "1,3", "1", "1", "2", "2,3"];

    [Theory, EachDatabase]
    public async Task The_page_tells_what_the_result_means_and_what_other_rules_would_have_given(string database)
    {
        await using var site = new TestSite(database);
        var n = await Counted(site, CountingRule.Greedy);
        var anyone = await n.Stranger.Go("/rondes/1/uitslag");
        Assert.True(anyone.Sees("Voor 4 van de 6 stemmers (66,6%) komt er minstens één plan dat ze zelf kozen"));
        Assert.True(anyone.Sees("2 stemmers kwamen tekort bij plan 2: samen was hun deel van het geld genoeg"));
        Assert.True(anyone.Sees("Ter vergelijking: dit telt niet."));
        var rows = anyone.Page.QuerySelectorAll("table.stack tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[])[' ', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal("Meeste stemmen eerst (onze regel) 1 € 11.500 66,6% dit is de uitslag", rows[0]);
        Assert.Contains("Gelijke delen 2 € 7.000 66,6% met plan 2, 3 zonder plan 1", rows);
        Assert.Equal(6, rows.Count);
    }

    [Fact]
    public async Task Under_equal_shares_no_group_falls_short_and_the_page_says_how_the_count_went()
    {
        await using var site = new TestSite();
        var n = await Counted(site, CountingRule.EqualShares);
        var anyone = await n.Stranger.Go("/rondes/1/uitslag");
        Assert.True(anyone.Sees("Geen groep kwam tekort."));
        Assert.True(anyone.Sees("Eerst had iedereen € 2.000 te verdelen. Er is nog 875 keer geteld; in de telling die geldt, had iedereen € 2.874."));
    }

    [Theory, EachDatabase]
    public async Task Four_servers_compute_the_figures_once_and_a_result_of_before_gets_them_too(string database)
    {
        await using var site = new TestSite(database);
        var n = await Counted(site, CountingRule.Greedy);
        await using (var db = n.Open()) await db.Set<SectionFigures>().ExecuteDeleteAsync();
        Assert.False((await n.Stranger.Go("/rondes/1/uitslag")).Sees("Bij andere telregels"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            new CountJob(site.Database, new Work(site.Database, new FundScope())).Run(site.Clock.Now, CancellationToken.None))));
        Assert.True((await n.Stranger.Go("/rondes/1/uitslag")).Sees("Bij andere telregels"));
        await using var after = n.Open();
        Assert.Equal(1, await after.Set<SectionFigures>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Who_asks_hears_how_many_more_votes_would_have_been_enough(string database)
    {
        await using var site = new TestSite(database);
        var n = await Counted(site, CountingRule.Greedy);
        var anyone = await n.Stranger.Go("/rondes/1/uitslag");
        Assert.Equal(2, anyone.Page.QuerySelectorAll(".enough a").Length);
        // With two more it has as many as the square, and is cheaper.
        Assert.True((await n.Stranger.Go("/rondes/1/uitslag/2/genoeg")).Sees("Met 2 stemmen meer was dit plan gekozen."));
        // Plan 1 was chosen, nobody chose plan 4, and there is no plan 9.
        foreach (var plan in new[] { 1, 4, 9 })
            Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go($"/rondes/1/uitslag/{plan}/genoeg")).Status);
    }

    [Fact]
    public async Task Before_the_count_nobody_hears_anything_about_votes()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        await n.WithMoney(50_000);
        await n.WithSealedRound(Plans, Ballots, budget: 12_000);
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/rondes/1/uitslag/2/genoeg")).Status);
    }

    [Fact]
    public async Task A_round_in_which_nobody_voted_has_a_result_without_figures()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        n.Rule = CountingRule.EqualShares;
        await n.WithMoney(50_000);
        await n.WithSealedRound(Plans, [], budget: 12_000);
        await site.RunJobs();
        var anyone = await n.Stranger.Go("/rondes/1/uitslag");
        Assert.True(anyone.Sees("In dit onderdeel is geen plan gekozen."));
        Assert.False(anyone.Sees("Bij andere telregels"));
    }

    private static async Task<Neighbourhood> Counted(TestSite site, CountingRule rule)
    {
        var n = await Neighbourhood.On(site);
        n.Rule = rule;
        await n.WithMoney(50_000);
        await n.WithSealedRound(Plans, Ballots, budget: 12_000);
        await site.RunJobs();
        return n;
    }
}
