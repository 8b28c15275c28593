using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions.InKind;

/// <summary>What came is asked for in time, found in a long list, and accounted for in a year without any money.</summary>
public sealed class OfferReminderTests
{
    [Theory, EachDatabase]
    public async Task Ten_days_before_a_team_can_no_longer_confirm_it_gets_one_mail(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, cafe) = await OfferJourneyTests.Fund(site);
        await n.WithOffer(until: "2027-06-30");
        await n.Accepts(n.Resident, barrels, "20");
        await n.Gets(n.Resident, barrels, "5", "2027-01-04");
        await n.Accepts(n.Residents[1], cafe, "10");
        await n.Gets(n.Residents[1], cafe, "10", "2027-01-04");
        foreach (var (day, expected) in new[] { (19, 0), (20, 1), (25, 1) })
        {
            site.Clock.MoveTo(new DateTimeOffset(2027, 7, day, 9, 0, 0, TimeSpan.Zero));
            await site.RunJobs();
            await site.RunJobs();
            Assert.Equal(expected, (await Asked(site)).Count);
        }
        // Only who has something to say is asked: the other team confirmed all of it.
        var mail = Assert.Single(await Asked(site));
        Assert.Equal((n.Resident.Email, "Kwam dit voor Regentonnen? Zeg het uiterlijk vrijdag 30 juli 2027"), (mail.To, mail.Subject));
        Assert.True(mail.Body.Contains("Uren van de conciërge: 15 uur", StringComparison.Ordinal) && mail.Body.Contains("/mijn/in-natura", StringComparison.Ordinal), mail.Body);
        var rosa = await (await n.As(n.Resident).Go("/mijn/in-natura")).Press("Bevestigen dat het kwam", ("delivered", "15"), ("date", "2027-06-30"));
        Assert.True(rosa.Sees("Bevestigd. De gever krijgt mail."), rosa.Text);
    }

    [Theory, EachDatabase]
    public async Task A_long_list_is_read_page_by_page_and_what_came_year_by_year(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, _) = await OfferJourneyTests.Fund(site);
        await site.Given([.. Enumerable.Range(1, 55).SelectMany(i => Past(n, i, barrels.Id, 2025 + (i % 2)))]);
        var first = await n.Stranger.Go("/geld/in-natura");
        Assert.Equal(50, first.Page.QuerySelectorAll("main ul > li > a[href*='/in-natura/']").Length);
        Assert.True(first.Sees("Bladzijde 1 van 2") && first.Sees("Geleverd in 2026") && !first.Sees("Geleverd in 2025"), first.Text);
        Assert.Equal(5, (await n.Stranger.Go("/geld/in-natura?pagina=2")).Page.QuerySelectorAll("main ul > li > a[href*='/in-natura/']").Length);
        var before = await n.Stranger.Go("/geld/in-natura?jaar=2025");
        Assert.Equal(27, before.Page.QuerySelectorAll("#geleverd tbody tr").Length);
        Assert.Equal("€\u00a0270", before.Page.QuerySelector("#geleverd tfoot .amount")!.TextContent);
        // A year in which nothing came shows the newest.
        Assert.True((await n.Stranger.Go("/geld/in-natura?jaar=1900")).Sees("Geleverd in 2026"));
    }

    [Theory, EachDatabase]
    public async Task A_year_in_which_no_euro_moved_but_something_came_has_its_annual_accounts(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        var plan = await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", 1_200);
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/geld/jaarrekening/2027")).Status);
        await n.WithOffer();
        await n.Accepts(n.Resident, plan, "20");
        Assert.False((await n.Gets(n.Resident, plan, "20", "2027-01-04")).Refused);
        var accounts = await n.Stranger.Go("/geld/jaarrekening/2027");
        Assert.Equal(HttpStatusCode.OK, accounts.Status);
        Assert.True(accounts.Sees("Uren van de conciërge") && accounts.Sees("€ 800"), accounts.Text);
        Assert.NotNull((await n.Stranger.Go("/geld")).Page.QuerySelector("a[href$='/geld/jaarrekening/2027']"));
        foreach (var ending in new[] { ".pdf", ".xaf" })
        {
            using var file = await n.Stranger.Http.GetAsync(new Uri(n.At("/geld/jaarrekening/2027" + ending), UriKind.Relative));
            Assert.True(file.IsSuccessStatusCode, $"{ending}: {file.StatusCode}");
        }
        Assert.True((await n.As(n.Auditor).Go("/geld/kascommissie")).Sees("2027"));
    }

    /// <summary>An old offer of which one hour came, worth ten euros.</summary>
    private static IEnumerable<object> Past(Neighbourhood n, int number, Guid plan, int year)
    {
        var day = new DateOnly(year, 3, 1);
        var offer = new Offer
        {
            FundId = n.FundId, ContributorId = n.Contributors[0].Id, Number = number, Kind = OfferKind.Hours, What = "Uur " + number.ToString(CultureInfo.InvariantCulture), Unit = OfferUnit.Hours,
            Quantity = 1, Value = Cents.Euros(10), Valuation = "Ons uurtarief.", From = day, Until = day.AddDays(number), EnteredAt = n.Site.Clock.Now,
        };
        foreach (var (kind, whose) in new[] { (OfferActKind.Offered, (Guid?)null), (OfferActKind.Accepted, plan), (OfferActKind.Delivered, plan) })
            offer.Acts.Add(offer.Next(kind, n.Member.Id, n.Site.Clock.Now, day, 1, whose));
        yield return offer;
    }

    private static async Task<List<OutboxMessage>> Asked(TestSite site)
    {
        await using var db = site.Open();
        return await db.Set<OutboxMessage>().Where(m => m.Key.StartsWith("kind-confirm")).ToListAsync();
    }
}
