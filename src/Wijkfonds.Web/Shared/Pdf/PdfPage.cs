using System.Globalization;
using System.Text;

namespace Wijkfonds.Web.Shared.Pdf;

/// <summary>What is drawn on one page, in points from its lower left corner. Everything is either part of an element or decoration.</summary>
internal sealed class PdfPage(int number)
{
    private readonly StringBuilder content = new();
    private readonly List<PdfElement> marks = [];
    private bool inside;

    /// <summary>The number of the page's object.</summary>
    public int Number => number;
    /// <summary>The element of each marked piece, in order.</summary>
    public IReadOnlyList<PdfElement> Marks => marks;
    public byte[] Content => Encoding.ASCII.GetBytes(content.ToString());

    public void In(PdfElement element, string type, Action draw)
    {
        element.AddContent(number, marks.Count);
        Around(string.Create(CultureInfo.InvariantCulture, $"/{type} << /MCID {marks.Count} >> BDC"), draw);
        marks.Add(element);
    }

    /// <summary>Lines, page numbers and repeated heads: a screen reader passes them over.</summary>
    public void Decoration(Action draw) => Around("/Artifact BMC", draw);

    public void Text(PdfFace face, double size, double x, double y, string text) =>
        Draw($"BT /{face.Key} {N(size)} Tf 1 0 0 1 {N(x)} {N(y)} Tm {face.Encode(text)} Tj ET");

    public void Rectangle(double x, double y, double width, double height, double grey) =>
        Draw($"{N(grey)} g {N(x)} {N(y)} {N(width)} {N(height)} re f 0 g");

    public void Frame(double x, double y, double width, double height) => Draw($"0.5 w {N(x)} {N(y)} {N(width)} {N(height)} re S");

    public void Line(double x, double y, double until, double thickness, double grey = 0) =>
        Draw($"{N(grey)} G {N(thickness)} w {N(x)} {N(y)} m {N(until)} {N(y)} l S 0 G");

    /// <summary>Many squares as one shape, so that no seams show.</summary>
    public void Squares(IEnumerable<(double X, double Y)> squares, double size) =>
        Draw(string.Join(' ', squares.Select(s => $"{N(s.X)} {N(s.Y)} {N(size)} {N(size)} re")) + " f");

    public void Form(string key, double x, double y) => Draw($"q 1 0 0 1 {N(x)} {N(y)} cm /{key} Do Q");

    private void Around(string begin, Action draw)
    {
        if (inside) throw new InvalidOperationException("A piece of a page belongs to one element.");
        content.Append(begin).Append('\n');
        inside = true;
        draw();
        inside = false;
        content.Append("EMC\n");
    }

    private void Draw(string operators)
    {
        if (!inside) throw new InvalidOperationException("What is drawn belongs to an element, or is decoration.");
        content.Append(operators).Append('\n');
    }

    private static string N(double value) => PdfFile.Number(value);
}
