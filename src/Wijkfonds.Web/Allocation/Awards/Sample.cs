using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>
/// Whose receipts are asked for: one report in five, by a lot that anybody can redo. The lot is the newest hash of the book at the
/// moment the report came in. That hash is public, so a team that can calculate may wait for one that spares it: the page says so,
/// and a member may ask for receipts of any report.
/// </summary>
public static class Sample
{
    public const int OneIn = 5;

    /// <summary>SHA-256 over "wijkfonds-steekproef 1", the head, award and part, each on its own line (UTF-8, LF); its first eight bytes, big-endian, divisible by five.</summary>
    public static bool FallsOn(string head, int award, int part)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"wijkfonds-steekproef 1\n{head}\n{award}\n{part}\n");
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) % OneIn == 0;
    }
}
