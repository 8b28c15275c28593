using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements.Auditing;

public sealed class FindingTests
{
    [Theory, EachDatabase]
    public async Task Members_are_told_at_once_a_week_before_and_on_the_day_each_time_once_until_one_answers(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(400);
        await Ask(n, "Waar is de bon van de koffie?", "2027-02-01");
        string[] members = [n.Treasurer.Email!, n.Member.Email!, n.SecondMember.Email!];
        Assert.Equal(members.Order(), await Mails(n, "finding-new"));
        site.Clock.MoveTo(new(2027, 1, 24, 9, 0, 0, TimeSpan.Zero));
        await Jobs(site);
        Assert.Empty(await Mails(n, "finding-soon"));
        site.Clock.MoveTo(new(2027, 1, 25, 9, 0, 0, TimeSpan.Zero));
        await Jobs(site);
        Assert.Equal(members.Order(), await Mails(n, "finding-soon"));
        Assert.Empty(await Mails(n, "finding-due"));
        site.Clock.MoveTo(new(2027, 2, 1, 9, 0, 0, TimeSpan.Zero));
        await Jobs(site);
        Assert.Equal(members.Order(), await Mails(n, "finding-due"));
        Assert.False((await n.Stranger.Go("/geld/kascommissie/2027")).Sees("Antwoord is te laat"));

        site.Clock.MoveTo(new(2027, 2, 2, 9, 0, 0, TimeSpan.Zero));
        await Jobs(site);
        Assert.Equal(3, (await Mails(n, "finding-due")).Count);
        Assert.True((await n.Stranger.Go("/geld/kascommissie/2027")).Sees("Antwoord is te laat"));
        Assert.True((await n.Stranger.Go("/geld/kascommissie")).Sees("Antwoord is te laat"));
        var desk = await n.As(n.Member).Go("/bureau");
        Assert.True(desk.Sees("Bevinding 2027-1 van de kascommissie beantwoorden"));
        Assert.True(desk.Sees("Iedereen kan zien dat het te laat is."));

        await (await n.As(n.Member).Go("/geld/kascommissie/2027")).Press("Antwoord plaatsen", ("answer", "In de map, bij februari."));
        Assert.Equal([n.Auditor.Email!], await Mails(n, "finding-answered"));
        Assert.False((await n.As(n.Member).Go("/bureau")).Sees("Bevinding 2027-1"));
        Assert.False((await n.Stranger.Go("/geld/kascommissie/2027")).Sees("Antwoord is te laat"));
        // A mail that was already written is no reason to write another; and an answer stops them.
        site.Clock.Advance(TimeSpan.FromDays(1));
        await Jobs(site);
        Assert.Equal(3, (await Mails(n, "finding-due")).Count);
    }

    [Theory, EachDatabase]
    public async Task The_committee_closes_or_asks_again_with_a_new_day_and_findings_count_within_their_year(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(400);
        await Ask(n, "Eerste vraag", "2027-02-01");
        site.Clock.Advance(TimeSpan.FromDays(370));
        await n.WithMoney(4);
        var kees = await Ask(n, "Vraag over het jaar erna", "2028-03-01", 2028);
        Assert.True(kees.Sees("Bevinding 2028-1"));
        kees = await Ask(n, "Tweede vraag", "2028-03-01");
        Assert.True(kees.Sees("Bevinding 2027-2"));
        Assert.Equal(2, kees.Page.QuerySelectorAll("article[id^=bevinding]").Length);

        // Nothing to close before there is an answer.
        Assert.Null(kees.Page.QuerySelector("form[action*='handler=close']"));
        await (await n.As(n.Member).Go("/geld/kascommissie/2027")).Press("Antwoord plaatsen", ("finding", "2"), ("answer", "Dat komt goed."));
        await (await kees.Go("/geld/kascommissie/2027")).Press("Bevinding 2027-2 opnieuw openen", ("again", "Wanneer dan?"), ("due", "2027-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, kees.Status);
        Assert.True(kees.Sees("Geef de wijkalliantie tijd om te antwoorden"));
        Assert.Equal("Wanneer dan?", kees.Page.QuerySelector("#again-2")!.TextContent);
        await kees.Press("Bevinding 2027-2 opnieuw openen", ("again", "Wanneer dan?"), ("due", "2028-04-01"));
        Assert.True(kees.Sees("De bevinding is weer open."));
        // Three findings, and one that was asked again.
        Assert.Equal(4, (await Mails(n, "finding-new")).Count(m => m == n.Member.Email));
        await (await n.As(n.SecondMember).Go("/geld/kascommissie/2027")).Press("Antwoord plaatsen", ("finding", "2"), ("answer", "Voor de zomer."));
        await (await kees.Go("/geld/kascommissie/2027")).Press("Bevinding 2027-2 afsluiten");
        var stranger = await n.Stranger.Go("/geld/kascommissie/2027");
        foreach (var words in new[] { "Dat komt goed.", "Wanneer dan?", "Voor de zomer.", "Afgesloten door Kees Kas" }) Assert.True(stranger.Sees(words), words);
        Assert.True((await n.Stranger.Go("/geld/kascommissie")).Sees("1 open van 2"));
        // A closed one can be opened again, and only the committee can.
        Assert.NotNull((await n.As(n.Auditor).Go("/geld/kascommissie/2027")).Page.QuerySelector("form[action*='handler=reopen']"));
        Assert.Empty((await n.As(n.Treasurer).Go("/geld/kascommissie/2027")).Page.QuerySelectorAll("form[action*='handler=reopen'], form[action*='handler=close'], form[action*='handler=find']"));
    }

    private static async Task<NeighbourhoodVisitor> Ask(Neighbourhood n, string words, string due, int year = 2027)
    {
        var kees = await n.As(n.Auditor).Go($"/geld/kascommissie/{year}");
        await kees.Press("Bevinding plaatsen", ("words", words), ("due", due));
        Assert.True(kees.Sees("De bevinding staat er."), kees.Text);
        return kees;
    }

    /// <summary>Twice: safe to run twice.</summary>
    private static async Task Jobs(TestSite site)
    {
        await site.RunJobs();
        await site.RunJobs();
    }

    private static async Task<IReadOnlyList<string>> Mails(Neighbourhood n, string name)
    {
        await using var db = n.Site.Open();
        return await db.Set<OutboxMessage>().Where(m => m.Key.StartsWith(name + "/")).OrderBy(m => m.To).Select(m => m.To).ToListAsync();
    }
}
