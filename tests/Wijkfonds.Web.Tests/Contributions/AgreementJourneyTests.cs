using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Continuity;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

/// <summary>A municipality promises a subsidy for years; the clock of the tests stands in January 2027.</summary>
public sealed class AgreementJourneyTests
{
    private static readonly (string, string)[] Subsidy =
    [
        ("Legal", "Subsidy"), ("FirstYear", "2027"), ("Years", "2"), ("Amount", "1.000"), ("Indexation", "2,5"), ("PerYear", "2"), ("Start", "2027-02-01"),
        ("Reference", "Z-2027-114"), ("Conditions", "Alleen in De Oosterhoek"), ("ReportBy", "2029-04-01"), ("Notice", "3"),
    ];

    [Theory, EachDatabase]
    public async Task A_subsidy_is_entered_agreed_received_in_parts_and_reminded_once(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site);
        var page = await n.Stranger.Go("/bijdragers/1/toezeggingen/1");
        Assert.True(page.Sees("€ 2.025"), page.Text);
        Assert.False(page.Sees("Z-2027-114"), "the reference is not for everybody");
        Assert.True((await n.As(n.ContributorRepresentative).Go("/bijdragers/1/toezeggingen/1")).Sees("Kenmerk: Z-2027-114."));
        Assert.True((await n.Stranger.Go("/bijdragers/1")).Sees("2028€ 1.025"));

        // Before the day nothing leaves; on it one mail; a second run and a third day send no other.
        await site.RunJobs();
        Assert.Empty(await Mails(site));
        site.Clock.MoveTo(new DateTimeOffset(2027, 2, 2, 9, 0, 0, TimeSpan.Zero));
        await site.RunJobs();
        await site.RunJobs();
        var mail = Assert.Single(await Mails(site));
        Assert.Equal("geld@example.org", mail.To);
        Assert.Contains("€\u00a0500", mail.Body, StringComparison.Ordinal);

        await Arrives(n, "2027-02-02", "300");
        Assert.True((await n.Stranger.Go("/bijdragers/1/toezeggingen/1")).Sees("Nog € 200"));
        await Arrives(n, "2027-02-02", "800");
        page = await n.Stranger.Go("/bijdragers/1/toezeggingen/1");
        Assert.Equal(["Ontvangen", "Ontvangen", "Verwacht", "Verwacht"], page.Page.QuerySelectorAll("tbody .badge").Select(b => b.TextContent));
        Assert.True(page.Sees("€ 100"), "what is left counts for the third");
        await site.RunJobs();
        Assert.Single(await Mails(site));
        // Taken back, the instalments are open again.
        await (await n.As(n.Treasurer).Go("/geld/boekingen/2")).Press("Terugdraaien voorleggen", ("reason", "Andere gemeente"));
        await n.Second(DecisionKind.ReverseEntry);
        site.Clock.MoveTo(new DateTimeOffset(2027, 2, 20, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(["Te laat", "Verwacht", "Verwacht", "Verwacht"], (await n.Stranger.Go("/bijdragers/1/toezeggingen/1")).Page.QuerySelectorAll("tbody .badge").Select(b => b.TextContent));
    }

    [Theory, EachDatabase]
    public async Task Ending_early_keeps_the_notice_and_lets_later_instalments_lapse(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site);
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/1/toezeggingen/1");
        await treasurer.Press("Einde voorleggen", ("day", "2027-02-15"), ("reason", "Bezuiniging"));
        Assert.True(treasurer.Sees("kan de laatste dag niet eerder zijn dan zondag 4 april 2027"), treasurer.Text);
        await treasurer.Press("Einde voorleggen", ("day", "2027-12-31"), ("reason", "Bezuiniging"));
        Assert.False((await n.Second(DecisionKind.EndAgreement)).Refused);
        var page = await n.Stranger.Go("/bijdragers/1/toezeggingen/1");
        Assert.True(page.Sees("Deze toezegging stopt op vrijdag 31 december 2027."), page.Text);
        Assert.Equal(["Verwacht", "Verwacht", "Vervallen", "Vervallen"], page.Page.QuerySelectorAll("tbody .badge").Select(b => b.TextContent));
        Assert.False((await n.Stranger.Go("/bijdragers/1")).Sees("2028€"));
        Assert.IsType<AgreementHasEnded>((await Act<EndingAgreement>(n)).Refusal);
    }

