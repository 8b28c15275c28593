using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

public sealed partial class StatementTests
{
    [Theory, EachDatabase]
    public async Task Every_figure_leads_to_entries_that_add_up_to_precisely_that_figure(string database)
    {
        await using var site = new TestSite(database);
        var n = await Full(site);
        var representative = n.As(n.ContributorRepresentative);
        foreach (var page in new[]
        {
            "/bijdragers/1/overzicht", "/bijdragers/1/overzicht?jaar=2027", "/bijdragers/1/overzicht?jaar=2028", "/bijdragers/1", "/geld",
            "/bijdragers/1/overzicht?van=2027-01-01&tot=2028-01-31", "/bijdragers/1/overzicht?bekend=2027-12-31", "/bijdragers/1/overzicht?jaar=2027&bekend=2028-01-15",
        })
        {
            await representative.Go(page);
            Assert.Equal(HttpStatusCode.OK, representative.Status);
            var figures = representative.Page.QuerySelectorAll("main a[href*='/geld/boekingen?']").Select(a => (Path: a.GetAttribute("href")!, Amount: a.TextContent.Trim())).ToList();
            Assert.True(figures.Count > 5, page);
            foreach (var (path, amount) in figures)
            {
                var entries = await Visitor.To(site).Go(path);
                var total = entries.Page.QuerySelector("dd.big")!.TextContent;
                // A plus or minus before the link says what it did to the column; the entries have their own ordinary sign.
                Assert.Equal(Math.Abs(Read(amount)), Math.Abs(Read(total)));
                Assert.Equal(Read(total), entries.Page.QuerySelectorAll("tbody tr td.amount").Sum(cell => Read(cell.TextContent)));
            }
        }
    }

    [Theory, EachDatabase]
    public async Task A_contributors_shares_are_exact_to_the_cent_and_close(string database)
    {
        await using var site = new TestSite(database);
        var n = await Full(site);
        await using var db = n.Open();
        foreach (var year in new int?[] { null, 2027, 2028 })
        {
            var both = new List<Web.Statements.Statement>();
            var period = year is { } asked ? Period.OfYear(asked) : Period.Everything(new(2029, 1, 1));
            foreach (var number in new[] { 1, 2 }) both.Add((await Web.Statements.Statement.Of(db, site.Clock.Now, number, period))!);
            foreach (var one in both)
            {
                StatementFlowTests.AddsUp(one.Flow);
                Assert.Equal(one.WholePot.Amount, both.Aggregate(Cents.Zero, (sum, s) => sum + s.Flow.Total));
                Assert.Equal(-(one.Flow.Moved("paid")?.Effect ?? Cents.Zero), one.Plans.Aggregate(Cents.Zero, (sum, p) => sum + p.Paid.Amount));
                Assert.Equal(one.Flow.Closing[FlowColumn.Awarded], one.Plans.Aggregate(Cents.Zero, (sum, p) => sum + p.Left.Amount));
            }
        }
        var (first, second) = (await Pot.Of(db, 1), await Pot.Of(db, 2));
        var pot = await Pot.Of(db);
        Assert.Equal(pot.Paid, first.Paid + second.Paid);
        Assert.Equal((new Cents(75_003), new Cents(25_001)), (first.Paid, second.Paid));
        Assert.Equal((pot.Free, pot.Reserved, pot.Awarded), (first.Free + second.Free, first.Reserved + second.Reserved, first.Awarded + second.Awarded));
    }

