using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Ballots;

public sealed class FreezingTests
{
    [Theory, EachDatabase]
    public async Task Two_members_freeze_the_ballot_and_everybody_can_check_the_seal_and_the_lot(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Reviewing);
        for (var i = 1; i <= 6; i++) await n.WithPlan(round, $"Bankje {i}", 500 * i);
        var member = n.As(n.Member);
        await member.Go($"/rondes/{round.Number}/stembiljet-vaststellen");
        Assert.True(member.Sees("6 plannen op het stembiljet"));
        await member.Press("Stembiljet vaststellen");
        Assert.True(member.Sees("Een tweede lid moet nog akkoord geven"));
        Assert.Empty(await n.PlanNumbers(round));
        Assert.Null((await n.Second(DecisionKind.FreezeBallot)).Refusal);

        var stranger = n.Stranger;
        await stranger.Go($"/rondes/{round.Number}/stembiljet-vaststellen");
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        var text = await stranger.Http.GetStringAsync(new Uri(n.At($"/rondes/{round.Number}/stembiljet-vaststellen?handler=Text"), UriKind.Relative));
        Assert.True(stranger.Sees(BallotText.Hash(text)));
        await using var db = n.Open();
        var acts = await db.Set<RoundAct>().Where(a => a.RoundId == round.Id).ToListAsync();
        var plans = await db.Set<BallotPlan>().Where(p => p.RoundId == round.Id).ToListAsync();
        var order = TieLot.Order(DrawKey.FromHex(acts.Single(a => a.Kind == RoundActKind.TieLotDrawn).Note), plans.Select(p => $"{p.Number}"));
        Assert.Equal(order, plans.OrderBy(p => p.Lot).Select(p => $"{p.Number}"));
        Assert.Equal(BallotText.Hash(text), acts.Single(a => a.Kind == RoundActKind.BallotFrozen).Note);
        Assert.IsType<BallotIsFrozen>((await n.Freeze(round)).Refusal);
    }

    [Theory, EachDatabase]
    public async Task A_plan_that_waits_for_its_review_is_a_named_reason_and_so_is_an_empty_ballot(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Reviewing);
        Assert.IsType<NothingToVoteOn>((await n.Freeze(round)).Refusal);
        await n.WithPlan(round, "Bankje", 500);
        var waiting = await n.WithPlan(round, "Vlaggenmast", 900, admitted: false);
        Assert.Equal(new PlansNotReviewed(1, $"{waiting.Number}"), (await n.Freeze(round)).Refusal);
        var member = n.As(n.Member);
        await member.Go($"/rondes/{round.Number}/stembiljet-vaststellen");
        Assert.True(member.Sees("Nog niet alle plannen zijn getoetst"));
        await site.Given(new ProposalAct
        {
            FundId = n.FundId, ProposalId = waiting.Id, Kind = ProposalActKind.Refused, Order = 3, At = site.Clock.Now, Reason = ReviewReason.OwnerSaysNo, Words = "De school wil het niet.",
        });
        Assert.Null((await n.Freeze(round)).Refusal);
        Assert.Single(await n.PlanNumbers(round));
        Assert.IsType<BallotIsFrozen>((await n.Freeze(round)).Refusal);
    }

    [Theory, EachDatabase]
    public async Task Nobody_agrees_to_another_ballot_than_was_proposed(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Reviewing);
        await n.WithPlan(round, "Bankje", 500);
        var member = await (await n.As(n.Member).Go("/rondes/1/stembiljet-vaststellen")).Press("Stembiljet vaststellen");
        await n.WithPlan(round, "Vlaggenmast", 900);
        Assert.IsType<PlansChanged>((await n.Second(DecisionKind.FreezeBallot)).Refusal);
        Assert.Empty(await n.PlanNumbers(round));
        Assert.Null((await n.Second(DecisionKind.FreezeBallot, inFavour: false, reason: "Er kwam een plan bij.")).Refusal);
        await (await member.Go("/rondes/1/stembiljet-vaststellen")).Press("Stembiljet vaststellen");
        Assert.Null((await n.Second(DecisionKind.FreezeBallot)).Refusal);
        Assert.Equal(2, (await n.PlanNumbers(round)).Length);
    }

    [Fact]
    public async Task After_closing_nothing_is_frozen_until_closing_has_moved()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Reviewing);
        await n.WithPlan(round, "Bankje", 500);
        site.Clock.MoveTo(round.VotingCloses.Instant.AddMinutes(1));
        Assert.IsType<TooLateToOpen>((await n.Freeze(round)).Refusal);
        Assert.True((await n.As(n.Member).Go("/rondes/1/stembiljet-vaststellen")).Sees("Verzet eerst het sluiten van het stemmen"));
    }

    [Fact]
    public async Task While_residents_may_still_send_in_plans_nothing_is_frozen()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Submitting);
        await n.WithPlan(round, "Bankje", 500);
        Assert.IsType<SubmissionNotClosed>((await n.Freeze(round)).Refusal);
    }

    [Fact]
    public async Task What_happens_to_a_plan_afterwards_does_not_change_the_ballot()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        await using (var db = n.Open())
        {
            var plan = await db.Set<Proposal>().Include(p => p.Costs).OrderBy(p => p.Number).FirstAsync();
            (plan.Title, plan.Costs[0].Amount) = ("Iets heel anders", Cents.Euros(4_999));
            await db.SaveChangesAsync();
        }
        var voter = n.Stranger;
        await voter.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", (await n.CodesOf(round))[0].ToString()));
        Assert.True(voter.Sees("Regentonnen") && voter.Sees("€ 1.200") && !voter.Sees("Iets heel anders"));
    }

    [Theory]
    [InlineData("Resident"), InlineData("Auditor"), InlineData("Host"), InlineData("DeskHelper")]
    public async Task Before_it_is_frozen_only_members_see_the_page_and_the_codes_never_leave_them(string who)
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Reviewing);
        await n.WithPlan(round, "Bankje", 500);
        var account = (Wijkfonds.Web.Neighbours.Account)typeof(Neighbourhood).GetProperty(who)!.GetValue(n)!;
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(account).Go($"/rondes/{round.Number}/stembiljet-vaststellen")).Status);
        await n.WithFrozenBallot(round);
        await n.CodesOf(round);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(account).Go($"/rondes/{round.Number}/codes")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(account).Go($"/rondes/{round.Number}/codes?handler=Csv")).Status);
    }
}
