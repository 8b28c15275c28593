using System.Globalization;
using System.Text;

namespace Wijkfonds.Web.Shared.Pdf;

/// <summary>
/// A paper of A4 pages, written from top to bottom: what is full leaves for the stream at once. It is tagged (headings, paragraphs,
/// tables with heads, pictures with words), carries its own fonts, and the same calls give the same bytes.
/// </summary>
public sealed partial class PdfDocument : IDisposable
{
    private const double PageWidth = 595.276, PageHeight = 841.89, Left = 56, Top = 56, Bottom = 64, Width = PageWidth - 2 * Left;
    private const double Normal = 9.5, Small = 8, Leading = 1.4;

    private readonly PdfFile file;
    private readonly PdfHead head;
    private readonly PdfFace regular, bold;
    private readonly PdfElement document;
    private readonly int pages, root, pageCount;
    private readonly List<(int Number, IReadOnlyList<PdfElement> Marks)> done = [];
    private PdfPage? page;
    /// <summary>Where the next line's top is, from the bottom of the page.</summary>
    private double y;

    public PdfDocument(Stream output, PdfFonts fonts, PdfHead head)
    {
        this.head = head;
        file = new PdfFile(output);
        pages = file.Reserve();
        root = file.Reserve();
        pageCount = file.Reserve();
        regular = new PdfFace(fonts.Regular, "F1", file.Reserve());
        bold = new PdfFace(fonts.Bold, "F2", file.Reserve());
        document = new PdfElement("Document", null, file.Reserve());
    }

    /// <param name="level">1 is the title of the paper; none is skipped.</param>
    public void Heading(int level, string text)
    {
        var size = level == 1 ? 18 : level == 2 ? 12.5 : Normal;
        if (page is not null && y < Top0) y -= level == 1 ? 0 : size * 0.9;
        // A heading stays with what it is the head of.
        Need(size * Leading + 4 * Normal * Leading);
        Lines($"H{level}", text, bold, size);
        y -= 3;
    }

    public void Paragraph(string text)
    {
        Lines("P", text, regular, Normal);
        y -= 4;
    }

    /// <summary>Small print: sources, fingerprints.</summary>
    public void Note(string text)
    {
        Lines("P", text, regular, Small);
        y -= 3;
    }

    /// <summary>Room for that many signatures beside each other, each with its words below the line.</summary>
    public void Signatures(params string[] words)
    {
        Need(90);
        y -= 58;
        var width = (Width - 24 * (words.Length - 1)) / words.Length;
        for (var i = 0; i < words.Length; i++)
        {
            var x = Left + i * (width + 24);
            page!.Decoration(() => page.Line(x, y, x + width, 0.5));
            var element = New("P");
            page.In(element, "P", () => page.Text(regular, Small, x, y - 12, TextLines.Of(words[i], width, t => regular.Width(t, Small))[0]));
        }
        y -= 26;
    }

    /// <summary>Ends the last page and writes what all pages share.</summary>
    public void Finish()
    {
        if (page is null) Start();
        End();
        // How many pages there are is known only now; every foot already points here.
        var count = done.Count.ToString(CultureInfo.InvariantCulture);
        var foot = $"BT /F1 {PdfFile.Number(Small)} Tf 0 0 Td {regular.Encode(count)} Tj ET";
        file.WriteStream(pageCount, $"/Type /XObject /Subtype /Form /BBox [0 -4 60 12] /Resources {Resources(false)}", Encoding.ASCII.GetBytes(foot));
        file.Write(pages, $"<< /Type /Pages /Count {count} /Kids [{string.Join(' ', done.Select(p => PdfFile.Reference(p.Number)))}] >>");
        regular.Write(file);
        bold.Write(file);
        document.Write(file, root);
        var parents = string.Join(' ', done.Select((p, i) =>
            $"{PdfFile.Number(i)} {PdfFile.Reference(file.Write($"[{string.Join(' ', p.Marks.Select(m => PdfFile.Reference(m.Number)))}]"))}"));
        file.Write(root, $"<< /Type /StructTreeRoot /K {PdfFile.Reference(document.Number)} /ParentTree << /Nums [{parents}] >> /ParentTreeNextKey {count} >>");
        var metadata = file.WriteStream("/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(Metadata()), packed: false);
        var catalog = file.Write($"<< /Type /Catalog /Pages {PdfFile.Reference(pages)} /MarkInfo << /Marked true >> /StructTreeRoot {PdfFile.Reference(root)} "
            + $"/Lang {PdfFile.Text(head.Language)} /ViewerPreferences << /DisplayDocTitle true >> /Metadata {PdfFile.Reference(metadata)} >>");
        file.Finish(catalog, file.Write($"<< /Title {PdfFile.Text(head.Title)} /Author {PdfFile.Text(head.Author)} /Producer {PdfFile.Text("Wijkfonds")} >>"));
    }

    public void Dispose() => file.Dispose();

    private string Metadata() =>
        "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
        + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        + $"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{Xml(head.Title)}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>{Xml(head.Author)}</rdf:li></rdf:Seq></dc:creator>"
        + $"<dc:language><rdf:Bag><rdf:li>{Xml(head.Language)}</rdf:li></rdf:Bag></dc:language></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";

    private static string Xml(string text) => System.Security.SecurityElement.Escape(TextLines.Clean(text));
}
