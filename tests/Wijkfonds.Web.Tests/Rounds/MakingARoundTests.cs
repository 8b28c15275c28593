using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Rounds;

public sealed class MakingARoundTests
{
    private static readonly (string, string)[] Filled =
        [("Form.Name", "Voorjaar 2027"), ("Form.Sections[0].Name", "Hele wijk"), ("Form.Sections[0].Budget", "50.000"), ("Form.Themes", "Groen\nJeugd")];

    [Theory, EachDatabase]
    public async Task A_member_makes_a_round_and_a_second_member_sets_its_money_apart(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var member = n.As(n.Member);
        await (await member.Go("/rondes/nieuw")).Press("Ontwerp bewaren", Filled);
        Assert.Equal("/rondes/1", member.Path);
        Assert.True(member.Sees("Het ontwerp van Voorjaar 2027 is bewaard"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/rondes/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/rondes/1/regels")).Status);

        await member.Press("Voorleggen aan een tweede lid");
        Assert.True(member.Sees("Een tweede lid kijkt nog"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/rondes/1/regels")).Status);

        var second = await n.As(n.SecondMember).Go("/bureau");
        Assert.True(second.Sees("Regels en geld van Voorjaar 2027"));
        await (await second.Go("/bureau/besluiten/1")).Press("Akkoord");
        Assert.True(second.Sees("Besloten: Regels en geld van Voorjaar 2027"));

        await using var db = n.Open();
        Assert.Equal(new Pot(Cents.Euros(200_000), Cents.Euros(150_000), Cents.Euros(50_000), default, default), await Pot.Of(db));
        var round = (await db.Round(1))!;
        Assert.Equal(Phase.Announced, round.PhaseAt(site.Clock.Now));
        var rules = await n.Stranger.Go("/rondes/1/regels");
        Assert.True(rules.Sees("Je kruist hoogstens 3 plannen aan"));
        Assert.True(rules.Sees(RoundRules.Hash(round)));
        Assert.True((await n.Stranger.Go("/rondes/1")).Sees("Besloten door Mo Yildiz, Sanne de Vries"));
        Assert.True((await n.Stranger.Go("/besluiten")).Sees("Regels en geld van Voorjaar 2027"));
    }

    [Theory, EachDatabase]
    public async Task A_round_cannot_promise_more_than_the_pot_holds(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(49_999);
        var member = n.As(n.Member);
        await (await member.Go("/rondes/nieuw")).Press("Ontwerp bewaren", Filled);
        Assert.Equal(HttpStatusCode.Conflict, member.Status);
        Assert.True(member.Sees("gevraagd € 50.000, vrij € 49.999"));
        Assert.Equal("50.000", member.Page.QuerySelector("#Form_Sections_0__Budget")!.GetAttribute("value"));
        await using var db = n.Open();
        Assert.Empty(await db.Set<Round>().ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task Money_that_went_elsewhere_meanwhile_stops_the_approval_and_nothing_is_reserved(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(60_000);
        await n.WithRound(Phase.Draft, sections: [("Groen", 20_000), ("Spelen", 30_000)]);
        await n.WithRound(Phase.Draft, sections: [("Groen", 20_000)]);
        await (await n.As(n.Member).Go("/rondes/1")).Press("Voorleggen aan een tweede lid");
        await (await n.As(n.Member).Go("/rondes/2")).Press("Voorleggen aan een tweede lid");
        var second = n.As(n.SecondMember);
        await (await second.Go("/bureau/besluiten/2")).Press("Akkoord");
        await (await second.Go("/bureau/besluiten/1")).Press("Akkoord");
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.True(second.Sees("gevraagd € 50.000, vrij € 40.000"));
        await using var db = n.Open();
        Assert.Equal(Cents.Euros(20_000), (await Pot.Of(db)).Reserved);
        Assert.Equal(Phase.Draft, (await db.Round(1))!.PhaseAt(site.Clock.Now));
    }

    [Fact]
    public async Task Sections_are_added_and_removed_without_script_and_nothing_typed_is_lost()
    {
        await using var site = new TestSite();
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var member = n.As(n.Member);
        await (await member.Go("/rondes/nieuw")).Press("Nog een onderdeel", Filled);
        Assert.Equal("Voorjaar 2027", member.Page.QuerySelector("#Form_Name")!.GetAttribute("value"));
        await member.Press("Ontwerp bewaren", ("Form.Sections[1].Name", "Jeugd"), ("Form.Sections[1].Budget", "10.000"));
        await (await member.Go("/rondes/1/bewerken")).Press("Weghalen");
        Assert.Equal("Jeugd", member.Page.QuerySelector("#Form_Sections_0__Name")!.GetAttribute("value"));
        await member.Press("Ontwerp bewaren");
        await using var db = n.Open();
        Assert.Equal(["Jeugd"], (await db.Round(1))!.Sections.Select(s => s.Name));
    }

    [Theory, EachDatabase]
    public async Task A_change_after_the_proposal_drops_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        await n.WithRound(Phase.Draft);
        var member = n.As(n.Member);
        await (await member.Go("/rondes/1")).Press("Voorleggen aan een tweede lid");
        var second = await n.As(n.SecondMember).Go("/bureau/besluiten/1");
        await (await member.Go("/rondes/1/bewerken")).Press("Ontwerp bewaren", ("Form.Sections[0].Budget", "60.000"));
        Assert.Equal(HttpStatusCode.OK, member.Status);
        await second.Press("Akkoord");
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.True(second.Sees("Hierover is al besloten"));
        await using var db = n.Open();
        Assert.False((await db.Round(1))!.IsPublic);
        Assert.NotNull((await db.Set<Decision>().SingleAsync()).DroppedAt);
    }

    [Theory, EachDatabase]
    public async Task An_approval_never_carries_rules_that_were_not_proposed(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        await n.WithRound(Phase.Draft);
        await (await n.As(n.Member).Go("/rondes/1")).Press("Voorleggen aan een tweede lid");
        await using (var db = n.Open())
        {
            (await db.Round(1))!.PlanMaximum = Cents.Euros(50_000);
            await db.SaveChangesAsync();
        }
        var second = n.As(n.SecondMember);
        await (await second.Go("/bureau/besluiten/1")).Press("Akkoord");
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.True(second.Sees("De regels zijn veranderd nadat dit is voorgelegd"));
    }

    [Fact]
    public async Task A_draft_that_someone_else_saved_meanwhile_is_not_overwritten()
    {
        await using var site = new TestSite();
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        await n.WithRound(Phase.Draft);
        var slow = await n.As(n.Member).Go("/rondes/1/bewerken");
        await (await n.As(n.SecondMember).Go("/rondes/1/bewerken")).Press("Ontwerp bewaren", ("Form.Name", "Zomer"));
        await slow.Press("Ontwerp bewaren", ("Form.Name", "Herfst"));
        Assert.Equal(HttpStatusCode.Conflict, slow.Status);
        Assert.Equal("Herfst", slow.Page.QuerySelector("#Form_Name")!.GetAttribute("value"));
        await using var db = n.Open();
        Assert.Equal("Zomer", (await db.Round(1))!.Name);
    }

    [Fact]
    public async Task Approved_rules_are_not_edited_any_more()
    {
        await using var site = new TestSite();
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        await n.WithRound(Phase.Draft);
        var form = await n.As(n.Member).Go("/rondes/1/bewerken");
        await using (var db = n.Open()) await n.WithAct((await db.Round(1))!, RoundActKind.Approved);
        await form.Press("Ontwerp bewaren", ("Form.Name", "Anders"));
        Assert.True(form.Sees("De regels van deze ronde zijn vastgesteld"));
        await using var after = n.Open();
        Assert.Equal("Ronde 1", (await after.Round(1))!.Name);
    }

    [Theory]
    [InlineData("2027-03-28T02:30", "bestaat niet")]
    [InlineData("gisteren", "geen datum met tijd")]
    [InlineData("2027-01-04T09:00", "moet later zijn dan")]
    public async Task A_time_that_makes_no_timetable_is_refused_at_its_field(string closes, string words)
    {
        await using var site = new TestSite();
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var member = n.As(n.Member);
        await (await member.Go("/rondes/nieuw")).Press("Ontwerp bewaren", [.. Filled, ("Form.SubmissionCloses", closes)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        Assert.True(member.Sees(words));
        Assert.Contains(words, member.Page.QuerySelector("[data-valmsg-for='Form.SubmissionCloses']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_members_find_the_pages_that_make_and_change_rounds()
    {
        await using var site = new TestSite();
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        await n.WithRound(Phase.Draft);
        await n.WithRound(Phase.Submitting);
        foreach (var account in new[] { n.Resident, n.DeskHelper, n.Auditor, n.ContributorRepresentative, n.Host })
            foreach (var path in new[] { "/rondes/nieuw", "/rondes/1", "/rondes/1/regels", "/rondes/1/bewerken", "/rondes/2/verzetten", "/rondes/2/stoppen",
                "/bureau", "/bureau/belangen", "/bureau/zetels", "/bureau/besluiten/1" })
                Assert.Equal((account.PublicName, path, HttpStatusCode.NotFound), (account.PublicName, path, (await n.As(account).Go(path)).Status));
    }
}
