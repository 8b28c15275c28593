using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Alliance;

public sealed class DecidingTests
{
    [Theory, EachDatabase]
    public async Task Two_members_who_agree_at_once_carry_it_once(string database)
    {
        await using var site = new TestSite(database);
        var n = await WithOpenDecision(site);
        var second = await n.As(n.SecondMember).Go("/bureau/besluiten/1");
        var third = await n.As(n.Treasurer).Go("/bureau/besluiten/1");
        await Task.WhenAll(second.Press("Akkoord"), third.Press("Akkoord"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { second.Status, third.Status }.Order());
        await using var db = n.Open();
        Assert.Equal(Cents.Euros(50_000), (await Pot.Of(db)).Reserved);
        Assert.Equal(2, await db.Set<Voice>().CountAsync());
        Assert.Single(await db.Set<RoundAct>().ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task One_member_is_not_two_also_not_from_two_browsers(string database)
    {
        await using var site = new TestSite(database);
        var n = await WithOpenDecision(site);
        var proposer = await n.As(n.Member).Go("/bureau/besluiten/1");
        Assert.True(proposer.Sees("Jij hebt al gesproken"));
        var second = await n.As(n.SecondMember).Go("/bureau/besluiten/1");
        var again = await n.As(n.SecondMember).Go("/bureau/besluiten/1");
        await second.Press("Niet akkoord", ("Reason", "Eerst met de school praten."));
        await again.Press("Akkoord");
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        await using var db = n.Open();
        Assert.False((await db.Round(1))!.IsPublic);
        Assert.Equal(Cents.Zero, (await Pot.Of(db)).Reserved);
    }

    [Fact]
    public async Task A_voice_against_needs_a_reason_which_stays_where_it_was_typed()
    {
        await using var site = new TestSite();
        var n = await WithOpenDecision(site);
        var second = await n.As(n.SecondMember).Go("/bureau/besluiten/1");
        await second.Press("Niet akkoord");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        await second.Press("Niet akkoord", ("Reason", "Eerst met de school praten."));
        Assert.True(second.Sees("Niet doorgegaan"));
        Assert.True((await n.As(n.Member).Go("/bureau/besluiten/1")).Sees("Eerst met de school praten."));
        var register = await n.Stranger.Go("/besluiten");
        Assert.True(register.Sees("niet doorgegaan"));
        Assert.False(register.Sees("Eerst met de school praten."));
    }

    [Fact]
    public async Task Only_the_proposer_takes_a_proposal_back_and_only_while_it_is_open()
    {
        await using var site = new TestSite();
        var n = await WithOpenDecision(site);
        var proposer = await n.As(n.Member).Go("/bureau/besluiten/1");
        var late = await n.As(n.Member).Go("/bureau/besluiten/1");
        await proposer.Press("Voorstel terugnemen");
        Assert.True(proposer.Sees("Teruggenomen"));
        await late.Press("Voorstel terugnemen");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        await (await proposer.Go("/rondes/1")).Press("Voorleggen aan een tweede lid");
        Assert.Equal(HttpStatusCode.OK, proposer.Status);
    }

    [Theory, EachDatabase]
    public async Task Who_declared_an_interest_stands_aside_until_it_ends(string database)
    {
        await using var site = new TestSite(database);
        var n = await WithOpenDecision(site);
        await using var db = n.Open();
        var round = (await db.Round(1))!;
        await site.Given(new Interest { FundId = n.FundId, AccountId = n.SecondMember.Id, Subject = round.Id, Reason = "Mijn baan.", DeclaredAt = site.Clock.Now });
        var second = await n.As(n.SecondMember).Go("/bureau");
        Assert.True(second.Sees("Hier is een ander aan zet"));
        Assert.True((await second.Go("/bureau/besluiten/1")).Sees("Je hebt hierbij een belang gemeld"));
        Assert.DoesNotContain(second.Page.QuerySelectorAll("button"), b => b.TextContent == "Akkoord");
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(site.Services);
        var deciding = (Deciding)scope.ServiceProvider.GetService(typeof(Deciding))!;
        var spoken = await deciding.Speak(db, await n.Viewer(n.SecondMember), site.Clock.Now, 1, inFavour: true);
        Assert.IsType<StandsAside>(spoken.Refusal);
    }

    [Theory, EachDatabase]
    public async Task An_interest_is_declared_public_and_ended(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        await n.WithPlan(await n.WithRound(Phase.Reviewing), "Regentonnen", 1_200);
        var member = n.As(n.Member);
        await (await member.Go("/bureau/belangen")).Press("Belang melden", ("Subject", "plan-1-1"), ("Reason", "Het is mijn straat."));
        Assert.True(member.Sees("Je belang bij Plan 1: Regentonnen"));
        Assert.True((await n.Stranger.Go("/wie-beslist")).Sees("Het is mijn straat."));
        await (await member.Go("/bureau/belangen")).Press("Belang melden", ("Subject", "plan-1-1"), ("Reason", "Nog eens."));
        Assert.Equal(HttpStatusCode.Conflict, member.Status);
        await (await member.Go("/bureau/belangen")).Press("Belang beëindigen Plan 1: Regentonnen (Ronde 1)");
        Assert.False((await n.Stranger.Go("/wie-beslist")).Sees("Het is mijn straat."));
    }

    [Fact]
    public async Task The_desk_lists_what_waits_oldest_first_and_invites_when_nothing_does()
    {
        await using var site = new TestSite();
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        Assert.True((await n.As(n.Member).Go("/bureau")).Sees("Er wacht niets op je."));
        await n.WithPlan(await n.WithRound(Phase.Reviewing), "Regentonnen", 1_200, admitted: false);
        await n.WithRound(Phase.Decided);
        var titles = (await n.As(n.Member).Go("/bureau")).Page.QuerySelectorAll(".desk h3").Select(h => h.TextContent).ToList();
        // The plan waits since it was sent in, the ballot since the form closed, the result since the count.
        Assert.Equal(3, titles.Count);
        Assert.Contains("plan", titles[0], StringComparison.Ordinal);
        Assert.Equal("Uitslag van Ronde 2 bevestigen", titles[2]);
    }

    private static async Task<Neighbourhood> WithOpenDecision(TestSite site)
    {
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        await n.WithRound(Phase.Draft);
        await (await n.As(n.Member).Go("/rondes/1")).Press("Voorleggen aan een tweede lid");
        return n;
    }
}
