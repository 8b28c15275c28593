using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Proposals.Moving;
using Wijkfonds.Web.Proposals.Reviewing;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Tests.Neighbours;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Proposals;

/// <summary>An admitted plan that does not fit the money of its section goes to another one, by two members, before the ballot is frozen.</summary>
public sealed class MovingTests
{
    [Theory, EachDatabase]
    public async Task A_plan_that_keeps_the_ballot_from_being_frozen_is_moved_by_two_members_and_its_makers_are_told(string database)
    {
        await using var site = new TestSite(database);
        var (n, round, plan) = await WithMisfit(site);
        Assert.IsType<Wijkfonds.Web.Contributions.Earmarks.PlanOutsideEarmark>((await n.Freeze(round)).Refusal);
        var mo = await n.As(n.Member).Go("/rondes/1/stembiljet-vaststellen");
        Assert.True(mo.Sees("1 plan past nog niet bij het geld in zijn onderdeel"), mo.Text);
        Assert.True(mo.Sees("want dat geld is niet voor het thema “Groen”"), mo.Text);
        var link = mo.Page.QuerySelector("a[href$='/toets/1/verplaatsen']")!;
        Assert.Equal("Verplaats plan 1", link.TextContent);

        await (await mo.Go("/rondes/1/toets/1/verplaatsen")).Press("Leg voor aan een tweede lid", ("section", "2"), ("reason", " "));
        Assert.True(mo.Sees("Schrijf op waarom het plan daar beter past."), mo.Text);
        Assert.True(mo.Page.QuerySelector("input[name=section][value='2']")!.HasAttribute("checked"));
        await mo.Press("Leg voor aan een tweede lid", ("reason", "Regentonnen zijn groen, geen jeugd."));
        Assert.True(mo.Sees("Een tweede lid moet er nog naar kijken."), mo.Text);
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.MovePlan, n.Member)).Refusal);
        Assert.False((await n.Second(DecisionKind.MovePlan)).Refused);

        var moved = await n.Stored(plan);
        Assert.True(moved.IsAdmitted);
        Assert.Equal(round.Sections[1].Id, moved.SectionId);
        var page = await n.Stranger.Go("/rondes/1/plannen/1");
        Assert.True(page.Sees("Het komt op het stembiljet."), page.Text);
        Assert.True(page.Sees("toegelaten en naar een ander onderdeel verplaatst “Van Jeugd naar Groen. Regentonnen zijn groen, geen jeugd.”"), page.Text);
        var versions = await n.Stranger.Go("/rondes/1/plannen/1/versies");
        Assert.Equal(("Jeugd", "Groen"), (versions.Page.QuerySelector("del")!.TextContent, versions.Page.QuerySelector("ins")!.TextContent));
        var mail = (await site.MailsTo(n.Resident.Email!))[^1];
        Assert.Equal("Je plan “Regentonnen” staat nu in Groen", mail.Subject);
        Assert.Contains("Regentonnen zijn groen, geen jeugd.", mail.Body, StringComparison.Ordinal);
        Assert.False((await n.Freeze(round)).Refused);
        Assert.IsType<PlanListFrozen>((await Propose(n, 1)).Refusal);
        Assert.True((await mo.Go("/rondes/1/toets/1/verplaatsen")).Sees("De lijst met plannen staat vast."));
        Assert.Empty(mo.Page.QuerySelectorAll("main form"));
    }

    [Theory, EachDatabase]
    public async Task A_section_that_does_not_admit_it_cannot_pay_it_or_holds_money_it_does_not_fit_is_refused_by_name(string database)
    {
        await using var site = new TestSite(database);
        var (n, round, _) = await WithMisfit(site, ("Klein", 200), ("Ook jeugd", 1_000), ("Straten", 1_000));
        await n.WithBound(round.Sections[3], await n.WithEarmark("Ook voor Jeugd", giver: 1, themes: "Jeugd"), 500);
        await using (var db = site.Database.Open(n.FundId))
        {
            var streets = await db.Set<Section>().SingleAsync(s => s.Number == 5);
            (streets.Area, streets.Complexes) = (SectionArea.Complexes, "Esdoornhof");
            await db.SaveChangesAsync();
        }
        Assert.IsType<AlreadyInSection>((await Propose(n, 1)).Refusal);
        Assert.Equal(new SectionTooSmall("Klein", Cents.Euros(200), Cents.Euros(500)), (await Propose(n, 3)).Refusal);
        Assert.Equal(new DoesNotFitThere("Ook jeugd", "Ook voor Jeugd", "Woonstichting De Brug"), (await Propose(n, 4)).Refusal);
        Assert.IsType<SectionIsForComplexes>((await Propose(n, 5)).Refusal);
        Assert.IsType<Missing>((await Propose(n, 6)).Refusal);
        Assert.IsType<Missing>((await Propose(n, null)).Refusal);
        // The page offers the one section that takes it, and says of the others why not.
        var page = await n.As(n.Member).Go("/rondes/1/toets/1/verplaatsen");
        Assert.Equal("2", Assert.Single(page.Page.QuerySelectorAll("input[name=section]")).GetAttribute("value"));
        Assert.True(page.Sees("Daar kan het nooit winnen.") && page.Sees("en daar past het plan niet bij."), page.Text);
        foreach (var person in new[] { n.Resident, n.Auditor, null })
            Assert.NotEqual(HttpStatusCode.OK, await Status(n, person));
    }

    [Theory, EachDatabase]
    public async Task Who_made_the_plan_stands_aside_and_a_plan_that_is_not_admitted_or_moved_since_stays(string database)
    {
        await using var site = new TestSite(database);
        var (n, round, _) = await WithMisfit(site);
        await n.WithPlan(round, "Van een lid", 300, by: n.Member);
        await n.WithPlan(round, "In de toets", 300, admitted: false);
        Assert.IsType<MakerStandsAside>((await Propose(n, 2, plan: 2)).Refusal);
        Assert.IsType<OnlyAdmittedMoves>((await Propose(n, 2, plan: 3)).Refusal);
        Assert.IsType<NotFoundHere>((await Propose(n, 2, plan: 9)).Refusal);
        Assert.False((await Propose(n, 2)).Refused);
        Assert.IsType<AlreadyProposed>((await Propose(n, 2)).Refusal);
        // Its makers withdraw it: nothing is moved.
        var plan = await n.InOneWork(db => Wijkfonds.Web.Proposals.Writing.Drafting.Withdraw(db, n.Resident.Id, db.Set<Proposal>().Single(p => p.Number == 1).Handle, site.Clock.Now));
        Assert.False(plan.Refused);
        await using var now = n.Open();
        Assert.False(await now.Set<Decision>().AnyAsync(d => d.Kind == DecisionKind.MovePlan && d.DroppedAt == null));
    }

    [Theory, EachDatabase]
    public async Task Nobody_agrees_to_another_ballot_than_was_seen(string database)
    {
        await using var site = new TestSite(database);
        var (n, round, _) = await WithMisfit(site, fits: true);
        var viewer = await n.Viewer(n.Member);
        await using (var scope = site.Services.CreateAsyncScope())
            Assert.Null((await n.InOneWork(db => Freezing.Propose(db, scope.ServiceProvider.GetRequiredService<Deciding>(), viewer, site.Clock.Now, round.Number))).Refusal);
        await Propose(n, 2);
        await n.Second(DecisionKind.MovePlan);
        Assert.IsType<PlansChanged>((await n.Second(DecisionKind.FreezeBallot)).Refusal);
    }

    /// <summary>A round under review of which the first section holds money for another theme than its plan's.</summary>
    private static async Task<(Neighbourhood, Round, Proposal)> WithMisfit(TestSite site, params (string, long)[] more) => await WithMisfit(site, false, more);

    private static async Task<(Neighbourhood, Round, Proposal)> WithMisfit(TestSite site, bool fits, params (string, long)[] more)
    {
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        var round = await n.WithRound(Phase.Reviewing, sections: [("Jeugd", 1_000), ("Groen", 2_000), .. more]);
        await n.WithBound(round.Sections[0], await n.WithEarmark("Voor jeugd", themes: fits ? "Groen" : "Jeugd"), 1_000);
        await n.WithUnbound(round.Sections[1], 2_000);
        var plan = await n.WithPlan(round, "Regentonnen", 500);
        await using var db = n.Open();
        await site.Given(new ProposalVersion { FundId = n.FundId, ProposalId = plan.Id, Number = 1, At = plan.SavedAt, Text = PlanText.Of((await db.Plan(1, 1))!, round).ToJson() });
        return (n, round, plan);
    }

    private static async Task<Outcome<Decision>> Propose(Neighbourhood n, int? section, int plan = 1)
    {
        await using var scope = n.Site.Services.CreateAsyncScope();
        var (viewer, words) = (await n.Viewer(n.Member), n.Site.Services.GetRequiredService<Texts>().In("nl"));
        return await n.InOneWork(db => MovingPlan.Propose(db, scope.ServiceProvider.GetRequiredService<Deciding>(), viewer, n.Site.Clock.Now, 1, plan, new MoveForm(section, "Daarom"), words));
    }

    private static async Task<HttpStatusCode> Status(Neighbourhood n, Wijkfonds.Web.Neighbours.Account? who) => (await n.As(who).Go("/rondes/1/toets/1/verplaatsen")).Page.QuerySelector("main form input[name=section]") is null ? HttpStatusCode.NotFound : HttpStatusCode.OK;
}
