using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements;
using Wijkfonds.Web.Statements.ByEarmark;
using Wijkfonds.Web.Tests.Shared;
using Wijkfonds.Web.Tests.Shared.Pdf;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>What a giver bound stands apart from what it did not bind, and together they are the whole, to the cent.</summary>
public sealed class ByEarmarkTests
{
    private sealed record Step(int Act, int Which, int Cents);

    [Theory, EachDatabase]
    public async Task Whatever_happened_unbound_and_each_earmark_make_every_figure_of_the_flow(string database)
    {
        await using var site = new TestSite(database);
        var steps = from act in Gen.Choose(0, 7) from which in Gen.Choose(0, 4) from cents in Gen.Choose(1, 40_000) select new Step(act, which, cents);
        foreach (var (history, number) in Gen.ArrayOf(steps, 60).Sample(3).Select((h, i) => (h, i)))
        {
            var (n, layers) = await On(site, $"wijk-{number}");
            Guid[] sections = [Guid.NewGuid(), Guid.NewGuid()], awards = [Guid.NewGuid(), Guid.NewGuid()];
            var start = Today(n);
            foreach (var step in history) await Tell(n, layers, sections, awards, step);
            await using var db = n.Open();
            foreach (var period in new[] { Period.Everything(new(2029, 12, 31)), Period.OfYear(start.Year), new Period(start.AddDays(2), start.AddDays(6), null), new Period(start.AddDays(5), start.AddDays(400), null) })
            {
                var statement = (await Statement.Of(db, site.Clock.Now, 2, period))!;
                StatementFlowTests.AddsUp(statement.Flow);
                StatementFlowTests.EarmarksAddUp(statement);
                // Three earmarks held money: unbound stands first, and there is a second table.
                Assert.Equal([0, 1, 2, 3], statement.ByEarmark.Select(e => e.Earmark!.Value));
                Assert.Equal(2, EarmarkTable.Of(statement).Count);
                Assert.Empty((await Statement.Of(db, site.Clock.Now, 1, period))!.ByEarmark);
            }
        }
    }

