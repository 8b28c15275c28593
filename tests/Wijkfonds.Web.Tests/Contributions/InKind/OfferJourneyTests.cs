using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions.InKind;

/// <summary>Hours of a caretaker, from the first word to the thanks; the clock of the tests stands in January 2027.</summary>
public sealed class OfferJourneyTests
{
    private static readonly (string, string)[] Hours =
    [
        ("Kind", "Hours"), ("What", "Uren van de conciërge"), ("Quantity", "100"), ("Unit", "Hours"), ("Value", "4.000"), ("Valuation", "Ons uurtarief is 40 euro."),
        ("From", "2027-01-04"), ("Until", "2027-06-30"),
    ];

    [Theory, EachDatabase]
    public async Task Hours_are_offered_confirmed_taken_up_in_part_by_two_plans_and_delivered_with_thanks(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, cafe) = await Fund(site);
        var pot = await Money(n);
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/1/in-natura/nieuw");
        await treasurer.Press("Aan tweede lid voorleggen", Hours);
        Assert.Equal("/bijdragers/1/in-natura/1", treasurer.Path);
        Assert.True(treasurer.Sees("Een tweede lid moet dit aanbod nog bevestigen"), treasurer.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/bijdragers/1/in-natura/1")).Status);
        Assert.True((await n.Stranger.Go("/geld/in-natura")).Sees("Nog niets in natura"));
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.ConfirmOffer, n.Treasurer)).Refusal);
        var decision = await n.As(n.SecondMember).Go($"/bureau/besluiten/{await n.OpenDecision(DecisionKind.ConfirmOffer)}");
        Assert.True(decision.Sees("Waard volgens de gever: € 4.000. “Ons uurtarief is 40 euro.”"), decision.Text);
        await decision.Press("Akkoord");
        Assert.True((await n.Stranger.Go("/geld/in-natura")).Sees("100 uur (€ 4.000)"));

        // Two teams take up what they can use; a third of nobody's cannot.
        var rosa = await n.As(n.Resident).Go("/bijdragers/1/in-natura/1");
        await rosa.Press("Aannemen", ("quantity", "20"));
        Assert.True(rosa.Sees("Aangenomen. De gever krijgt mail."), rosa.Text);
        var ahmed = await n.As(n.Residents[1]).Go("/mijn/in-natura");
        Assert.True(ahmed.Sees("80 uur over, voor wie het kan gebruiken"), ahmed.Text);
        await ahmed.Press("Aannemen", ("quantity", "81"));
        Assert.True(ahmed.Sees("Je vraagt 81, en er is nog 80 over"), ahmed.Text);
        await ahmed.Press("Aannemen", ("quantity", "30"));
        Assert.True(ahmed.Sees("50 uur (€ 2.000)"), "what is left is for others");
        Assert.DoesNotContain("Aannemen voor een plan", (await n.As(n.Residents[2]).Go("/bijdragers/1/in-natura/1")).Text, StringComparison.Ordinal);

        // Less came than was accepted; the plan's page and the giver's page tell it.
        site.Clock.MoveTo(new DateTimeOffset(2027, 3, 8, 9, 0, 0, TimeSpan.Zero));
        await rosa.Go("/bijdragers/1/in-natura/1");
        await rosa.Press("Bevestigen dat het kwam", ("delivered", "15"), ("date", "2027-03-01"), ("thanks", "De tuin is om."));
        Assert.True(rosa.Sees("Bevestigd. De gever krijgt mail."), rosa.Text);
        Assert.True((await n.Stranger.Go($"/rondes/1/plannen/{barrels.Number}")).Sees("20 uur aangenomen, 15 uur geleverd."));
        Assert.True((await n.Stranger.Go("/bijdragers/1")).Sees("15 uur (€ 600)"));
        Assert.True((await n.Stranger.Go("/geld/in-natura")).Sees("Geleverd in 2027"));
        Assert.False((await n.Stranger.Go("/bijdragers/1/in-natura/1")).Sees("De tuin is om."), "what a team says to the giver is for the giver");
        Assert.True((await n.As(n.ContributorRepresentative).Go("/bijdragers/1/in-natura/1")).Sees("“De tuin is om.”"));
        Assert.Equal(["kind-accepted", "kind-accepted", "kind-delivered"], (await Mails(site)).Select(m => m.Key.Split('/')[0]).Order(StringComparer.Ordinal));
        Assert.Contains("De tuin is om.", (await Mails(site)).Single(m => m.Key.StartsWith("kind-delivered", StringComparison.Ordinal)).Body, StringComparison.Ordinal);

        // By the end of June what nobody took up is gone; a month later also what did not come. No job did that.
        site.Clock.MoveTo(new DateTimeOffset(2027, 7, 1, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal((100, 50, 15, 35, 0, 50), Figures(await n.StandingOf()));
        Assert.True((await n.As(n.Member).Go("/bureau")).Sees("het loopt af"));
        site.Clock.MoveTo(new DateTimeOffset(2027, 7, 31, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal((100, 50, 15, 0, 0, 85), Figures(await n.StandingOf()));
        Assert.Equal("Deels geleverd", (await n.Stranger.Go("/bijdragers/1/in-natura/1")).Page.QuerySelector(".badge")!.TextContent);
        Assert.Equal(pot, await Money(n));
    }

    [Theory, EachDatabase]
    public async Task The_team_it_is_meant_for_gets_mail_and_takes_it_up_on_its_own_page(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, cafe) = await Fund(site);
        var award = await n.WithAward(barrels, 1_200);
        await site.Given(new Web.Allocation.Awards.TeamMate { FundId = n.FundId, AwardId = award.Id, AccountId = n.Residents[2].Id, AddedAt = site.Clock.Now });
        await n.WithOffer(plan: barrels);
        var mails = await Mails(site);
        Assert.Equal(new[] { n.Resident.Email, n.Residents[2].Email }.Order(StringComparer.Ordinal), mails.Select(m => m.To).Order(StringComparer.Ordinal));
        Assert.All(mails, m => Assert.Equal("Gemeente Oosterstad biedt iets aan voor Regentonnen", m.Subject));
        Assert.True((await n.Stranger.Go($"/rondes/1/plannen/{barrels.Number}")).Sees("100 uur, bedoeld voor dit plan."));
        Assert.IsType<Web.Contributions.InKind.MeantForOther>((await n.Accepts(n.Residents[1], cafe, "1")).Refusal);
        var rosa = await n.As(n.Resident).Go("/mijn/toekenningen/1");
        await rosa.Press("Aannemen", ("quantity", "100"));
        // Whom Rosa added to the team confirms too.
        var joke = await n.As(n.Residents[2]).Go("/mijn/toekenningen/1");
        await joke.Press("Bevestigen dat het kwam", ("delivered", "100"), ("date", "2027-01-04"));
        Assert.True(joke.Sees("100 uur (€ 4.000)"), joke.Text);
        Assert.Equal("Geleverd", joke.Page.QuerySelector(".badge")!.TextContent);
    }

    [Theory, EachDatabase]
    public async Task A_giver_takes_it_back_by_itself_and_the_team_that_counted_on_it_is_told(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, _) = await Fund(site);
        await n.WithOffer();
        await n.Accepts(n.Resident, barrels, "20");
        await n.Gets(n.Resident, barrels, "5", "2027-01-04");
        Assert.DoesNotContain("Aanbod intrekken", (await n.As(n.Resident).Go("/bijdragers/1/in-natura/1")).Text, StringComparison.Ordinal);
        var gerda = await n.As(n.ContributorRepresentative).Go("/bijdragers/1/in-natura/1");
        await gerda.Press("Aanbod intrekken", ("from", "2027-02-01"), ("why", ""));
        Assert.True(gerda.Sees("Schrijf op waarom."), gerda.Text);
        await gerda.Press("Aanbod intrekken", ("from", "2027-02-01"), ("why", "De conciërge gaat met pensioen."));
        Assert.True(gerda.Sees("De gever trekt dit in vanaf maandag 1 februari 2027."), gerda.Text);
        Assert.Contains("met pensioen", (await Mails(site)).Single(m => m.Key.StartsWith("kind-withdrawn", StringComparison.Ordinal) && m.To == n.Resident.Email).Body, StringComparison.Ordinal);
        // Until that day it stands; from then on nothing can be taken up, and what came can still be confirmed for a month.
        Assert.False((await n.Accepts(n.Resident, barrels, "1")).Refused);
        site.Clock.MoveTo(new DateTimeOffset(2027, 2, 1, 9, 0, 0, TimeSpan.Zero));
        Assert.IsType<Web.Contributions.InKind.OfferHasEnded>((await n.Accepts(n.Resident, barrels, "1")).Refusal);
        Assert.False((await n.Gets(n.Resident, barrels, "6", "2027-01-20")).Refused);
        site.Clock.MoveTo(new DateTimeOffset(2027, 3, 4, 9, 0, 0, TimeSpan.Zero));
        Assert.IsType<Web.Contributions.InKind.TooLateToConfirm>((await n.Gets(n.Resident, barrels, "6", "2027-01-21")).Refusal);
        Assert.Equal((100, 21, 11, 0, 0, 89), Figures(await n.StandingOf()));
    }

    /// <summary>A round that is carried out, with a plan of Rosa and one of Ahmed, and money.</summary>
    internal static async Task<(Neighbourhood N, Proposal Barrels, Proposal Cafe)> Fund(TestSite site)
    {
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var round = await n.WithRound(Phase.CarryingOut);
        return (n, await n.WithPlan(round, "Regentonnen", 1_200), await n.WithPlan(round, "Taalcafé", 2_400, by: n.Residents[1]));
    }

    internal static async Task<Pot> Money(Neighbourhood n)
    {
        await using var db = n.Open();
        return await Pot.Of(db);
    }

    private static (int, int, int, int, int, int) Figures(Web.Contributions.InKind.OfferStanding standing) =>
        (standing.Whole.Offered, standing.Whole.Accepted, standing.Whole.Delivered, standing.Whole.ToCome, standing.Whole.Left, standing.Whole.Gone);

    private static async Task<List<OutboxMessage>> Mails(TestSite site)
    {
        await using var db = site.Open();
        return await db.Set<OutboxMessage>().Where(m => m.Key.StartsWith("kind-")).ToListAsync();
    }
}
