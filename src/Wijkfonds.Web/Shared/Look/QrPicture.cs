using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Wijkfonds.Web.Shared.Look;

/// <summary>A QR code as SVG of one path: no inline style, crisp on paper and on a screen, four modules of white around it.</summary>
public static class QrPicture
{
    public static IHtmlContent Of(string content, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
                if (rows[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        var size = rows.Count.ToString(CultureInfo.InvariantCulture);
        var said = System.Text.Encodings.Web.HtmlEncoder.Default.Encode(label);
        return new HtmlString(
            $"""<svg class="qr" viewBox="0 0 {size} {size}" width="220" height="220" role="img" aria-label="{said}" shape-rendering="crispEdges"><rect width="{size}" height="{size}" fill="#fff"/><path d="{path}" fill="#000"/></svg>""");
    }
}
