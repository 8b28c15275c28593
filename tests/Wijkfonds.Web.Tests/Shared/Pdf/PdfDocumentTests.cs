using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Web.Shared.Pdf;

namespace Wijkfonds.Web.Tests.Shared.Pdf;

public sealed class PdfDocumentTests
{
    private static readonly PdfFonts Fonts = new();
    private static readonly PdfHead Head = new("Fondsoverzicht", "nl", "Wijkfonds De Oosterhoek", "Wijkfonds De Oosterhoek", "Bladzijde {0} van {1}");

    [Fact]
    public void A_paper_says_its_title_language_and_order_for_who_cannot_see_it()
    {
        var pdf = new ReadPdf(Sample());
        Assert.Contains("/MarkInfo << /Marked true >>", pdf.Catalog, StringComparison.Ordinal);
        Assert.Contains("/Lang <FEFF006E006C>", pdf.Catalog, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", pdf.Catalog, StringComparison.Ordinal);
        var types = Types(pdf).ToList();
        Assert.Equal(["Document", "H1", "P", "H2", "Table"], types.Take(5));
        Assert.Contains("Caption", types);
        Assert.Equal(3 + 1 + 100 * 3, types.Count(t => t is "TH" or "TD"));
        Assert.Contains(pdf.Objects.Values, o => o.Contains("/S /TH", StringComparison.Ordinal) && o.Contains("/Scope /Column", StringComparison.Ordinal));
        Assert.Contains(pdf.Objects.Values, o => o.Contains("/S /Figure", StringComparison.Ordinal) && o.Contains("/Alt <FEFF", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_table_repeats_its_heads_and_counts_its_pages()
    {
        var pdf = new ReadPdf(Sample());
        Assert.True(pdf.Pages.Count > 2);
        for (var i = 0; i < pdf.Pages.Count; i++)
        {
            var pieces = pdf.PiecesOf(pdf.Pages[i]);
            Assert.Contains($"Bladzijde {i + 1} van ", pieces);
            Assert.Contains(pdf.Pages.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), pieces);
            if (pieces.Any(p => p.StartsWith("Plan ", StringComparison.Ordinal))) Assert.Contains("Wat er gebeurde", pieces);
        }
        // To a screen reader the head stands there once.
        Assert.Single(pdf.Pages.SelectMany(p => pdf.PiecesOf(p, decoration: false)), p => p == "Wat er gebeurde");
    }

    [Fact]
    public void Every_piece_of_a_page_leads_back_to_its_element()
    {
        var pdf = new ReadPdf(Sample());
        var tree = pdf.Objects[ReadPdf.Pointer(pdf.Catalog, "StructTreeRoot")];
        foreach (var (page, index) in pdf.Pages.Select((p, i) => (p, i)))
        {
            var marks = pdf.Objects[int.Parse(ReadPdf.Value(tree, $"[\\[ ]{index} (\\d+) 0 R"), System.Globalization.CultureInfo.InvariantCulture)];
            var elements = System.Text.RegularExpressions.Regex.Matches(marks, "(\\d+) 0 R").Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            for (var mark = 0; mark < elements.Count; mark++)
                Assert.Contains($"/Pg {page} 0 R /MCID {mark} >>", pdf.Objects[elements[mark]], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_fonts_travel_with_the_paper_and_hold_only_what_it_draws()
    {
        var pdf = new ReadPdf(Sample());
        var programs = pdf.Objects.Values.Where(o => o.Contains("/FontFile2", StringComparison.Ordinal)).Select(o => pdf.Stream(ReadPdf.Pointer(o, "FontFile2"))).ToList();
        Assert.Equal(2, programs.Count);
        foreach (var program in programs) Assert.InRange(program.Length, 1_000, 60_000);
        // Each letter has the outline and the width it had in the whole font.
        var widths = ReadPdf.Value(pdf.Objects.Values.First(o => o.Contains("CIDFontType2", StringComparison.Ordinal)), "/W \\[0 \\[([^]]*)\\]").Split(' ');
        var letters = pdf.PiecesOf(pdf.Pages[0])[1].EnumerateRunes().Distinct().ToList();
        Assert.Equal(PdfWidth(letters[0]), widths[1]);
    }

    [Fact]
    public void The_same_paper_twice_is_the_same_file() => Assert.Equal(Sample(), Sample());

    /// <summary>Whatever somebody typed: every letter comes out of the file as it went in.</summary>
    [Fact]
    public void Every_text_can_be_copied_out_again()
    {
        var letters = Gen.Elements("aąbcćçdeęëfgğhiıİjklłmnńoóöpqrsśşßtuüvwxyzźż0123456789 \u00a0€–-/’“.,()#ØЖ→😀中".EnumerateRunes().ToArray());
        var texts = Gen.ListOf(letters, 90).Select(runes => string.Concat(runes.Select(r => r.ToString())).Trim(' '));
        Prop.ForAll(Arb.From(texts), text =>
        {
            var pdf = new ReadPdf(Write(paper => paper.Paragraph(text)));
            var read = string.Concat(pdf.Pages.SelectMany(p => pdf.PiecesOf(p, decoration: false)));
            return Squeeze(read) == Squeeze(text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

        // Where a line ends at a blank, the blank is not drawn.
        static string Squeeze(string text) => text.Replace(" ", "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_wider_than_the_page_a_cell_longer_than_a_page_and_nothing_at_all_are_printed_too()
    {
        var word = new string('w', 400);
        var long_ = string.Join(' ', Enumerable.Range(1, 3_000));
        var pdf = new ReadPdf(Write(paper =>
        {
            paper.Paragraph(word);
            paper.Paragraph("");
            paper.Table("", [new("Een", 1), new("Twee", 3)], [PdfRow.Of("", long_), PdfRow.Group("kop"), PdfRow.Of("a\0\u200bb", "")]);
        }));
        var read = pdf.AllText.Replace("\n", "", StringComparison.Ordinal);
        Assert.Contains(word, read, StringComparison.Ordinal);
        foreach (var number in new[] { "1 2 3", "2998", "3000" }) Assert.Contains(number, pdf.AllText, StringComparison.Ordinal);
        Assert.Single(new ReadPdf(Write(_ => { })).Pages);
    }

    [Fact]
    public void Words_about_a_row_stand_on_the_page_of_that_row_and_a_head_on_that_of_its_first_row()
    {
        var pdf = new ReadPdf(Write(paper => paper.Table("", [new("Plan", 1)],
            Enumerable.Range(100, 200).SelectMany(i => new[] { PdfRow.Group($"kop {i}"), PdfRow.Note($"erbij {i}"), PdfRow.Of($"rij {i}"), PdfRow.Note($"over {i}") }))));
        Assert.True(pdf.Pages.Count > 5);
        foreach (var page in pdf.Pages.Select(p => string.Join("\n", pdf.PiecesOf(p))))
            foreach (var i in Enumerable.Range(100, 200))
                Assert.Single(new[] { $"kop {i}", $"erbij {i}", $"rij {i}", $"over {i}" }.Select(words => page.Contains(words, StringComparison.Ordinal)).Distinct());
    }

    internal static byte[] Write(Action<PdfDocument> tell)
    {
        using var file = new MemoryStream();
        using var paper = new PdfDocument(file, Fonts, Head);
        tell(paper);
        paper.Finish();
        return file.ToArray();
    }

    private static byte[] Sample() => Write(paper =>
    {
        paper.Heading(1, "Fondsoverzicht van Woonstichting Thuis");
        paper.Paragraph("Van 1 januari tot en met 31 december 2027, zoals bekend op zaterdag 1 januari 2028. Łódź, Beyoğlu, ’s-Gravenhage, café: € 1.234,56.");
        paper.Heading(2, "Per plan");
        paper.Table("Jullie deel, tot op de cent", [new("Plan", 5), new("Wat er gebeurde", 3), new("Bedrag", 2, IsAmount: true)],
            [PdfRow.Group("Ronde 1: samen buiten"), .. Enumerable.Range(1, 99).Select(i => PdfRow.Of($"Plan {i}: regentonnen in de straat en een bankje op de hoek, met de hele buurt", "uitbetaald", $"€ {i},00")), PdfRow.Total("Samen", "", "€ 4.950,00")]);
        paper.Bar("De pot: € 10 betaald, € 30 vrij", [("Betaald: € 10", 10), ("Vrij: € 30", 30)]);
        paper.Qr("https://fonds.example/w/oosterhoek/geld", "Kijk zelf na, waar het geld heen ging: fonds.example/w/oosterhoek/geld");
        paper.Signatures("Handtekening penningmeester", "Handtekening kascommissie");
    });

    private static IEnumerable<string> Types(ReadPdf pdf) => pdf.Objects.OrderBy(o => o.Key).Where(o => o.Value.Contains("/Type /StructElem", StringComparison.Ordinal))
        .Select(o => ReadPdf.Value(o.Value, "/S /(\\w+)"));

    private static string PdfWidth(System.Text.Rune letter) =>
        Math.Round(1000.0 * Fonts.Regular.Advance(Fonts.Regular.Glyph(letter)!.Value) / Fonts.Regular.UnitsPerEm, 3).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
}
