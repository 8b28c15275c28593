using System.Globalization;

namespace Wijkfonds.Web.Shared.Pdf;

/// <summary>From line to line and from page to page.</summary>
public sealed partial class PdfDocument
{
    private static double Top0 => PageHeight - Top;

    /// <summary>What is left of the page.</summary>
    private double Room => y - Bottom;

    /// <summary>A next page, if this one has no such room left and another would.</summary>
    private void Need(double room)
    {
        if (page is null || (Room < room && y < Top0)) Turn();
    }

    private void Turn()
    {
        if (page is not null) End();
        Start();
    }

    private void Start()
    {
        page = new PdfPage(file.Reserve());
        y = Top0;
        if (head.Warning.Length > 0)
            page.Decoration(() => page.Text(bold, Small, Left, PageHeight - 34, head.Warning));
    }

    private void End()
    {
        Foot(page!);
        var content = file.WriteStream("", page!.Content);
        file.Write(page.Number, $"<< /Type /Page /Parent {PdfFile.Reference(pages)} /MediaBox [0 0 {PdfFile.Number(PageWidth)} {PdfFile.Number(PageHeight)}] "
            + $"/Resources {Resources(true)} /Contents {PdfFile.Reference(content)} /StructParents {PdfFile.Number(done.Count)} /Tabs /S >>");
        done.Add((page.Number, page.Marks));
        page = null;
    }

    private void Foot(PdfPage on)
    {
        on.Decoration(() =>
        {
            on.Line(Left, Bottom - 14, Left + Width, 0.5, 0.6);
            on.Text(regular, Small, Left, Bottom - 26, TextLines.Of(head.Foot, Width - 110, t => regular.Width(t, Small))[0]);
            // "Bladzijde 2 van " is drawn here, and the number of pages by the form that all pages share.
            var words = string.Format(CultureInfo.InvariantCulture, head.PageWords, done.Count + 1, "");
            var x = Left + Width - 18 - regular.Width(words, Small);
            on.Text(regular, Small, x, Bottom - 26, words);
            on.Form("N", x + regular.Width(words, Small), Bottom - 26);
        });
    }

    private string Resources(bool withCount) =>
        $"<< /Font << /F1 {PdfFile.Reference(regular.Object)} /F2 {PdfFile.Reference(bold.Object)} >>{(withCount ? $" /XObject << /N {PdfFile.Reference(pageCount)} >>" : "")} >>";

    private PdfElement New(string type, PdfElement? inside = null, string? attributes = null, string? alternative = null)
    {
        inside ??= document;
        return inside.Add(new PdfElement(type, inside, file.Reserve()) { Attributes = attributes, Alternative = alternative });
    }

    /// <summary>Text over the whole width, as one element, over as many pages as it takes.</summary>
    private void Lines(string type, string text, PdfFace face, double size)
    {
        var element = New(type);
        foreach (var line in TextLines.Of(text, Width, t => face.Width(t, size)))
        {
            Need(size * Leading);
            Line(element, type, face, size, Left, y, line);
            y -= size * Leading;
        }
    }

    /// <summary>One line whose top is at <paramref name="top"/>.</summary>
    private void Line(PdfElement element, string type, PdfFace face, double size, double x, double top, string text)
    {
        if (text.Length == 0) return;
        page!.In(element, type, () => page.Text(face, size, x, Baseline(face, size, top), text));
    }

    private static double Baseline(PdfFace face, double size, double top) => top - (size * Leading + size * face.CapHeight) / 2;
}