    [Theory, EachDatabase]
    public async Task What_was_received_above_the_final_amount_goes_back_by_two_people_as_a_booking(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site);
        await Arrives(n, "2027-01-04", "1.000");
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/1/toezeggingen/1");
        await treasurer.Press("Bedrag voorleggen", ("amount", "9.000"), ("day", "2027-01-04"), ("reason", "Brief"));
        Assert.True(treasurer.Sees("Toegezegd was € 2.025."), treasurer.Text);
        await treasurer.Press("Bedrag voorleggen", ("amount", "700"), ("day", "2027-01-04"), ("reason", "Brief"));
        await n.Second(DecisionKind.FinaliseAgreement);
        Assert.True((await n.Stranger.Go("/bijdragers/1")).Sees("Ontvangen boven het betaalplan€ 300"));
        await treasurer.Go("/bijdragers/1/teruggeven");
        await treasurer.Press("Aan tweede lid voorleggen", ("amount", "1.000,01"), ("iban", "NL02ABNA0123456789"), ("reason", "Lager vastgesteld"));
        Assert.True(treasurer.Sees("Van deze gever is € 1.000 vrij in de pot."), treasurer.Text);
        await treasurer.Press("Aan tweede lid voorleggen", ("amount", "300"), ("iban", "NL02ABNA0123456789"), ("reason", "Lager vastgesteld"));
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.GiveBack, n.Treasurer)).Refusal);
        Assert.False((await n.Second(DecisionKind.GiveBack)).Refused);
        await using var db = n.Open();
        var pot = await Pot.Of(db, 1);
        Assert.Equal((Cents.Euros(1_000), Cents.Euros(700), Cents.Euros(700)), (pot.Received, pot.Free, pot.Bank));
        var page = await n.Stranger.Go("/bijdragers/1");
        Assert.False(page.Sees("Ontvangen boven het betaalplan"), page.Text);
        Assert.True(page.Sees("Teruggegeven aan de gever € 300"), page.Text);
        var statement = await n.As(n.ContributorRepresentative).Go("/bijdragers/1/overzicht");
        Assert.True(statement.Sees("Teruggegeven aan jullie − € 300,00 − € 300,00"), statement.Text);
        Assert.True((await n.Stranger.Go("/geld/boekingen")).Sees("Gemeente Oosterstad kreeg € 300 terug."));
    }

    [Theory, EachDatabase]
    public async Task Money_given_back_makes_nobody_late_and_is_not_counted_as_still_coming(string database)
    {
        await using var site = new TestSite(database);
        var n = await Promised(site);
        await Arrives(n, "2027-01-04", "500");
        site.Clock.MoveTo(new DateTimeOffset(2027, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await (await n.As(n.Treasurer).Go("/bijdragers/1/teruggeven")).Press("Aan tweede lid voorleggen", ("amount", "20"), ("iban", "NL02ABNA0123456789"), ("reason", "Te veel gestort"));
        Assert.False((await n.Second(DecisionKind.GiveBack)).Refused);
        Assert.Equal(["Ontvangen", "Verwacht", "Verwacht", "Verwacht"], (await n.Stranger.Go("/bijdragers/1/toezeggingen/1")).Page.QuerySelectorAll("tbody .badge").Select(b => b.TextContent));
        await site.RunJobs();
        Assert.Empty(await Mails(site));
        await using var db = n.Open();
        var year = (await Outlook.Of(db, n.FundId, new DateOnly(2027, 3, 2), null)).Years[0];
        Assert.Equal((Cents.Euros(500), Cents.Euros(500), Cents.Euros(480)), (year.Received, year.Expected, year.InPot));
    }

    [Theory, EachDatabase]
    public async Task Whatever_is_wrong_is_said_at_its_field_with_the_line_and_nothing_typed_is_lost(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/1/toezeggingen/nieuw");
        await treasurer.Press("Aan tweede lid voorleggen", [.. Subsidy, ("Schedule", "1-2-2027 500\nergens in juni 500")]);
        Assert.True(treasurer.Sees("Regel 2 kunnen we niet lezen: “ergens in juni 500”."), treasurer.Text);
        Assert.Contains("1-2-2027 500", treasurer.Page.QuerySelector("#Schedule")!.TextContent, StringComparison.Ordinal);
        foreach (var (field, value, says) in new[] { ("Legal", "", "Kies wat voor geld het is"), ("Years", "40", "1 tot en met 10"), ("Indexation", "99", "van 0 tot en met 20"), ("Start", "2031-01-01", "eerste termijn"), ("Notice", "x", "heel aantal maanden"), ("Earmark", "7", "Dit oormerk is er niet") })
        {
            await treasurer.Press("Aan tweede lid voorleggen", [.. Subsidy.Where(f => f.Item1 != field), (field, value), ("Schedule", "")]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, treasurer.Status);
            Assert.True(treasurer.Sees(says), treasurer.Text);
        }
        foreach (var person in new[] { n.Resident, n.ContributorRepresentative, n.DeskHelper })
            Assert.Equal(HttpStatusCode.NotFound, (await n.As(person).Go("/bijdragers/1/toezeggingen/nieuw")).Status);
        await using var db = n.Open();
        Assert.Empty(await db.Set<Agreement>().ToListAsync());
    }

    private static async Task<Neighbourhood> Promised(TestSite site)
    {
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/1/toezeggingen/nieuw");
        await treasurer.Press("Aan tweede lid voorleggen", Subsidy);
        Assert.Equal("/bijdragers/1/toezeggingen/1", treasurer.Path);
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/bijdragers/1/toezeggingen/1")).Status);
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.ConfirmAgreement, n.Treasurer)).Refusal);
        Assert.False((await n.Second(DecisionKind.ConfirmAgreement)).Refused);
        return n;
    }

    private static async Task Arrives(Neighbourhood n, string day, string amount)
    {
        await (await n.As(n.Treasurer).Go("/stortingen")).Press("Storting invoeren", ("contributor", "1"), ("date", day), ("amount", amount), ("reference", "Z-2027-114"));
        Assert.False((await n.Second(DecisionKind.ConfirmDeposit)).Refused);
    }

    private static async Task<Outcome<Decision>> Act<T>(Neighbourhood n) where T : AfterAgreement
    {
        await using var scope = n.Site.Services.CreateAsyncScope();
        var viewer = await n.Viewer(n.Treasurer);
        return await n.InOneWork(db => scope.ServiceProvider.GetRequiredService<T>().Propose(db, scope.ServiceProvider.GetRequiredService<Deciding>(), viewer, n.Site.Clock.Now, 1, 1, new("2027-12-31", "1", "x")));
    }

    private static async Task<List<OutboxMessage>> Mails(TestSite site)
    {
        await using var db = site.Open();
        return await db.Set<OutboxMessage>().Where(m => m.Key.StartsWith("instalment/")).ToListAsync();
    }
}
