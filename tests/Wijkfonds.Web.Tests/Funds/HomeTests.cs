using System.Net;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds;

public sealed class HomeTests
{
    [Theory, EachDatabase]
    public async Task Home_says_the_one_thing_to_do_in_every_phase(string database)
    {
        await using var site = new TestSite(database);
        foreach (var (phase, words) in new[]
        {
            (Phase.Announced, "Binnenkort kun je een plan insturen"), (Phase.Submitting, "Stuur het in"), (Phase.Reviewing, "De plannen worden nu getoetst"),
            (Phase.OpeningDelayed, "Het stemmen gaat later open"), (Phase.Voting, "Er wordt gestemd over"), (Phase.Counting, "De stemmen worden geteld"),
            (Phase.Decided, "De uitslag van Ronde 1 is er"), (Phase.CarryingOut, "De uitslag van Ronde 1 is er"), (Phase.Draft, "Er loopt nu geen ronde"), (Phase.Cancelled, "Er loopt nu geen ronde"),
        })
        {
            var n = await (await Neighbourhood.On(site, phase.ToString().ToLowerInvariant())).WithMoney(200_000);
            await n.WithRound(phase);
            var home = await n.Stranger.Go("/");
            Assert.Equal(HttpStatusCode.OK, home.Status);
            Assert.Contains(words, home.Page.QuerySelector(".now h2")!.TextContent, StringComparison.Ordinal);
            Assert.Single(home.Page.QuerySelectorAll("main .do, main button.do").Concat(phase is Phase.Draft or Phase.Cancelled ? [home.Page.QuerySelector(".now")!] : []));
        }
    }

    [Theory, EachDatabase]
    public async Task Voting_comes_first_with_the_code_field_and_other_rounds_are_named(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var done = await n.WithRound(Phase.CarryingOut);
        await n.WithAward(await n.WithPlan(done, "Regentonnen", 3_000), 3_000);
        await n.WithRound(Phase.Voting);
        await n.WithRound(Phase.Submitting);
        var home = await n.Stranger.Go("/");
        var form = home.Page.QuerySelector(".now form")!;
        Assert.Equal(n.At("/stemmen"), form.GetAttribute("action"));
        Assert.NotNull(form.QuerySelector("input[name=code]"));
        Assert.NotNull(form.QuerySelector("input[name=__RequestVerificationToken]"));
        Assert.True(home.Sees("Regentonnen") && home.Sees("€ 3.000") && home.Sees("Ronde 3"));
        Assert.True(home.Sees("Gemeente Oosterstad") && home.Sees("Mo Yildiz"));
        Assert.True(home.Sees("Vrij"));
    }

    [Theory, EachDatabase]
    public async Task An_installation_with_several_funds_lists_them_and_a_new_fund_invites(string database)
    {
        await using var site = new TestSite(database);
        await site.GivenFund();
        await site.GivenFund("westhoek");
        var visitor = await Visitor.To(site).Go("/");
        Assert.Contains("Wijkfonds oosterhoek", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("a[href='/w/westhoek/']"));
        foreach (var page in new[] { "/", "/geld", "/geld/boekingen", "/bijdragers" })
        {
            await visitor.Go("/w/westhoek" + page);
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
        }
        Assert.Contains("Geen boekingen", (await visitor.Go("/w/westhoek/geld/boekingen")).Text, StringComparison.Ordinal);
        Assert.Contains("entries 0", await visitor.Http.GetStringAsync(new Uri("/w/westhoek/geld/grootboek.txt", UriKind.Relative)), StringComparison.Ordinal);
    }
}
