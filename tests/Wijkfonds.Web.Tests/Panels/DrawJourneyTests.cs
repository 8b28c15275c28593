using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Cli;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Panels;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Panels;

public sealed class DrawJourneyTests
{
    [Theory, EachDatabase]
    public async Task A_panel_is_drawn_from_those_who_came_forward_and_anyone_can_redo_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await WithPanel(site, seats: 2, reserve: 1);

        var rosa = n.As(n.Residents[0]);
        await (await rosa.Go("/rondes/1/loting/meedoen")).Press("Zet mij op de lijst", ("publicName", "Rosa"));
        Assert.True(rosa.Sees("Je staat op de lijst als nummer 1"));
        foreach (var other in n.Residents.Skip(1))
            await (await n.As(other).Go("/rondes/1/loting/meedoen")).Press("Zet mij op de lijst");

        // Nothing can be announced while people still come in.
        var member = n.As(n.Member);
        await (await member.Go("/rondes/1/loting/aankondigen")).Press("Aankondiging voorleggen", ("source", "Lotto"), ("speaks", In(site, 10)));
        Assert.Equal(HttpStatusCode.Conflict, member.Status);

        site.Clock.Advance(TimeSpan.FromDays(8));
        await (await rosa.Go("/rondes/1/loting/meedoen")).Go("/rondes/1/loting");
        Assert.True(rosa.Sees("De lijst is gesloten"));

