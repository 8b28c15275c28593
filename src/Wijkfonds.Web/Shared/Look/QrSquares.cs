using System.Globalization;
using System.Text;
using QRCoder;

namespace Wijkfonds.Web.Shared.Look;

/// <summary>A QR code as the path of an SVG, one square a module, with the quiet border readers need.</summary>
public sealed record QrSquares(int Size, string Path)
{
    public static QrSquares Of(string text)
    {
        using var maker = new QRCodeGenerator();
        using var data = maker.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
            for (var x = 0; x < data.ModuleMatrix[y].Count; x++)
                if (data.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new QrSquares(data.ModuleMatrix.Count, path.ToString());
    }
}
