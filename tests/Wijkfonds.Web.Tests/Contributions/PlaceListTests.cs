using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

/// <summary>A corporation sells and builds homes: its list of places is replaced by two people, and what was decided with the old one stands.</summary>
public sealed class PlaceListTests
{
    [Theory, EachDatabase]
    public async Task A_new_list_counts_for_open_plans_and_the_frozen_ballot_keeps_the_old_one(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        var earmark = await n.WithEarmark("Rond onze huizen", giver: 1, places: ";;;Esdoornhof\n;;;Lindeplein");
        var frozen = await Round(n, earmark, "Esdoornhof");
        await n.WithFrozenBallot(frozen);
        var open = await Round(n, earmark, "Esdoornhof");
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await n.Stranger.Go("/rondes/2/oormerken")).Sees("De plek staat op de lijst van de gever: Esdoornhof"));

        var page = await (await n.As(n.Treasurer).Go("/bijdragers/2/oormerken/1/plekken")).Press("Aan tweede lid voorleggen", ("Name", "Woningen in 2028"), ("Places", ";;;Lindeplein\n741;1\n7415AB;3;;\"Flat; laag\""));
        Assert.True(page.Sees("Regel 2: De postcode klopt niet.") && !page.Sees("Regel 3"), page.Text);
        Assert.Equal(("Woningen in 2028", ";;;Lindeplein\n741;1\n7415AB;3;;\"Flat; laag\""), (page.Page.QuerySelector("#Name")!.GetAttribute("value"), page.Page.QuerySelector("#Places")!.TextContent.Trim('\n')));
        await page.Press("Aan tweede lid voorleggen", ("Places", ";;;Lindeplein\n;;;Esdoornhof\n"));
        await n.Second(DecisionKind.ReplacePlaces, inFavour: false, reason: "Esdoornhof is verkocht");
        await (await n.As(n.Treasurer).Go("/bijdragers/2/oormerken/1/plekken")).Press("Aan tweede lid voorleggen", ("Name", "Woningen in 2028"), ("Places", ";;;Lindeplein"));
        var decision = await n.As(n.SecondMember).Go($"/bureau/besluiten/{await n.OpenDecision(DecisionKind.ReplacePlaces)}");
        Assert.True(decision.Sees("Regels die erbij komen: 0. Regels die weggaan: 1.") && decision.Sees("Voor Ronde 1 blijft de oude lijst gelden"), decision.Text);
        Assert.True((await n.Stranger.Go("/rondes/2/oormerken")).Sees("De plek staat op de lijst van de gever: Esdoornhof"), "nothing counts before the second word");
        Assert.False((await n.Second(DecisionKind.ReplacePlaces)).Refused);

        var show = await n.Stranger.Go("/bijdragers/2/oormerken/1");
        Assert.True(show.Sees("Alleen bij: Lindeplein.") && show.Sees("Woningen in 2028, geldt sinds") && show.Sees("Eerste lijst, geldt sinds"), show.Text);
        Assert.Equal(2, show.Page.QuerySelectorAll("#plekken li").Length);
        Assert.True((await n.Stranger.Go("/rondes/1/oormerken")).Sees("De plek staat op de lijst van de gever: Esdoornhof"), "the frozen ballot keeps its list");
        Assert.True((await n.Stranger.Go("/rondes/2/oormerken")).Sees("Nog beoordelen"));
        Assert.IsType<PlanNotJudged>((await n.Freeze(open)).Refusal);
    }

    [Fact]
    public void What_members_judged_by_the_old_list_is_asked_anew_and_an_objection_stays()
    {
        var (day, since) = (new DateOnly(2027, 6, 1), new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero));
        var earmark = new Earmark { FundId = default, ContributorId = default, Number = 1, Name = "x", EnteredAt = default };
        earmark.Places.AddRange([.. PlaceList.Read(default, ";;;Esdoornhof").Places, .. PlaceList.Read(default, ";;;Lindeplein", list: 2).Places, .. PlaceList.Read(default, ";;;Berkenhof", list: 3).Places]);
        earmark.Lists.AddRange([new() { FundId = default, Number = 2, Name = "tweede", EnteredAt = since, ConfirmedAt = since }, new() { FundId = default, Number = 3, Name = "derde", EnteredAt = since }]);
        var plan = new PlanText("Plan", "", "", "Esdoornhof", false, 1, "Buiten", 1, "Groen", [], "", "");
        Assert.Equal(FitReason.PlaceUnclear, EarmarkFit.Of(earmark, plan, day).Reason);
        Assert.Equal(FitReason.AtPlace, EarmarkFit.Of(earmark, plan, day, since.AddSeconds(-1)).Reason);
        Assert.Equal(FitReason.PlaceUnclear, EarmarkFit.Of(earmark, plan, day, since).Reason);
        EarmarkWord[] said = [Word(1, EarmarkWordKind.Fits, since.AddDays(-1))];
        Assert.True(EarmarkFit.Of(earmark, plan, day).With(said).Fits);
        Assert.Null(EarmarkFit.Of(earmark, plan, day).With(said, since).Fits);
        Assert.True(EarmarkFit.Of(earmark, plan, day).With([.. said, Word(2, EarmarkWordKind.Fits, since.AddDays(1))], since).Fits);
        Assert.Equal(FitReason.Objected, EarmarkFit.Of(earmark, plan, day).With([Word(1, EarmarkWordKind.Objected, since.AddDays(-1))], since).Reason);
    }

    [Theory, EachDatabase]
    public async Task The_list_is_a_file_for_who_sees_the_money_and_can_be_read_in_again(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        await n.WithEarmark("Rond onze huizen", places: "7415AB;12;a;Esdoornhof;2027-01-01;\n7415AB;14;;\"Flat; laag\"");
        const string file = "/bijdragers/1/oormerken/1/plekken-1.csv";
        foreach (var person in new[] { n.Resident, n.DeskHelper }) Assert.Equal(HttpStatusCode.NotFound, (await n.As(person).Go(file)).Status);
        Assert.NotEqual("text/csv", (await n.Stranger.Http.GetAsync(new Uri(n.At(file), UriKind.Relative))).Content.Headers.ContentType?.MediaType);
        foreach (var person in new[] { n.Member, n.Auditor, n.ContributorRepresentative })
        {
            var text = Encoding.UTF8.GetString(await n.As(person).Http.GetByteArrayAsync(new Uri(n.At(file), UriKind.Relative)));
            var (places, errors) = PlaceList.Read(default, text);
            Assert.Empty(errors);
            Assert.Equal([("7415AB", 12, "a", "Esdoornhof"), ("7415AB", 14, "", "Flat; laag")], places.Select(p => (p.Postcode, p.Number!.Value, p.Addition, p.Complex)));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Member).Go("/bijdragers/1/oormerken/1/plekken-2.csv")).Status);
    }

    [Theory, EachDatabase]
    public async Task A_file_of_an_old_spreadsheet_is_read_and_one_that_is_too_large_is_refused_with_what_was_typed(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        await n.WithEarmark("Rond onze huizen", places: ";;;Esdoornhof");
        await n.WithEarmark("Zonder plekken", themes: "Groen");
        await n.As(n.Treasurer).Go("/bijdragers/1/oormerken/2/plekken");
        var treasurer = n.As(n.Treasurer);
        await Send(treasurer, n, new string('x', PlacesPage.LargestFile + 1));
        Assert.True(treasurer.Sees("Dit bestand is te groot voor een lijst van plekken."), treasurer.Text);
        Assert.Equal(";;;Getypt", treasurer.Page.QuerySelector("#Places")!.TextContent.Trim());
        await Send(treasurer, n, "postcode\thuisnummer\ttoevoeging\tcomplex\r\n7415 ab\t12\t\tCaf\u00e9hof\r\n", Encoding.Latin1);
        Assert.True(treasurer.Sees("Een tweede lid moet nog akkoord gaan."), treasurer.Text);
        await n.Second(DecisionKind.ReplacePlaces);
        Assert.True((await n.Stranger.Go("/bijdragers/1/oormerken/1")).Sees("Alleen bij: Caféhof."));
        await Send(treasurer, n, "7415AB;12;;Caféhof");
        Assert.True(treasurer.Sees("Deze lijst is gelijk aan de lijst die al geldt."), treasurer.Text);
        Assert.True((await treasurer.Go("/bijdragers/1/oormerken/2/plekken")).Sees("Dit oormerk bindt niet aan plekken."), treasurer.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Resident).Go("/bijdragers/1/oormerken/1/plekken")).Status);
    }

    private static async Task Send(NeighbourhoodVisitor visitor, Neighbourhood n, string file, Encoding? encoding = null)
    {
        await visitor.Go("/bijdragers/1/oormerken/1/plekken");
        using var body = new MultipartFormDataContent
        {
            { new StringContent(visitor.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("Woningen"), "Name" }, { new StringContent(";;;Getypt"), "Places" }, { new ByteArrayContent((encoding ?? Encoding.UTF8).GetBytes(file)), "file", "lijst.csv" },
        };
        await visitor.Visitor.Send(n.At("/bijdragers/1/oormerken/1/plekken"), body);
    }

    /// <summary>A round under review with the earmark's money in its one section and an admitted plan at a place.</summary>
    private static async Task<Round> Round(Neighbourhood n, Earmark earmark, string place)
    {
        var round = await n.WithRound(Phase.Reviewing, sections: ("Huizen", 1_000));
        await n.WithBound(round.Sections[0], earmark, 1_000);
        var plan = await n.WithPlan(round, "Bankjes", 500);
        await using var db = n.Site.Database.Open(n.FundId);
        await db.Set<Proposal>().Where(p => p.Id == plan.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Place, place).SetProperty(p => p.WholeNeighbourhood, false));
        return round;
    }

    private static EarmarkWord Word(int order, EarmarkWordKind kind, DateTimeOffset at) => new() { FundId = default, EarmarkId = default, ProposalId = default, Order = order, Kind = kind, Reason = "x", AccountId = default, At = at };
}
