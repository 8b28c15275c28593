using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Funds.Holding;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements;
using Wijkfonds.Web.Statements.Annual;
using Wijkfonds.Web.Tests.Shared;
using Wijkfonds.Web.Tests.Shared.Pdf;

namespace Wijkfonds.Web.Tests.Statements;

public sealed class AnnualTests
{
    [Theory, EachDatabase]
    public async Task The_balance_balances_and_the_result_is_what_the_reserves_grew(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        await using var db = n.Open();
        foreach (var year in new[] { 2026, 2027, 2028, 2029 })
        {
            var accounts = await AnnualAccounts.Of(db, n.FundId, site.Clock.Now, year);
            var (assets, reserves, debts) = (AnnualAccounts.Sum(accounts.Assets), AnnualAccounts.Sum(accounts.Reserves), AnnualAccounts.Sum(accounts.Debts));
            Assert.Equal(assets.Now, reserves.Now + debts.Now);
            Assert.Equal(accounts.Result.Now, reserves.Now - reserves.Before);
        }
        var first = await AnnualAccounts.Of(db, n.FundId, site.Clock.Now, 2027);
        Assert.Equal(Cents.Euros(200_000), AnnualAccounts.Sum(first.Income).Now);
        Assert.Equal(Cents.Euros(7_444), AnnualAccounts.Sum(first.Costs).Now);
        Assert.Equal(new Cents(644_396), AnnualAccounts.Sum(first.Debts).Now);
        var second = await AnnualAccounts.Of(db, n.FundId, site.Clock.Now, 2028);
        Assert.Equal(new Cents(2_001 + 1_250), second.Costs.Single(c => c.Row.Key == "administration").Now);
        Assert.Equal(new Cents(1_234), AnnualAccounts.Sum(second.Financial).Now);
    }

    [Fact]
    public void Every_account_of_the_chart_stands_in_precisely_one_row()
    {
        var rows = AnnualRows.All.SelectMany(r => r.Accounts).ToList();
        Assert.Equal(Chart.All.Where(a => a != Chart.Result).OrderBy(a => a.Number), rows.OrderBy(a => a.Number));
    }