    [Theory, EachDatabase]
    public async Task Only_who_may_see_a_statement_sees_that_it_is_there(string database)
    {
        await using var site = new TestSite(database);
        var n = await Full(site);
        foreach (var path in new[] { "", ".csv", ".json", ".pdf", ".xlsx" }.Select(ending => "/bijdragers/1/overzicht" + ending))
        {
            foreach (var person in new[] { n.ContributorRepresentative, n.Member, n.Treasurer, n.Auditor })
                Assert.Equal(HttpStatusCode.OK, (await n.As(person).Go(path)).Status);
            foreach (var person in new[] { n.Resident, n.DeskHelper, n.Host })
                Assert.Equal(HttpStatusCode.NotFound, (await n.As(person).Go(path)).Status);
        }
        var gerda = n.As(n.ContributorRepresentative);
        foreach (var path in new[] { "/bijdragers/2/overzicht", "/bijdragers/99/overzicht", "/bijdragers/1/overzicht?jaar=2031", "/bijdragers/1/overzicht?jaar=-1", "/bijdragers/1/overzicht?jaar=x" })
            Assert.Equal(HttpStatusCode.NotFound, (await gerda.Go(path)).Status);
        var other = await (await Neighbourhood.On(site, "westhoek")).WithMoney(10);
        Assert.Equal(HttpStatusCode.NotFound, (await other.As(n.ContributorRepresentative).Go("/bijdragers/1/overzicht")).Status);
    }

    [Theory, EachDatabase]
    public async Task The_sheet_names_the_books_fingerprint_and_the_download_says_the_same(string database)
    {
        await using var site = new TestSite(database);
        var n = await Full(site);
        var gerda = await n.As(n.ContributorRepresentative).Go("/bijdragers/1/overzicht");
        var hash = gerda.Page.QuerySelector(".hash")!.TextContent;
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.True(gerda.Sees("Handtekening penningmeester"));
        var csv = await gerda.Http.GetStringAsync(new Uri(n.At("/bijdragers/1/overzicht.csv"), UriKind.Relative));
        Assert.Contains(hash, csv, StringComparison.Ordinal);
        Assert.Contains("\"Uitbetaald\";\"Aan plannen\";\"\";\"Samen\";\"-750,03\"", csv, StringComparison.Ordinal);
        // No cell starts as a formula, whatever a plan is called.
        Assert.Contains("\"Plan 2: =HYPERLINK(1)", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(";\"=", csv, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_filter_that_asks_for_what_is_not_there_is_not_found(string database)
    {
        await using var site = new TestSite(database);
        var n = await Full(site);
        foreach (var query in new[] { "rekening=kluis", "soort=diefstal", "bijdrager=x", "van=99999", "tot=0", "van=-1", "bijdrager=99999999999999999999" })
            Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/geld/boekingen?" + query)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/geld/boekingen/999")).Status);
        Assert.Equal(HttpStatusCode.OK, (await n.Stranger.Go("/geld/boekingen?pagina=999&kolommen=boekhouding")).Status);
    }

    /// <summary>Two givers, three to one; a round, two plans promised, one paid in part, the rest of the round given back; a second year.</summary>
    private static async Task<Neighbourhood> Full(TestSite site)
    {
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var round = await n.WithRound(Phase.CarryingOut);
        var plan = await n.WithPlan(round, "Regentonnen", 3_000);
        await n.WithAward(plan, 3_000);
        await n.WithAward(await n.WithPlan(round, "=HYPERLINK(1)", 4_444), 4_444);
        await (await n.As(n.Treasurer).Go("/geld/betalingen")).Press("Betaling klaarzetten",
            ("award", "1"), ("amount", "1.000,04"), ("payee", "Rosa Bakker"), ("iban", "NL91ABNA0417164300"), ("purpose", "Eerste deel"), ("who", "maker"));
        await n.Second(DecisionKind.ReleasePayment);
        site.Clock.Advance(TimeSpan.FromDays(400));
        await n.WithMoney(77);
        await n.WithRelease(round.Sections[0], 1_111);
        return n;
    }

    private static decimal Read(string amount) =>
        decimal.Parse(NotDigits().Replace(amount, ""), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("nl-NL"));

    [GeneratedRegex(@"[^0-9,.\-]")]
    private static partial Regex NotDigits();
}
