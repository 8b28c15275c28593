using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Wijkfonds.Web.Shared.Look;

/// <summary>A QR code as SVG of one path: no inline style, crisp on paper and on a screen, four modules of white around it.</summary>
public static class QrPicture
{
    public static IHtmlContent Of(string content, string label)
    {
        var (squares, path) = QrSquares.Of(content);
        var size = squares.ToString(CultureInfo.InvariantCulture);
        var said = System.Text.Encodings.Web.HtmlEncoder.Default.Encode(label);
        return new HtmlString(
            $"""<svg class="qr" viewBox="0 0 {size} {size}" width="220" height="220" role="img" aria-label="{said}" shape-rendering="crispEdges"><rect width="{size}" height="{size}" fill="#fff"/><path d="{path}" fill="#000"/></svg>""");
    }
}