    [Theory, EachDatabase]
    public async Task Every_amount_with_a_link_leads_to_entries_that_add_up_to_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        var stranger = await n.Stranger.Go("/geld/jaarrekening/2028");
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        var links = stranger.Page.QuerySelectorAll("main a[href*='/geld/rekening/']").Select(a => (Path: a.GetAttribute("href")!, Amount: a.TextContent.Trim())).ToList();
        Assert.True(links.Count >= 12, $"{links.Count} links");
        foreach (var (path, amount) in links)
        {
            var card = await Visitor.To(site).Go(path);
            Assert.Equal(amount, card.Page.QuerySelector("dd.big")?.TextContent.Trim());
            var account = Chart.All.Single(a => path.Contains($"/rekening/{a.Number}", StringComparison.Ordinal));
            var debit = card.Page.QuerySelectorAll("tbody tr").Sum(r => Read(r, 2) - Read(r, 1));
            Assert.Equal(Money(amount), account.IsDebit ? debit : -debit);
        }
        foreach (var path in new[] { "/geld/jaarrekening/2020", "/geld/jaarrekening/2020.pdf", "/geld/rekening/0590", "/geld/rekening/9999", "/geld/rekening/1100?tot=x" })
            Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go(path)).Status);
    }

    [Fact]
    public async Task On_paper_they_say_the_same_and_how_they_were_reckoned()
    {
        await using var site = new TestSite();
        var n = await BookOfTwoYears.On(site);
        var paper = new ReadPdf(await n.Stranger.Http.GetByteArrayAsync(new Uri(n.At("/geld/jaarrekening/2027.pdf"), UriKind.Relative))).AllText;
        foreach (var words in new[] { "Jaarrekening 2027", "Balans op 31 december 2027", "€\u00a06.443,96", "€\u00a0200.000,00", "Hoe wij rekenen", "Gemeente Oosterstad" })
            Assert.Contains(words, paper, StringComparison.Ordinal);
        Assert.DoesNotContain("Rosa", paper, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_a_giver_was_given_back_stands_beside_what_it_paid_in_and_together_they_are_the_income(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        var (book, day) = (site.Services.GetRequiredService<Book>(), DateOnly.FromDateTime(site.Clock.Now.UtcDateTime));
        Assert.False((await n.InOneWork(db => book.GiveBack(db, site.Clock.Now, n.FundId, Guid.NewGuid(), n.Contributors[0].PartyId, new Cents(100_000), day))).Refused);
        await using var db = n.Open();
        foreach (var year in new[] { 2027, 2028 })
        {
            var (accounts, notes) = (await AnnualAccounts.Of(db, n.FundId, site.Clock.Now, year), await AnnualNotes.Of(db, n.FundId, year));
            Assert.Equal(AnnualAccounts.Sum(accounts.Income).Now, notes.Givers.Aggregate(Cents.Zero, (sum, g) => sum + g.Together));
            Assert.Equal(year == 2028, notes.HasGivenBack);
        }
        var page = (await n.Stranger.Go("/geld/jaarrekening/2028")).Page;
        var back = page.QuerySelectorAll("a[href*='soort=teruggave']").Single();
        Assert.Equal("€\u00a01.000", back.TextContent.Trim());
        Assert.Equal(back.TextContent.Trim(), (await Visitor.To(site).Go(back.GetAttribute("href")!)).Page.QuerySelector("dd.big")!.TextContent.Trim());
        var paper = new ReadPdf(await n.Stranger.Http.GetByteArrayAsync(new Uri(n.At("/geld/jaarrekening/2028.pdf"), UriKind.Relative))).AllText;
        Assert.Contains("− €\u00a01.000,00", paper, StringComparison.Ordinal);
        Assert.True((await n.Stranger.Go("/geld/grondslagen")).Sees("Teruggegeven aan wie het gaf"));
    }

    [Theory, EachDatabase]
    public async Task They_name_who_holds_the_account_with_its_numbers_and_board_as_it_was_when_the_year_was_closed(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        Assert.False((await n.Stranger.Go("/geld/jaarrekening/2027")).Sees("De bankrekening van het fonds"));
        await site.Given(Held(n, 1, "Stichting Wijkgeld", site.Clock.Now));
        await site.Given(new BookYear { FundId = n.FundId, Year = 2027, ClosedAt = site.Clock.Now.AddHours(1) });
        site.Clock.Advance(TimeSpan.FromDays(2));
        await site.Given(Held(n, 2, "Stichting Opvolger", site.Clock.Now));
        foreach (var (year, name) in new[] { (2027, "Stichting Wijkgeld"), (2028, "Stichting Opvolger") })
        {
            var (screen, paper) = ((await n.Stranger.Go($"/geld/jaarrekening/{year}")).Page.Body!.TextContent,
                new ReadPdf(await n.Stranger.Http.GetByteArrayAsync(new Uri(n.At($"/geld/jaarrekening/{year}.pdf"), UriKind.Relative))).AllText);
            foreach (var words in new[] { $"is van {name}. KvK-nummer 90000017. RSIN 123456782.", $"Bestuur van {name}", "Voorzitter: Ada" })
            {
                Assert.Contains(words, screen, StringComparison.Ordinal);
                Assert.Contains(words, paper.Replace('\n', ' '), StringComparison.Ordinal);
            }
        }
        // The giver's statement: the one that held it on the day that is asked.
        var gerda = n.As(n.ContributorRepresentative);
        var day = DateOnly.FromDateTime(site.Clock.Now.UtcDateTime).AddDays(-1);
        foreach (var (query, name) in new[] { ($"?bekend={Period.Text(day)}", "Stichting Wijkgeld"), ("", "Stichting Opvolger") })
            foreach (var ending in new[] { "", ".csv", ".json" })
            {
                var text = await gerda.Http.GetStringAsync(new Uri(n.At($"/bijdragers/1/overzicht{ending}{query}"), UriKind.Relative));
                Assert.Contains(name, text, StringComparison.Ordinal);
                Assert.Contains("123456782", text, StringComparison.Ordinal);
            }
    }

    private static Holder Held(Neighbourhood n, int version, string name, DateTimeOffset from) => new()
    {
        FundId = n.FundId, Version = version, Kind = HolderKind.Foundation, Name = name, Kvk = "90000017", Rsin = "123456782", Board = "Voorzitter: Ada", From = from,
    };

    private static decimal Read(IElement row, int fromEnd)
    {
        var cells = row.QuerySelectorAll("td.amount");
        return Money(cells[^fromEnd].TextContent);
    }

    private static decimal Money(string text)
    {
        var digits = new string([.. text.Where(c => char.IsDigit(c) || c is ',' or '.' or '-')]);
        return digits.Length == 0 ? 0 : decimal.Parse(digits, NumberStyles.Number, CultureInfo.GetCultureInfo("nl-NL"));
    }
}
