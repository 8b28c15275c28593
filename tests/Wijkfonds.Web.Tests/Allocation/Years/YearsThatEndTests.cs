using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Neighbours;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation.Years;

/// <summary>How a later year ends without having been paid: its giver stops, two members withdraw it, the plan is over.</summary>
public sealed class YearsThatEndTests
{
    [Theory, EachDatabase]
    public async Task A_year_whose_giver_stops_says_so_until_two_members_withdraw_it(string database)
    {
        await using var site = new TestSite(database);
        var world = await YearsWorld.Of(site);
        var n = world.N;
        await world.WithThirdGiver();
        var form = new[] { ("Legal", "Subsidy"), ("FirstYear", "2028"), ("Years", "2"), ("Amount", "1.000"), ("PerYear", "1"), ("Start", "2028-02-01"), ("Notice", "0") };
        await (await n.As(n.Treasurer).Go("/bijdragers/3/toezeggingen/nieuw")).Press("Aan tweede lid voorleggen", form);
        Assert.False((await n.Second(DecisionKind.ConfirmAgreement)).Refused);
        Assert.False((await world.Promise(1, (2028, 900), (2029, 800))).Refused);
        await (await n.As(n.Treasurer).Go("/bijdragers/3/toezeggingen/1")).Press("Einde voorleggen", ("day", "2028-12-31"), ("reason", "Bezuiniging"));
        Assert.False((await n.Second(DecisionKind.EndAgreement)).Refused);

        Assert.Equal(["2028 plan 1 Conditional", "2029 plan 1 Uncovered"], await world.States());
        Assert.True((await n.As(n.Resident).Go("/mijn/toekenningen/1")).Sees("Dit jaar rust op toezeggingen die er niet meer zijn: € 800 is niet meer toegezegd."));
        Assert.True((await n.As(n.Member).Go("/bureau")).Sees("Voor 2029 is te weinig toegezegd: Regentonnen"));
        var treasurer = await n.As(n.Treasurer).Go("/geld/toekenningen/1/jaren");
        await treasurer.Press("Intrekken voorstellen", ("why", "De gemeente stopt"));
        Assert.True(treasurer.Sees("Kies welk jaar je wilt intrekken."), treasurer.Text);
        await treasurer.Press("Intrekken voorstellen", ("numbers", "2"), ("why", "De gemeente stopt"));
        Assert.False((await n.Second(DecisionKind.WithdrawYears)).Refused);
        Assert.Equal(["2028 plan 1 Conditional", "2029 plan 1 Withdrawn"], await world.States());
        var mail = (await site.MailsTo(n.Resident.Email!))[^1].Body;
        Assert.True(mail.Contains("2029: €\u00a0800", StringComparison.Ordinal) && mail.Contains("De gemeente stopt", StringComparison.Ordinal) && !mail.Contains("2028", StringComparison.Ordinal), mail);
        Assert.False((await n.As(n.Member).Go("/bureau")).Sees("te weinig toegezegd"));
        Assert.IsType<YearIsSettled>((await world.Withdraw(1, 2)).Refusal);
        Assert.IsType<YearIsSettled>((await world.Withdraw(1, 1, 7)).Refusal);
    }

    [Theory, EachDatabase]
    public async Task When_the_plan_is_closed_its_later_years_lapse_and_when_it_gave_all_back_too(string database)
    {
        await using var site = new TestSite(database);
        var world = await YearsWorld.Of(site, plans: 2);
        await world.Pledge(0, 2028, 10_000);
        Assert.False((await world.Promise(1, (2028, 900))).Refused);
        Assert.False((await world.Promise(2, (2028, 900))).Refused);
        Assert.False((await world.Change(1, DecisionKind.CloseAward)).Refused);
        Assert.Equal(["2028 plan 1 PlanEnded", "2028 plan 2 Conditional"], await world.States());
        Assert.Contains("Het plan is afgesloten", (await site.MailsTo(world.N.Resident.Email!))[^1].Body, StringComparison.Ordinal);
        Assert.False((await world.Change(2, DecisionKind.LapseAward, "2.999")).Refused);
        Assert.Equal(["2028 plan 1 PlanEnded", "2028 plan 2 Conditional"], await world.States());
        // With the last euro the plan is over: the team hears it with the decision, not when money comes.
        Assert.False((await world.Change(2, DecisionKind.LapseAward, "1")).Refused);
        Assert.Equal(["2028 plan 1 PlanEnded", "2028 plan 2 PlanEnded"], await world.States());
        world.MoveTo(2028);
        Assert.False((await world.Arrives(0, 10_000)).Refused);
        Assert.Equal(["2028 plan 1 PlanEnded", "2028 plan 2 PlanEnded"], await world.States());
        Assert.Equal(Cents.Zero, await world.Left(2));
        Assert.IsType<AwardIsClosed>((await world.Promise(1, (2029, 1))).Refusal);
        Assert.IsType<AwardHandedBack>((await world.Promise(2, (2029, 1))).Refusal);
    }

    [Theory, EachDatabase]
    public async Task A_team_that_gives_back_all_it_got_has_no_later_years_and_every_mate_is_told(string database)
    {
        await using var site = new TestSite(database);
        var world = await YearsWorld.Of(site);
        var n = world.N;
        await world.Pledge(0, 2028, 10_000);
        await using (var db = n.Open())
            await site.Given(new TeamMate { FundId = n.FundId, AwardId = await db.Set<Award>().Select(a => a.Id).SingleAsync(), AccountId = n.Residents[1].Id, AddedAt = site.Clock.Now });
        Assert.False((await world.Promise(1, (2028, 900))).Refused);
        await n.WithAccount();
        await n.Release(OutgoingKind.Payment, 1_200);
        Assert.False((await world.Change(1, DecisionKind.LapseAward, "1.800")).Refused);
        Assert.Equal(["2028 plan 1 Conditional"], await world.States());
        Assert.False((await world.Change(1, DecisionKind.RepayAward, "1.200")).Refused);
        Assert.Equal(["2028 plan 1 PlanEnded"], await world.States());
        foreach (var mate in new[] { n.Resident, n.Residents[1] }) Assert.Contains("2028: €\u00a0900", (await site.MailsTo(mate.Email!))[^1].Body, StringComparison.Ordinal);
    }
}
