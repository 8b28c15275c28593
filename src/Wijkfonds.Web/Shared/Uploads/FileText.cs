using System.Text;

namespace Wijkfonds.Web.Shared.Uploads;

/// <summary>The text of a file that some program wrote.</summary>
public static class FileText
{
    /// <summary>Banks and spreadsheets write UTF-8 or the old Western encoding; only the first can be told from the bytes.</summary>
    public static string Of(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content);
        }
    }
}
