using QRCoder;

namespace Wijkfonds.Web.Shared.Pdf;

/// <summary>Pictures made of rectangles, each with the words for who cannot see it.</summary>
public sealed partial class PdfDocument
{
    /// <summary>One bar in parts, from dark to light, each with its words below; the parts are what their sizes are to each other.</summary>
    public void Bar(string alternative, IReadOnlyList<(string Words, long Size)> parts)
    {
        Need(30 + parts.Count * Small * Leading);
        var total = parts.Sum(p => (double)Math.Max(0, p.Size));
        var figure = New("Figure", alternative: alternative);
        page!.In(figure, "Figure", () =>
        {
            var x = Left;
            for (var i = 0; i < parts.Count; i++)
            {
                var width = total == 0 ? 0 : Width * Math.Max(0, parts[i].Size) / total;
                page.Rectangle(x, y - 18, width, 18, Shade(i, parts.Count));
                x += width;
            }
            page.Frame(Left, y - 18, Width, 18);
        });
        y -= 24;
        for (var i = 0; i < parts.Count; i++)
        {
            var top = y;
            page.Decoration(() =>
            {
                page.Rectangle(Left, top - 9, 7, 7, Shade(i, parts.Count));
                page.Frame(Left, top - 9, 7, 7);
            });
            Line(New("P"), "P", regular, Small, Left + 14, y, parts[i].Words);
            y -= Small * Leading;
        }
        y -= 6;
    }

    /// <summary>A QR code with its words beside it: where to look further.</summary>
    /// <param name="side">Of the code with its white border, in points.</param>
    public void Qr(string content, string words, double side = 84)
    {
        Need(side + 6);
        using var maker = new QRCodeGenerator();
        using var code = maker.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var count = code.ModuleMatrix.Count;
        var module = side / count;
        var dark = from row in Enumerable.Range(0, count) from column in Enumerable.Range(0, count) where code.ModuleMatrix[row][column]
                   select (Left + column * module, y - (row + 1) * module);
        page!.In(New("Figure", alternative: words), "Figure", () => page.Squares(dark, module));
        var (element, top) = (New("P"), y - 8);
        foreach (var line in TextLines.Of(words, Width - side - 16, t => regular.Width(t, Small)))
        {
            Line(element, "P", regular, Small, Left + side + 12, top, line);
            top -= Small * Leading;
        }
        y -= side + 6;
    }

    private static double Shade(int part, int of) => of < 2 ? 0.25 : 0.2 + 0.75 * part / (of - 1);
}
