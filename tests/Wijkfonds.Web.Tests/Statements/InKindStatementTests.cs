using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements.Annual;
using Wijkfonds.Web.Tests.Contributions.InKind;
using Wijkfonds.Web.Tests.Shared;
using Wijkfonds.Web.Tests.Shared.Pdf;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>What came in kind stands beside the money, in every file, and is never added to it.</summary>
public sealed class InKindStatementTests
{
    [Theory, EachDatabase]
    public async Task The_statement_tells_it_apart_from_the_money_and_as_known_before_it_was_confirmed(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, _) = await OfferJourneyTests.Fund(site);
        await n.WithOffer(quantity: "30", value: "1.000");
        await n.Accepts(n.Resident, barrels, "20");
        site.Clock.MoveTo(new DateTimeOffset(2027, 3, 10, 9, 0, 0, TimeSpan.Zero));
        var gerda = n.As(n.ContributorRepresentative);
        var closing = (await gerda.Go("/bijdragers/1/overzicht?jaar=2027")).Page.QuerySelector(".flow-table tbody:last-of-type .amount:last-child")!.TextContent;
        Assert.True(gerda.Sees("30 uur (€ 1.000,00)") && gerda.Sees("20 uur (€ 666,66)"), gerda.Text);
        await n.Gets(n.Resident, barrels, "10", "2027-03-01");
        await gerda.Go("/bijdragers/1/overzicht?jaar=2027");
        Assert.True(gerda.Sees("10 uur (€ 333,33)"), gerda.Text);
        Assert.True(gerda.Sees("“Ons uurtarief is 40 euro.”"));
        Assert.Equal(closing, gerda.Page.QuerySelector(".flow-table tbody:last-of-type .amount:last-child")!.TextContent);
        // Known the day before it was confirmed, although it came earlier still.
        await gerda.Go("/bijdragers/1/overzicht?jaar=2027&bekend=2027-03-09");
        Assert.False(gerda.Sees("10 uur"), gerda.Text);
        Assert.True(gerda.Sees("20 uur (€ 666,66)"));