        await (await member.Go("/rondes/1/loting/aankondigen")).Press("Aankondiging voorleggen",
            ("source", "de zes getallen van de Lotto van zaterdag 16 januari 2027"), ("speaks", In(site, 2)));
        Assert.True(member.Sees("Een tweede lid moet het goedkeuren"));
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.AnnounceDraw, n.Member)).Refusal);
        Assert.Null((await n.Second(DecisionKind.AnnounceDraw)).Refusal);

        var anyone = n.Stranger;
        await anyone.Go("/rondes/1/loting");
        Assert.True(anyone.Sees("de zes getallen van de Lotto van zaterdag 16 januari 2027"));
        var hash = Regex.Match(anyone.Text, "[0-9a-f]{64}").Value;

        // The source has not spoken: there is nothing to enter.
        await (await member.Go("/rondes/1/loting/trekken")).Press("Uitkomst voorleggen", ("said", "3 12 18 27 33 41"));
        Assert.Equal(HttpStatusCode.Conflict, member.Status);
        Assert.True(member.Sees("De bron spreekt pas op"));

        site.Clock.Advance(TimeSpan.FromDays(3));
        await (await member.Go("/rondes/1/loting/trekken")).Press("Uitkomst voorleggen", ("said", " 3 12 18  27 33 41"));
        var second = await n.As(n.Treasurer).Go($"/bureau/besluiten/{await n.OpenDecision(DecisionKind.HoldDraw)}");
        Assert.True(second.Sees("De bron zei: 3 12 18 27 33 41"));
        await second.Press("Akkoord");

        await anyone.Go("/rondes/1/loting");
        Assert.Equal(2, anyone.Page.QuerySelectorAll(".ceremony .lots:not(.reserve) li").Length);
        Assert.True(anyone.Sees("3 12 18 27 33 41"));
        Assert.Contains(hash, anyone.Text, StringComparison.Ordinal);
        await VerifiesByCommand(anyone, site);

        // Whoever was drawn second says no; the reserve moves up and is told.
        Panel panel;
        await using (var db = n.Open()) panel = (await db.PanelOf(await db.Set<Round>().Select(r => r.Id).SingleAsync()))!;
        var standings = Seating.Of(panel);
        var leaving = n.As(n.Residents.Single(r => r.Id == standings[1].Candidate.AccountId));
        await (await leaving.Go("/rondes/1/loting/antwoord")).Press("Nee, ik doe niet mee");
        Assert.True(leaving.Sees("We hebben je nee genoteerd"));
        var moved = n.Residents.Single(r => r.Id == standings[2].Candidate.AccountId);
        await site.RunJobs();
        await site.RunJobs();
        await using var after = n.Open();
        Assert.Equal(1, await after.Set<OutboxMessage>().CountAsync(m => m.To == moved.Email && m.Key.StartsWith("panel-moved-up")));
        var moving = n.As(moved);
        await (await moving.Go("/rondes/1/loting/antwoord")).Press("Ja, ik doe mee");
        Assert.True(moving.Sees("Je doet mee"));
    }

    [Theory, EachDatabase]
    public async Task A_list_that_is_closed_takes_nobody_in_and_lets_nobody_out_whatever_is_sent(string database)
    {
        await using var site = new TestSite(database);
        var n = await WithPanel(site, seats: 1, reserve: 1);
        var (early, late) = (n.As(n.Residents[0]), n.As(n.Residents[1]));
        await (await early.Go("/rondes/1/loting/meedoen")).Press("Zet mij op de lijst");
        await late.Go("/rondes/1/loting/meedoen");
        site.Clock.Advance(TimeSpan.FromDays(8));
        await early.Press("Haal mij van de lijst");
        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        await late.Press("Zet mij op de lijst");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.True(late.Sees("De lijst is gesloten sinds"));
        await using var db = n.Open();
        Assert.Equal(1, await db.Set<Candidate>().CountAsync(c => c.LeftAt == null));
    }

    [Theory, EachDatabase]
    public async Task Twelve_who_press_at_once_get_twelve_numbers(string database)
    {
        await using var site = new TestSite(database);
        var n = await WithPanel(site, seats: 2, reserve: 2);
        var people = new List<NeighbourhoodVisitor>();
        for (var i = 0; i < 12; i++) people.Add(await n.As(await n.Account($"Buur{i} Jansen")).Go("/rondes/1/loting/meedoen"));
        await Task.WhenAll(people.Select(p => p.Press("Zet mij op de lijst")));
        // Who met too many others was told so and tries again.
        foreach (var busy in people.Where(p => p.Status == HttpStatusCode.ServiceUnavailable)) await busy.Press("Zet mij op de lijst");
        Assert.All(people, p => Assert.Equal(HttpStatusCode.OK, p.Status));
        await using var db = n.Open();
        Assert.Equal(Enumerable.Range(1, 12), await db.Set<Candidate>().OrderBy(c => c.Number).Select(c => c.Number).ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task Only_members_make_and_hold_draws_and_none_who_is_on_the_list(string database)
    {
        await using var site = new TestSite(database);
        var n = await WithPanel(site, seats: 1, reserve: 0);
        foreach (var path in new[] { "/nieuw", "/aankondigen", "/trekken" })
            foreach (var outsider in new[] { n.Resident, n.DeskHelper, n.Host, n.Auditor })
                Assert.Equal(HttpStatusCode.NotFound, (await n.As(outsider).Go("/rondes/1/loting" + path)).Status);
        var member = n.As(n.Member);
        await (await member.Go("/rondes/1/loting/meedoen")).Press("Zet mij op de lijst");
        site.Clock.Advance(TimeSpan.FromDays(8));
        await (await member.Go("/rondes/1/loting/aankondigen")).Press("Aankondiging voorleggen", ("source", "Lotto"), ("speaks", In(site, 2)));
        Assert.Equal(HttpStatusCode.Conflict, member.Status);
        Assert.True(member.Sees("Je staat zelf op deze lijst"));
    }

    private static async Task<Neighbourhood> WithPanel(TestSite site, int seats, int reserve)
    {
        var n = await Neighbourhood.On(site);
        await n.WithRound(Phase.Submitting);
        var member = await n.As(n.Member).Go("/rondes/1/loting");
        Assert.True(member.Sees("nog geen bewonerspanel"));
        await (await member.Go("/rondes/1/loting/nieuw")).Press("Panel openen",
            ("seats", $"{seats}"), ("reserve", $"{reserve}"), ("closes", In(site, 7)));
        Assert.True(member.Sees("Het panel is open"));
        return n;
    }

    private static string In(TestSite site, int days) => Deadline.At(site.Clock.Now.AddDays(days), "Europe/Amsterdam").Local;

    private static async Task VerifiesByCommand(NeighbourhoodVisitor visitor, TestSite site)
    {
        var file = Path.Combine(site.DataPath, "loting.txt");
        await File.WriteAllBytesAsync(file, await visitor.Http.GetByteArrayAsync(new Uri("/w/oosterhoek/rondes/1/loting/loting.txt", UriKind.Relative)));
        var said = new StringWriter();
        Assert.Equal(ExitCode.Fine, Commands.Run(["verify", file], new Terminal(said, said, Language.Dutch)));
        Assert.Contains("Alles klopt.", said.ToString(), StringComparison.Ordinal);
    }
}
