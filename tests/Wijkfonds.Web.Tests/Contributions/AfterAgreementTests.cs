using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

/// <summary>What is decided about an agreement afterwards, and corrected; the clock of the tests stands on 4 January 2027.</summary>
public sealed class AfterAgreementTests
{
    private const string Promise = "/bijdragers/1/toezeggingen/1";

    [Theory, EachDatabase]
    public async Task The_notice_counts_from_the_letter_and_the_day_of_the_second_member_does_not_matter(string database)
    {
        await using var site = new TestSite(database);
        var n = await Agreed(site);
        var treasurer = await n.As(n.Treasurer).Go(Promise);
        await treasurer.Press("Einde voorleggen", ("day", "2027-03-31"), ("notice", "2027-02-01"), ("reason", "Brief"));
        Assert.True(treasurer.Sees("Deze dag moet nog komen."), treasurer.Text);
        await treasurer.Press("Einde voorleggen", ("day", "2027-02-28"), ("notice", "2026-12-01"), ("reason", "Brief"));
        Assert.True(treasurer.Sees("niet eerder zijn dan maandag 1 maart 2027"), treasurer.Text);
        await treasurer.Press("Einde voorleggen", ("day", "2027-03-01"), ("notice", "2026-12-01"), ("reason", "Brief"));
        site.Clock.Advance(TimeSpan.FromDays(40));
        Assert.False((await n.Second(DecisionKind.EndAgreement)).Refused);
        var page = await n.Stranger.Go(Promise);
        Assert.True(page.Sees("De gever liet het weten op dinsdag 1 december 2026.") && !page.Sees("tegen de afspraak"), page.Text);
    }

