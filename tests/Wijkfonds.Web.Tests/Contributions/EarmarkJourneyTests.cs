using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

/// <summary>A giver binds part of its money; whether the plans of a round fit is said in public, and the ballot waits for it.</summary>
public sealed class EarmarkJourneyTests
{
    [Theory, EachDatabase]
    public async Task An_earmark_is_entered_with_a_list_agreed_and_holds_the_money_that_comes_in_for_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(100);
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/2/oormerken/nieuw");
        await treasurer.Press("Aan tweede lid voorleggen", ("Name", "Rond onze woningen"));
        Assert.True(treasurer.Sees("Zo bindt het oormerk nergens aan."), treasurer.Text);
        await treasurer.Press("Aan tweede lid voorleggen", ("Name", "Rond onze woningen"), ("Places", "7415AB;12;;Esdoornhof\n741;12"));
        Assert.True(treasurer.Sees("Regel 2: De postcode klopt niet."), treasurer.Text);
        Assert.Contains("7415AB;12;;Esdoornhof", treasurer.Page.QuerySelector("#Places")!.TextContent, StringComparison.Ordinal);
        await treasurer.Press("Aan tweede lid voorleggen", ("Name", "Rond onze woningen"), ("Places", "7415AB;12;;Esdoornhof"), ("WholePercent", "35"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/bijdragers/2/oormerken/1")).Status);
        Assert.False((await n.Second(DecisionKind.ConfirmEarmark)).Refused);
        var page = await n.Stranger.Go("/bijdragers/2/oormerken/1");
        Assert.True(page.Sees("Alleen bij: Esdoornhof.") && page.Sees("hoogstens 35 procent"), page.Text);
        Assert.False(page.Sees("7415AB"), "addresses are not public");
        await (await treasurer.Go("/stortingen")).Press("Storting invoeren", ("contributor", "1"), ("date", "2027-01-02"), ("amount", "5"), ("earmark", "2-1"));
        Assert.True(treasurer.Sees("Dit oormerk is er niet."), treasurer.Text);
        await treasurer.Press("Storting invoeren", ("contributor", "2"), ("date", "2027-01-02"), ("amount", "500"), ("earmark", "2-1"));
        await n.Second(DecisionKind.ConfirmDeposit);
        await using var db = n.Open();
        Assert.Equal((Cents.Euros(500), Cents.Euros(25)), ((await Pot.Of(db, 2, 1)).Free, (await Pot.Of(db, 2, 0)).Free));
        Assert.True((await n.Stranger.Go("/geld")).Sees("€ 500"));
    }

    [Theory, EachDatabase]
    public async Task The_ballot_is_not_frozen_while_a_plan_does_not_fit_and_the_giver_objects_until_then_and_never_after(string database)
    {
        await using var site = new TestSite(database);
        var (n, round, earmark) = await WithBoundSection(site, "Groen");
        var fits = await n.WithPlan(round, "Regentonnen", 500);
        var page = await n.Stranger.Go("/rondes/1/oormerken");
        Assert.True(page.Sees("Hele wijk: € 1.000 met een oormerk") && page.Sees("Het plan voldoet aan het oormerk."), page.Text);
        // The giver objects; a stranger and a member cannot do so in its name.
        var gerda = await n.As(n.ContributorRepresentative).Go("/rondes/1/oormerken");
        await gerda.Press("Bezwaar maken", ("reason", "Dit is niet buiten"));
        Assert.True(gerda.Sees("De gever maakt bezwaar: Dit is niet buiten"), gerda.Text);
        Assert.IsType<Wijkfonds.Web.Contributions.TreasurerNeeded>((await Say(n, n.Member, fits.Number!.Value, earmark, "Objected")).Refusal);
        Assert.IsType<NotFoundHere>((await Say(n, n.Resident, fits.Number!.Value, earmark, "ProposedFits")).Refusal);
        Assert.IsType<PlanOutsideEarmark>((await n.Freeze(round)).Refusal);
        Assert.True((await n.As(n.Member).Go("/rondes/1/stembiljet-vaststellen")).Sees("haal dit geld met een besluit uit het onderdeel"));
        await (await gerda.Go("/rondes/1/oormerken")).Press("Bezwaar intrekken", ("reason", "Uitgelegd"));
        Assert.False((await n.Freeze(round)).Refused);
        Assert.IsType<EarmarkWordTooLate>((await Say(n, n.ContributorRepresentative, fits.Number!.Value, earmark, "Objected")).Refusal);
        Assert.Empty((await gerda.Go("/rondes/1/oormerken")).Page.QuerySelectorAll("main form"));
    }

    [Theory, EachDatabase]
    public async Task Two_members_take_the_money_out_and_free_money_takes_its_place(string database)
    {
        await using var site = new TestSite(database);
        var (n, round, earmark) = await WithBoundSection(site, "Jeugd");
        await n.WithPlan(round, "Regentonnen", 500);
        Assert.IsType<PlanOutsideEarmark>((await n.Freeze(round)).Refusal);
        await (await n.As(n.ContributorRepresentative).Go("/rondes/1/oormerken")).Press("Bezwaar maken", ("reason", "Dit is niet voor de jeugd."));
        var member = await (await n.As(n.Member).Go("/rondes/1/oormerken")).Press("Dit geld uit het onderdeel halen");
        Assert.True(member.Sees("Wacht op tweede lid"), member.Text);
        Assert.IsType<ExceedsPot>((await n.Second(DecisionKind.TakeOutEarmark)).Refusal is PotIsBound bound ? new ExceedsPot(bound.Asked, bound.Free) : null);
        await n.WithMoney(1_000);
        // Who declared an interest in the giver stands aside.
        await site.Given(new Interest { FundId = n.FundId, AccountId = n.SecondMember.Id, Subject = n.Contributors[0].Id, Reason = "Ik werk er.", DeclaredAt = site.Clock.Now });
        Assert.IsType<StandsAside>((await n.Second(DecisionKind.TakeOutEarmark)).Refusal);
        Assert.False((await n.Second(DecisionKind.TakeOutEarmark, n.Treasurer)).Refused);
        await using var db = n.Open();
        Assert.Equal(Cents.Euros(1_000), await Pot.ReservedFor(db, round.Sections[0].Id));
        Assert.Equal(Cents.Euros(1_000), (await Pot.Of(db, 1, 1)).Free);
        Assert.False((await n.Freeze(round)).Refused);
        // What was said, and what followed from it, stays: with the round and with the plan.
        foreach (var path in new[] { "/rondes/1/oormerken", "/rondes/1/plannen/1" })
        {
            var page = await n.Stranger.Go(path);
            Assert.True(page.Sees("De gever maakte bezwaar: “Dit is niet voor de jeugd.”") && page.Sees("Twee leden haalden € 1.000 met oormerk Voor Jeugd uit Hele wijk van Ronde 1.") && page.Sees("Plan 1 paste er niet bij."), page.Text);
        }
        Assert.True((await n.Stranger.Go("/rondes/1/oormerken")).Sees("In deze ronde zit geen geld met een oormerk."));
    }

    [Theory, EachDatabase]
    public async Task The_approval_of_a_round_takes_bound_money_first_and_only_for_its_share(string database)
    {
        await using var site = new TestSite(database);
        var (n, _, _) = await WithBoundSection(site, "Groen");
        await n.WithMoney(2_000);
        await using var db = n.Open();
        var limited = new Section { FundId = n.FundId, Number = 1, Name = "Groen", Budget = Cents.Euros(100), OnlyThemes = "Groen" };
        var round = await n.WithRound(Phase.Draft);
        Assert.Equal(await db.Set<Earmark>().Select(e => e.Id).SingleAsync(), Assert.Single(await Admissible.Of(db, round, limited)).Earmark);
        limited.OnlyThemes = "";
        Assert.Empty(await Admissible.Of(db, round, limited));
    }

    /// <summary>A round under review whose one section holds EUR 1,000 that the first giver bound to a theme.</summary>
    private static async Task<(Neighbourhood, Round, Guid)> WithBoundSection(TestSite site, string theme)
    {
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        var earmark = new Earmark { FundId = n.FundId, ContributorId = n.Contributors[0].Id, Number = 1, Name = "Voor " + theme, Themes = theme, EnteredAt = site.Clock.Now, ConfirmedAt = site.Clock.Now };
        await site.Given(earmark);
        var round = await n.WithRound(Phase.Reviewing, sections: ("Hele wijk", 1_000));
        var book = new Book();
        await n.InOneWork(db => book.Deposit(db, site.Clock.Now, n.FundId, Guid.NewGuid(), earmark.Id, Cents.Euros(1_000), new(2027, 1, 2)));
        Assert.False((await n.InOneWork(db => book.Reserve(db, site.Clock.Now, n.FundId, round.Sections[0].Id, Cents.Euros(1_000), [new Admitted(earmark.Id)]))).Refused);
        return (n, round, earmark.Id);
    }

    private static async Task<Outcome<EarmarkWord>> Say(Neighbourhood n, Wijkfonds.Web.Neighbours.Account who, int plan, Guid earmark, string kind)
    {
        await using var scope = n.Site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<FundScope>().Fund = n.Fund;
        var viewer = await n.Viewer(who);
        return await n.InOneWork(db => scope.ServiceProvider.GetRequiredService<SayingFit>().Say(db, viewer, n.Site.Clock.Now, 1, plan, earmark, new WordForm(kind, "Omdat")));
    }
}
