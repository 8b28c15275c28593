using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Rounds;

public sealed class ChangingARoundTests
{
    [Theory, EachDatabase]
    public async Task Two_members_move_the_closing_of_voting_and_everybody_reads_why(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var round = await n.WithRound(Phase.Voting);
        var later = Deadline.At(round.VotingCloses.Instant.AddDays(3), n.Fund.Zone);
        var member = n.As(n.Member);
        await (await member.Go("/rondes/1/verzetten")).Press("Voorleggen aan een tweede lid", ("To", later.Local));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        Assert.True(member.Sees("Schrijf op waarom"));
        Assert.Equal(later.Local, member.Page.QuerySelector("#To")!.GetAttribute("value"));
        await member.Press("Voorleggen aan een tweede lid", ("Reason", "De brieven kwamen te laat."));

        await (await n.As(n.SecondMember).Go("/bureau/besluiten/1")).Press("Akkoord");
        var stranger = await n.Stranger.Go("/rondes/1");
        Assert.True(stranger.Sees("De brieven kwamen te laat."));
        Assert.True(stranger.Sees("Besloten door Mo Yildiz, Sanne de Vries"));
        await using var db = n.Open();
        Assert.Equal(later.Instant, (await db.Round(1))!.VotingCloses.Instant);
        Assert.Equal(RoundRules.Hash(round), RoundRules.Hash((await db.Round(1))!));
    }

    [Theory, EachDatabase]
    public async Task A_draft_is_thrown_away_with_its_proposal_and_an_approved_round_is_not(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await n.WithRound(Phase.Draft);
        var member = n.As(n.Member);
        await (await member.Go("/rondes/1")).Press("Voorleggen aan een tweede lid");
        await (await member.Go("/rondes/1/weggooien")).Press("Concept weggooien");
        Assert.True(member.Sees("is weggegooid"));
        await using (var db = n.Open())
        {
            Assert.False(await db.Set<Round>().AnyAsync());
            Assert.False(await db.Set<Wijkfonds.Web.Alliance.Decision>().AnyAsync(d => d.DroppedAt == null));
        }
        var announced = await n.WithRound(Phase.Announced);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Go($"/rondes/{announced.Number}/weggooien")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Resident).Go($"/rondes/{announced.Number}/weggooien")).Status);
    }

    [Theory, EachDatabase]
    public async Task A_move_that_is_approved_after_the_deadline_passed_is_refused(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Voting);
        await (await n.As(n.Member).Go("/rondes/1/verzetten")).Press("Voorleggen aan een tweede lid",
            ("To", Deadline.At(round.VotingCloses.Instant.AddDays(3), n.Fund.Zone).Local), ("Reason", "Te kort."));
        var second = await n.As(n.SecondMember).Go("/bureau/besluiten/1");
        site.Clock.MoveTo(round.VotingCloses.Instant);
        await second.Press("Akkoord");
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        await using var db = n.Open();
        Assert.Equal(Phase.Counting, (await db.Round(1))!.PhaseAt(site.Clock.Now));
    }

    [Theory, EachDatabase]
    public async Task Cancelling_gives_the_money_back_and_says_why(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        await n.WithRound(Phase.Submitting, sections: [("Groen", 20_000), ("Spelen", 30_000)]);
        await (await n.As(n.Member).Go("/rondes/1/stoppen")).Press("Stoppen voorleggen aan een tweede lid", ("Reason", "De wijk krijgt al geld van elders."));
        await (await n.As(n.SecondMember).Go("/bureau/besluiten/1")).Press("Akkoord");
        await using var db = n.Open();
        Assert.Equal(new Pot(Cents.Euros(200_000), Cents.Euros(200_000), default, default, default), await Pot.Of(db));
        Assert.Equal(Phase.Cancelled, (await db.Round(1))!.PhaseAt(site.Clock.Now));
        Assert.True((await n.Stranger.Go("/rondes/1")).Sees("De wijk krijgt al geld van elders."));
    }

    [Fact]
    public async Task A_round_with_a_result_cannot_be_cancelled()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        await n.WithRound(Phase.Decided);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Member).Go("/rondes/1/stoppen")).Status);
    }

    [Theory, EachDatabase]
    public async Task Everybody_can_read_a_round_and_its_rules_in_every_phase(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(900_000);
        foreach (var phase in Enum.GetValues<Phase>())
        {
            var round = await n.WithRound(phase);
            foreach (var path in new[] { $"/rondes/{round.Number}", $"/rondes/{round.Number}/regels" })
            {
                Assert.Equal(phase == Phase.Draft ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await n.Stranger.Go(path)).Status);
                Assert.Equal(HttpStatusCode.OK, (await n.As(n.Member).Go(path)).Status);
            }
        }
        Assert.Equal(HttpStatusCode.OK, (await n.Stranger.Go("/rondes")).Status);
        Assert.Equal(HttpStatusCode.OK, (await n.As(n.Member).Go("/bureau")).Status);
    }
}