    [Theory, EachDatabase]
    public async Task Who_stops_within_the_notice_is_recorded_as_against_the_agreement_and_everybody_reads_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await Agreed(site);
        var treasurer = await n.As(n.Treasurer).Go(Promise);
        await treasurer.Press("Einde voorleggen", ("day", "2027-01-31"), ("reason", "De raad besloot het"), ("against", "true"));
        var member = await n.As(n.SecondMember).Go($"/bureau/besluiten/{await n.OpenDecision(DecisionKind.EndAgreement)}");
        Assert.True(member.Sees("Dit is tegen de afspraak: de opzegtermijn is niet gehouden."), member.Text);
        Assert.True(member.Sees("Er vervalt € 2.000, in 4 termijnen. De eerste is die van maandag 1 februari 2027."), member.Text);
        await member.Press("Akkoord");
        var page = await n.Stranger.Go(Promise);
        Assert.True(page.Sees("Wat daarna zou komen, vervalt. Dit is tegen de afspraak"), page.Text);
        Assert.Equal(["Vervallen", "Vervallen", "Vervallen", "Vervallen"], page.Page.QuerySelectorAll("tbody .badge").Select(b => b.TextContent));
    }

    [Theory, EachDatabase]
    public async Task An_end_that_was_wrong_is_corrected_or_taken_back_and_what_was_known_before_stays(string database)
    {
        await using var site = new TestSite(database);
        var n = await Agreed(site);
        Assert.Null(await n.WithEnd(1, 1, new(2027, 6, 30)));
        site.Clock.Advance(TimeSpan.FromDays(2));
        var treasurer = await n.As(n.Treasurer).Go(Promise);
        await treasurer.Press("Goede einde voorleggen", ("day", "2027-06-30"), ("reason", "Nog eens"));
        Assert.True(treasurer.Sees("Deze toezegging stopt al"), treasurer.Text);
        await treasurer.Press("Goede einde voorleggen", ("day", "2027-12-31"), ("reason", "Het was een typefout"));
        var member = await n.As(n.SecondMember).Go($"/bureau/besluiten/{await n.OpenDecision(DecisionKind.EndAgreement)}");
        Assert.True(member.Sees("Er telt weer € 500 mee, in 1 termijn.") && member.Sees("Eerder was besloten dat de toezegging stopt op woensdag 30 juni 2027."), member.Text);
        await member.Press("Akkoord");
        Assert.Equal(["Verwacht", "Verwacht", "Vervallen", "Vervallen"], (await n.Stranger.Go(Promise)).Page.QuerySelectorAll("tbody .badge").Select(b => b.TextContent));
        site.Clock.Advance(TimeSpan.FromDays(2));
        await (await treasurer.Go(Promise)).Press("Goede einde voorleggen", ("undo", "true"), ("reason", "De gever blijft"));
        Assert.False((await n.Second(DecisionKind.EndAgreement)).Refused);
        var page = await n.Stranger.Go(Promise);
        Assert.False(page.Sees("Deze toezegging stopt op"), page.Text);
        Assert.True(page.Sees("De toezegging stopt toch niet eerder.") && page.Sees("Het was een typefout") && page.Sees("De gever blijft"), page.Text);
        Assert.True((await n.Stranger.Go("/bijdragers/1/toezeggingen")).Sees("klopte niet en is verbeterd"));
        foreach (var (day, known) in new[] { (4, "€ 500"), (6, "€ 1.000"), (8, "€ 2.000") }) Assert.Equal(known.Replace(' ', '\u00a0'), await Known(n, day));
    }

    [Theory, EachDatabase]
    public async Task A_final_amount_with_a_digit_too_few_is_corrected_and_the_second_member_sees_what_would_go_back(string database)
    {
        await using var site = new TestSite(database);
        var n = await Agreed(site);
        await (await n.As(n.Treasurer).Go("/stortingen")).Press("Storting invoeren", ("contributor", "1"), ("date", "2027-01-04"), ("amount", "1.000"), ("reference", "x"));
        Assert.False((await n.Second(DecisionKind.ConfirmDeposit)).Refused);
        var treasurer = await n.As(n.Treasurer).Go(Promise);
        await treasurer.Press("Bedrag voorleggen", ("amount", "190"), ("day", "2027-01-04"), ("reason", "Brief"));
        var member = await n.As(n.SecondMember).Go($"/bureau/besluiten/{await n.OpenDecision(DecisionKind.FinaliseAgreement)}");
        Assert.True(member.Sees("Er vervalt € 1.810, in 4 termijnen.") && member.Sees("Er is dan € 810 te veel ontvangen. Dat gaat terug naar de gever."), member.Text);
        await member.Press("Akkoord");
        Assert.True((await n.Stranger.Go("/bijdragers/1")).Sees("Ontvangen boven het betaalplan€ 810"));
        await (await treasurer.Go(Promise)).Press("Goede bedrag voorleggen", ("amount", "1.900"), ("day", "2027-01-04"), ("reason", "Een nul vergeten"));
        Assert.True((await member.Go($"/bureau/besluiten/{await n.OpenDecision(DecisionKind.FinaliseAgreement)}")).Sees("Van wat te veel ontvangen leek, hoort € 810 weer bij een termijn."), member.Text);
        await member.Press("Akkoord");
        var page = await n.Stranger.Go(Promise);
        Assert.True(page.Sees("De gever heeft het bedrag vastgesteld op € 1.900.") && page.Sees("Eerder was het bedrag vastgesteld op € 190"), page.Text);
        Assert.Equal(["Ontvangen", "Ontvangen", "Verwacht", "Verwacht"], page.Page.QuerySelectorAll("tbody .badge").Select(b => b.TextContent));
    }

    /// <summary>Two years of 1.000 euro, each in two instalments, with three months of notice.</summary>
    private static async Task<Neighbourhood> Agreed(TestSite site)
    {
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        await (await n.As(n.Treasurer).Go("/bijdragers/1/toezeggingen/nieuw")).Press("Aan tweede lid voorleggen",
            ("Legal", "Subsidy"), ("FirstYear", "2027"), ("Years", "2"), ("Amount", "1.000"), ("PerYear", "2"), ("Start", "2027-02-01"), ("Notice", "3"));
        Assert.False((await n.Second(DecisionKind.ConfirmAgreement)).Refused);
        return n;
    }

    private static async Task<string> Known(Neighbourhood n, int day) =>
        (await n.Stranger.Go($"/bijdragers/1/toezeggingen?bekend=2027-01-{day:00}")).Page.QuerySelector("dd.big")!.TextContent;
}
