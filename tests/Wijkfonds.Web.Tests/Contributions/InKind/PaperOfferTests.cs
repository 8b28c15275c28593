using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions.InKind;

/// <summary>An organisation without a computer at hand: its offer comes to the desk on paper, and two members decide as on any other.</summary>
public sealed class PaperOfferTests
{
    private static readonly (string, string)[] Room =
    [
        ("contributor", "2"), ("Kind", "Room"), ("What", "Zaal aan het plein"), ("Quantity", "12"), ("Unit", "DayParts"), ("Value", "600"), ("Valuation", "Onze huurprijs is 50 euro per dagdeel."),
        ("From", "2027-01-04"), ("Until", "2027-06-30"), ("paper", "Map 2, tabblad januari"),
    ];

    [Theory, EachDatabase]
    public async Task A_desk_helper_types_it_over_the_treasurer_puts_it_forward_and_a_second_member_confirms(string database)
    {
        await using var site = new TestSite(database);
        var (n, _, _) = await OfferJourneyTests.Fund(site);
        var bea = await n.As(n.DeskHelper).Go("/balie/verslagen");
        Assert.NotNull(bea.Page.QuerySelector("a[href$='/balie/in-natura']"));
        await (await bea.Go("/balie/in-natura")).Press("Aanbod doorgeven", [.. Room.Where(f => f.Item1 is not "paper"), ("paper", "")]);
        Assert.True(bea.Sees("Schrijf op waar het ondertekende papier ligt."), bea.Text);
        Assert.Equal("Zaal aan het plein", bea.Page.QuerySelector("#What")!.GetAttribute("value"));
        await bea.Press("Aanbod doorgeven", [.. Room.Where(f => f.Item1 is not "contributor"), ("contributor", "99")]);
        Assert.True(bea.Sees("Kies welke organisatie dit geeft."), bea.Text);
        // The same paper posted twice, by a double tap, is one offer.
        var form = ("form", bea.Page.QuerySelector("[name=form]")!.GetAttribute("value")!);
        foreach (var _ in new[] { 1, 2 }) await (await bea.Go("/balie/in-natura")).Press("Aanbod doorgeven", [.. Room, form]);
        Assert.True(bea.Sees("Het aanbod is doorgegeven aan de penningmeester.") && bea.Sees("Zaal aan het plein, van Woonstichting De Brug"), bea.Text);
        await using (var db = n.Open()) Assert.Single(await db.Set<Offer>().ToListAsync());

        // Nobody else sees it, and it counts nowhere, until two members have spoken.
        foreach (var person in new[] { null, n.Resident, n.DeskHelper, n.ContributorRepresentative })
            Assert.Equal(HttpStatusCode.NotFound, (await n.As(person).Go("/bijdragers/2/in-natura/1")).Status);
        Assert.True((await n.Stranger.Go("/geld/in-natura")).Sees("Nog niets in natura"));
        Assert.False((await n.As(n.Member).Go("/bureau")).Sees("Aanbod op papier nalezen"));
        Assert.True((await n.As(n.Treasurer).Go("/bureau")).Sees("Aanbod op papier nalezen en voorleggen: Zaal aan het plein, van Woonstichting De Brug"));
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/2/in-natura/1");
        Assert.True(treasurer.Sees("Het papier ligt: Map 2, tabblad januari."), treasurer.Text);
        await treasurer.Press("Aan tweede lid voorleggen");
        Assert.True(treasurer.Sees("Een tweede lid moet dit aanbod nog bevestigen"), treasurer.Text);
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.ConfirmOffer, n.Treasurer)).Refusal);
        Assert.False((await n.Second(DecisionKind.ConfirmOffer)).Refused);
        var offer = await n.Stranger.Go("/bijdragers/2/in-natura/1");
        Assert.True(offer.Sees("Nog iets over") && offer.Sees("op papier ingeleverd bij de balie") && !offer.Sees("Map 2"), offer.Text);
        Assert.False((await n.As(n.Treasurer).Go("/bureau")).Sees("Aanbod op papier nalezen"));
    }

    [Theory, EachDatabase]
    public async Task What_is_not_as_on_the_paper_goes_back_to_the_desk_and_is_typed_over_again(string database)
    {
        await using var site = new TestSite(database);
        var (n, _, _) = await OfferJourneyTests.Fund(site);
        var bea = await n.As(n.DeskHelper).Go("/balie/in-natura");
        await bea.Press("Aanbod doorgeven", Room);
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/2/in-natura/1");
        await treasurer.Press("Terug naar de balie", ("reason", ""));
        Assert.True(treasurer.Sees("Schrijf op wat er niet klopt"), treasurer.Text);
        Assert.True((await n.ByRule<EnterOffer, Offer>(n.Member, (_, db, who) => PaperOffer.SendBack(db, who, site.Clock.Now, n.FundId, 2, 1, "Ik lees iets anders."))).Refused);
        await treasurer.Press("Terug naar de balie", ("reason", "Op het papier staan 21 dagdelen."));
        Assert.True(treasurer.Sees("Zaal aan het plein ligt weer bij de balie."), treasurer.Text);

        // Nobody can put it to a second member any more, twice sent back is once, and it waits for nobody but the desk.
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Treasurer).Go("/bijdragers/2/in-natura/1")).Status);
        Assert.True((await n.ByRule<EnterOffer, Offer>(n.Treasurer, (rule, db, who) => rule.PutForward(db, who, site.Clock.Now, 2, 1))).Refused);
        Assert.True((await n.ByRule<EnterOffer, Offer>(n.Treasurer, (_, db, who) => PaperOffer.SendBack(db, who, site.Clock.Now, n.FundId, 2, 1, "Nog eens."))).Refused);
        Assert.False((await n.As(n.Treasurer).Go("/bureau")).Sees("Aanbod op papier nalezen"));

        await bea.Go("/balie/in-natura");
        Assert.True(bea.Sees("Op het papier staan 21 dagdelen.") && !bea.Sees("Wacht op de penningmeester"), bea.Text);
        Assert.NotNull(bea.Page.QuerySelector("a[href$='/balie/in-natura?opnieuw=2-1']"));
        await bea.Go("/balie/in-natura?opnieuw=2-1");
        Assert.Equal("600", bea.Page.QuerySelector("#Value")!.GetAttribute("value"));
        await bea.Press("Aanbod doorgeven", ("Quantity", "21"), ("paper", "Map 2"));
        Assert.True(bea.Sees("Wacht op de penningmeester") && !bea.Sees("Teruggestuurd"), bea.Text);
        await (await n.As(n.Treasurer).Go("/bijdragers/2/in-natura/2")).Press("Aan tweede lid voorleggen");
        Assert.False((await n.Second(DecisionKind.ConfirmOffer)).Refused);
        Assert.True((await n.Stranger.Go("/bijdragers/2/in-natura/2")).Sees("21 dagdelen"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/bijdragers/2/in-natura/1")).Status);
    }

    [Theory, EachDatabase]
    public async Task Only_the_desk_types_over_only_the_treasurer_puts_forward_and_what_was_voted_down_is_gone(string database)
    {
        await using var site = new TestSite(database);
        var (n, _, _) = await OfferJourneyTests.Fund(site);
        foreach (var person in new[] { n.Resident, n.Member, n.Treasurer, n.Auditor }) Assert.Equal(HttpStatusCode.NotFound, (await n.As(person).Go("/balie/in-natura")).Status);
        await (await n.As(n.DeskHelper).Go("/balie/in-natura")).Press("Aanbod doorgeven", Room);
        Assert.DoesNotContain("Aan tweede lid voorleggen", (await n.As(n.Member).Go("/bijdragers/2/in-natura/1")).Text, StringComparison.Ordinal);
        Assert.True((await n.ByRule<EnterOffer, Offer>(n.Member, (rule, db, who) => rule.PutForward(db, who, site.Clock.Now, 2, 1))).Refused);
        await (await n.As(n.Treasurer).Go("/bijdragers/2/in-natura/1")).Press("Aan tweede lid voorleggen");
        Assert.True((await n.ByRule<EnterOffer, Offer>(n.Treasurer, (rule, db, who) => rule.PutForward(db, who, site.Clock.Now, 2, 1))).Refused);
        Assert.False((await n.Second(DecisionKind.ConfirmOffer, inFavour: false, reason: "De handtekening ontbreekt.")).Refused);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Treasurer).Go("/bijdragers/2/in-natura/1")).Status);
        Assert.False((await n.As(n.DeskHelper).Go("/balie/in-natura")).Sees("Zaal aan het plein, van"));
    }
}