    [Theory, EachDatabase]
    public async Task On_the_screen_on_paper_and_in_every_file_the_same_stands_and_each_amount_leads_to_its_entries(string database)
    {
        await using var site = new TestSite(database);
        var (n, layers) = await On(site, "oosterhoek");
        Guid[] sections = [Guid.NewGuid()], awards = [Guid.NewGuid()];
        foreach (var step in new Step[] { new(1, 0, 40_000), new(2, 0, 30_000), new(3, 0, 10_000), new(6, 0, 5_000) }) await Tell(n, layers, sections, awards, step);
        await using var db = n.Open();
        var statement = (await Statement.Of(db, site.Clock.Now, 2, Period.OfYear(2027)))!;
        StatementFlowTests.EarmarksAddUp(statement);
        var first = statement.ByEarmark[1].Flow;
        Assert.True(first.Closing[FlowColumn.Awarded] > Cents.Zero);

        var page = await n.As(n.Auditor).Go("/bijdragers/2/overzicht?jaar=2027");
        var words = site.Services.GetRequiredService<Web.Shared.Words.Texts>().In("nl");
        var amount = words.Exact(first.Closing[FlowColumn.Awarded]);
        var links = page.Page.QuerySelectorAll(".earmark-table td.amount a").Select(a => (Path: a.GetAttribute("href")!, Amount: a.TextContent.Trim())).ToList();
        Assert.Contains(links, l => l.Path.Contains("oormerk=1", StringComparison.Ordinal) && l.Amount == amount);
        foreach (var (path, text) in links) Assert.Equal(Digits(text), Digits((await Visitor.To(site).Go(path)).Page.QuerySelector("dd.big")!.TextContent));

        Assert.Contains(amount, new ReadPdf(await Get("pdf")).AllText, StringComparison.Ordinal);
        Assert.Contains($"\"Oormerk 1: Eerste: Over aan het eind\";\"Over aan het eind\";\"\";\"Beloofd\";\"{File(first.Closing[FlowColumn.Awarded]).Replace('.', ',')}\"", System.Text.Encoding.UTF8.GetString(await Get("csv")), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await Get("json"));
        var told = json.RootElement.GetProperty("byEarmark").EnumerateArray().ToList();
        Assert.Equal([0, 1, 2, 3], told.Select(e => e.GetProperty("earmark").GetInt32()));
        Assert.Equal(File(first.Closing[FlowColumn.Awarded]), told[1].GetProperty("closing").GetProperty("awarded").GetString());
        using var book = SpreadsheetDocument.Open(new MemoryStream(await Get("xlsx")), false);
        var rows = book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Row>()).Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToList());
        Assert.Contains(rows, r => r is ["Oormerk 1: Eerste: Over aan het eind", _, _, "Beloofd", ..] && r[4] == File(first.Closing[FlowColumn.Awarded]));

        Task<byte[]> Get(string ending) => n.As(n.Auditor).Http.GetByteArrayAsync(new Uri(n.At($"/bijdragers/2/overzicht.{ending}?jaar=2027"), UriKind.Relative));
    }

    /// <summary>Without sign, and without cents where there are none: the page of entries rounds nothing, but leaves them out.</summary>
    private static string Digits(string amount) => new string([.. amount.Where(c => char.IsDigit(c) || c == ',')]).Replace(",00", "", StringComparison.Ordinal);

    private static string File(Cents amount) => amount.ToFile();

    /// <summary>Two givers; the second has unbound money and money in three earmarks.</summary>
    private static async Task<(Neighbourhood N, Guid[] Layers)> On(TestSite site, string slug)
    {
        var n = await (await Neighbourhood.On(site, slug)).WithMoney(1_000);
        var layers = new List<Guid> { n.Contributors[0].PartyId, n.Contributors[1].PartyId };
        foreach (var name in new[] { "Eerste", "Tweede", "Derde" }) layers.Add((await n.WithEarmark(name, giver: 1)).Id);
        foreach (var layer in layers.Skip(2)) await Booked(n, (book, db) => book.Deposit(db, site.Clock.Now, n.FundId, Guid.NewGuid(), layer, Cents.Euros(300), Today(n)));
        return (n, [.. layers]);
    }

    /// <summary>One thing that happens to money, where it can happen: else the book refuses it and nothing did.</summary>
    private static async Task Tell(Neighbourhood n, Guid[] layers, Guid[] sections, Guid[] awards, Step step)
    {
        n.Site.Clock.Advance(TimeSpan.FromHours(5));
        var (now, amount, section, award) = (n.Site.Clock.Now, new Cents(step.Cents), sections[step.Which % sections.Length], awards[step.Which % awards.Length]);
        await Booked(n, (book, db) => step.Act switch
        {
            0 => book.Deposit(db, now, n.FundId, Guid.NewGuid(), layers[step.Which], amount, Today(n)),
            1 => book.Reserve(db, now, n.FundId, section, amount, [new Admitted(layers[2]), new Admitted(layers[3], new Cents(9_000))]),
            2 => book.Award(db, now, n.FundId, section, award, amount),
            3 => book.Pay(db, now, n.FundId, award, Guid.NewGuid(), amount),
            4 => book.Release(db, now, n.FundId, section, amount),
            5 => book.GiveBack(db, now, n.FundId, Guid.NewGuid(), layers[1 + step.Which % 4], amount, Today(n)),
            6 => book.Lapse(db, now, n.FundId, award, amount),
            _ => book.BankCosts(db, now, n.FundId, Guid.NewGuid(), new Cents(1 + step.Cents % 700), Today(n)),
        });
    }

    private static DateOnly Today(Neighbourhood n) => DateOnly.FromDateTime(n.Site.Clock.Now.UtcDateTime);

    private static Task<Outcome<JournalEntry>> Booked(Neighbourhood n, Func<Book, Web.Shared.Data.WijkfondsContext, Task<Outcome<JournalEntry>>> act) =>
        n.InOneWork(db => act(n.Site.Services.GetRequiredService<Book>(), db));
}
