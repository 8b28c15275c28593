namespace Wijkfonds.Web.Shared.Uploads;

/// <summary>
/// A PDF is not rewritten: what it holds (notes on who made it, scripts, text under black bars) stays in it. It is therefore
/// never shown in a page, only handed over as a download to those who may see it, and never published.
/// </summary>
internal static class PdfPaper
{
    /// <summary>It begins as one, at its very first byte: other beginnings are where files hide that are two things at once.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.Length > 8 && (bytes.StartsWith("%PDF-1."u8) || bytes.StartsWith("%PDF-2."u8));

    /// <summary>Its end is there, with at most some blank lines after it.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOf("%%EOF"u8);
        return end > 0 && bytes[(end + 5)..].IndexOfAnyExcept("\r\n \t\0"u8) < 0;
    }
}
