using System.Globalization;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;
using Wijkfonds.Web.Tests.Shared.Pdf;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>The same figures on the screen, on paper and in every file.</summary>
public sealed class StatementFileTests
{
    [Theory, EachDatabase]
    public async Task Paper_workbook_and_files_say_what_the_screen_says(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var round = await n.WithRound(Phase.CarryingOut);
        await n.WithAward(await n.WithPlan(round, "=Regentonnen & “bankjes”", 3_333), 3_333);
        var gerda = await n.As(n.ContributorRepresentative).Go("/bijdragers/1/overzicht?jaar=2027");
        var hash = gerda.Page.QuerySelector(".hash")!.TextContent;

        var pdf = new ReadPdf(await Get(gerda, n, "pdf"));
        var paper = pdf.AllText;
        Assert.Contains("Fondsoverzicht van Gemeente Oosterstad", paper, StringComparison.Ordinal);
        Assert.Contains("€\u00a0150.000,00", paper, StringComparison.Ordinal);
        Assert.Contains("€\u00a02.499,75", paper, StringComparison.Ordinal);
        Assert.Contains(hash[..40], paper.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Handtekening penningmeester", paper, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(await Get(gerda, n, "json"));
        Assert.Equal("wijkfonds-statement/2", json.RootElement.EnumerateObject().First().Value.GetString());
        Assert.Equal("150000.00", json.RootElement.GetProperty("closing").GetProperty("together").GetString());
        Assert.Equal(hash, json.RootElement.GetProperty("book").GetProperty("hash").GetString());
        var plan = json.RootElement.GetProperty("plans")[0];
        Assert.Equal(("=Regentonnen & “bankjes”", "2499.75", "Promised"), (plan.GetProperty("title").GetString(), plan.GetProperty("promised").GetString(), plan.GetProperty("state").GetString()));
        // The entries add up to the figures.
        var free = json.RootElement.GetProperty("entries").EnumerateArray().SelectMany(e => e.GetProperty("lines").EnumerateArray())
            .Where(l => l.GetProperty("account").GetString() == "Free").Sum(l => decimal.Parse(l.GetProperty("debit").GetString()!, CultureInfo.InvariantCulture));
        Assert.Equal(-decimal.Parse(json.RootElement.GetProperty("closing").GetProperty("free").GetString()!, CultureInfo.InvariantCulture), free);

        using var book = SpreadsheetDocument.Open(new MemoryStream(await Get(gerda, n, "xlsx")), false);
        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var cells = book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).ToList();
        Assert.Contains(cells, c => c.CellValue?.Text == "2499.75");
        Assert.Contains(cells, c => c.InnerText.Contains("=Regentonnen & “bankjes”", StringComparison.Ordinal));
        Assert.DoesNotContain(cells, c => c.CellFormula is not null);
    }

    [Fact]
    public async Task The_same_paper_twice_is_the_same_paper()
    {
        await using var site = new TestSite();
        var n = await (await Neighbourhood.On(site)).WithMoney(200);
        var gerda = n.As(n.ContributorRepresentative);
        Assert.Equal(await Get(gerda, n, "pdf"), await Get(gerda, n, "pdf"));
    }

    [Theory, EachDatabase]
    public async Task A_workbook_as_known_on_a_past_day_keeps_every_byte(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200);
        var day = Web.Statements.Period.Text(DateOnly.FromDateTime(site.Clock.Now.UtcDateTime));
        site.Clock.Advance(TimeSpan.FromDays(2));
        var first = await Known();
        // The package dates its parts to two seconds: a second one within them would be the same by chance.
        await Task.Delay(TimeSpan.FromSeconds(2.1));
        await n.WithMoney(300);
        Assert.Equal(first, await Known());
        using var parts = new System.IO.Compression.ZipArchive(new MemoryStream(first));
        Assert.All(parts.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
        // Nothing of another day's file is the same by being empty.
        Assert.NotEqual(first, await Get(n.As(n.ContributorRepresentative), n, "xlsx"));

        Task<byte[]> Known() => n.As(n.ContributorRepresentative).Http.GetByteArrayAsync(new Uri(n.At($"/bijdragers/1/overzicht.xlsx?jaar=2027&bekend={day}"), UriKind.Relative));
    }

    private static Task<byte[]> Get(NeighbourhoodVisitor visitor, Neighbourhood n, string ending) =>
        visitor.Http.GetByteArrayAsync(new Uri(n.At($"/bijdragers/1/overzicht.{ending}?jaar=2027"), UriKind.Relative));
}
