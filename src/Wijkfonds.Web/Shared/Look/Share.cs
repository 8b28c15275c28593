using System.Globalization;

namespace Wijkfonds.Web.Shared.Look;

/// <summary>Widths in a drawing, as percentages with two decimals, rounded down: parts never grow beyond their whole.</summary>
public static class Share
{
    public static string Of(long part, long whole)
    {
        var hundredths = whole <= 0 || part <= 0 ? 0 : Math.Min(10_000, (long)((Int128)part * 10_000 / whole));
        return string.Create(CultureInfo.InvariantCulture, $"{hundredths / 100}.{hundredths % 100:00}%");
    }

    public static string Of(Cents part, Cents whole) => Of(part.Value, whole.Value);
}