        var paper = new ReadPdf(await Get(gerda, n, "pdf")).AllText;
        Assert.Contains("In natura: naast het geld", paper, StringComparison.Ordinal);
        Assert.Contains("10 uur (€\u00a0333,33)", paper, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await Get(gerda, n, "json"));
        var offer = json.RootElement.GetProperty("inKind")[0];
        Assert.Equal((20, "666.66", 10, "333.33"), (offer.GetProperty("accepted").GetProperty("quantity").GetInt32(), offer.GetProperty("accepted").GetProperty("value").GetString(),
            offer.GetProperty("plans")[0].GetProperty("delivered").GetProperty("quantity").GetInt32(), offer.GetProperty("delivered").GetProperty("value").GetString()));
        var csv = System.Text.Encoding.UTF8.GetString(await Get(gerda, n, "csv"));
        Assert.Contains("\"In natura geleverd: Uren van de conciërge\";\"\";\"10 uur\";\"\";\"Waard volgens de gever: €\u00a0333,33 (geen geld)\"", csv, StringComparison.Ordinal);
        using var book = SpreadsheetDocument.Open(new MemoryStream(await Get(gerda, n, "xlsx")), false);
        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Contains(book.WorkbookPart!.WorksheetParts.SelectMany(w => w.Worksheet.Descendants<Cell>()), c => c.CellValue?.Text == "333.33");
        Assert.Contains("In natura", book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value));
    }

    [Theory, EachDatabase]
    public async Task What_lapsed_stands_in_the_year_of_its_last_day_and_an_organisation_without_money_has_a_statement_too(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, _) = await OfferJourneyTests.Fund(site);
        await n.WithOffer(contributor: 2, until: "2027-12-31");
        await n.Accepts(n.Resident, barrels, "40", contributor: 2);
        site.Clock.MoveTo(new DateTimeOffset(2028, 1, 10, 9, 0, 0, TimeSpan.Zero));
        var kees = await n.As(n.Auditor).Go("/bijdragers/2/overzicht?jaar=2027");
        Assert.True(kees.Sees("60 uur (€ 2.400,00)"), kees.Text);
        site.Clock.MoveTo(new DateTimeOffset(2028, 2, 10, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(3, (await kees.Go("/bijdragers/2/overzicht?jaar=2027")).Text.Split("100 uur (€ 4.000,00)").Length);
        Assert.True((await kees.Go("/bijdragers/2/overzicht?jaar=2027&bekend=2028-01-10")).Sees("60 uur (€ 2.400,00)"));
        Assert.Equal(HttpStatusCode.NotFound, (await kees.Go("/bijdragers/2/overzicht?jaar=2028")).Status);
    }

    [Theory, EachDatabase]
    public async Task Two_members_choose_that_the_annual_accounts_count_it_and_only_equal_lines_are_added(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, _) = await OfferJourneyTests.Fund(site);
        await n.WithOffer();
        await n.Accepts(n.Resident, barrels, "20");
        await n.Gets(n.Resident, barrels, "15", "2027-01-04");
        var before = await Accounts(n, 2027);
        Assert.Empty(before.InKind.Income);
        var stranger = await n.Stranger.Go("/geld/jaarrekening/2027");
        Assert.True(stranger.Sees("telt niet mee in de baten en lasten hierboven"), stranger.Text);
        var xaf = await Xaf(n);

        var treasurer = await n.As(n.Treasurer).Go("/geld/in-natura");
        await treasurer.Press("Aan tweede lid voorleggen", ("counts", "nee"), ("year", "2027"));
        Assert.True(treasurer.Sees("Zo is het al."), treasurer.Text);
        await treasurer.Press("Aan tweede lid voorleggen", ("counts", "ja"), ("year", "2027"));
        Assert.False((await n.Second(DecisionKind.CountInKind)).Refused);
        var after = await Accounts(n, 2027);
        Assert.Equal(Cents.Euros(600), AnnualAccounts.Sum(after.Income).Now - AnnualAccounts.Sum(before.Income).Now);
        Assert.Equal(Cents.Euros(600), AnnualAccounts.Sum(after.Costs).Now - AnnualAccounts.Sum(before.Costs).Now);
        Assert.Equal(before.Result, after.Result);
        Assert.Equal(AnnualAccounts.Sum(before.Assets), AnnualAccounts.Sum(after.Assets));
        Assert.Equal(AnnualAccounts.Sum(before.Reserves.Concat(before.Debts)), AnnualAccounts.Sum(after.Reserves.Concat(after.Debts)));
        await stranger.Go("/geld/jaarrekening/2027");
        Assert.True(stranger.Sees("Bijdragen in natura€ 600") && stranger.Sees("Besteed in natura€ 600") && stranger.Sees("Ons uurtarief is 40 euro."), stranger.Text);
        Assert.Contains("Bijdragen in natura", new ReadPdf(await n.Stranger.Http.GetByteArrayAsync(new Uri(n.At("/geld/jaarrekening/2027.pdf"), UriKind.Relative))).AllText, StringComparison.Ordinal);
        Assert.Equal(xaf, await Xaf(n));

        // Once the year is closed nothing of it changes: no choice, no delivery.
        site.Clock.MoveTo(new DateTimeOffset(2028, 2, 1, 9, 0, 0, TimeSpan.Zero));
        await site.Given(new BookYear { FundId = n.FundId, Year = 2027, ClosedAt = site.Clock.Now });
        await treasurer.Go("/geld/in-natura");
        await treasurer.Press("Aan tweede lid voorleggen", ("counts", "nee"), ("year", "2027"));
        Assert.True(treasurer.Sees("Het jaar 2027 is afgesloten."), treasurer.Text);
        await treasurer.Press("Aan tweede lid voorleggen", ("counts", "nee"), ("year", "2028"));
        await n.Second(DecisionKind.CountInKind);
        Assert.Equal(Cents.Euros(600), (await Accounts(n, 2027)).InKind.Income.Single().Now);
        var next = (await Accounts(n, 2028)).InKind;
        Assert.Equal((false, Cents.Zero, Cents.Euros(600)), (next.Counts, next.Income.Single().Now, next.Income.Single().Before));
    }

    private static async Task<AnnualAccounts> Accounts(Neighbourhood n, int year)
    {
        await using var db = n.Open();
        return await AnnualAccounts.Of(db, n.FundId, n.Site.Clock.Now, year);
    }

    private static Task<string> Xaf(Neighbourhood n) => n.Stranger.Http.GetStringAsync(new Uri(n.At("/geld/jaarrekening/2027.xaf"), UriKind.Relative));

    private static Task<byte[]> Get(NeighbourhoodVisitor visitor, Neighbourhood n, string ending) =>
        visitor.Http.GetByteArrayAsync(new Uri(n.At($"/bijdragers/1/overzicht.{ending}?jaar=2027"), UriKind.Relative));
}
