using System.Buffers.Binary;

namespace Wijkfonds.Web.Shared.Uploads;

/// <summary>
/// Writes a JPEG anew, segment by segment (ITU T.81 annex B): tables, frame and scans only, each of the exact length that its own
/// figures ask. Every note about place, time, owner and camera, small pictures inside, comments, and whatever follows the end are
/// left behind. Two things stay, both in our own words: which way is up, and how colours are coded (Adobe's mark), without which
/// some pictures turn green.
/// </summary>
internal static class JpegPicture
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, Quantization = 0xDB, Restart = 0xDD, Huffman = 0xC4, Exif = 0xE1, Adobe = 0xEE;

    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.Length > 3 && bytes[0] == 0xFF && bytes[1] == Start && bytes[2] == 0xFF;

    /// <summary>Null where it is not a whole, well-formed picture.</summary>
    public static Upload? Clean(ReadOnlySpan<byte> bytes)
    {
        var body = new MemoryStream(bytes.Length);
        var (orientation, adobe, width, height, scanned, at) = (Orientation.AsStored, -1, 0, 0, false, 2);
        while (true)
        {
            if (at >= bytes.Length || bytes[at] != 0xFF) return null;
            while (at < bytes.Length && bytes[at] == 0xFF) at++;
            if (at >= bytes.Length) return null;
            var marker = bytes[at++];
            if (marker == End) break;
            if (at + 2 > bytes.Length) return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            if (length < 2 || at + length > bytes.Length) return null;
            var payload = bytes.Slice(at + 2, length - 2);
            at += length;
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2:
                    if (width > 0 || payload.Length < 6 || payload[0] != 8 || payload[5] is not (1 or 3 or 4) || payload.Length != 6 + 3 * payload[5]) return null;
                    (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(payload[1..]), BinaryPrimitives.ReadUInt16BigEndian(payload[3..]));
                    if (width == 0 || height == 0) return null;
                    break;
                case Quantization when IsQuantization(payload):
                case Huffman when IsHuffman(payload):
                case Restart when payload.Length == 2:
                    break;
                case Scan when width > 0 && payload.Length > 0 && payload[0] is >= 1 and <= 4 && payload.Length == 4 + 2 * payload[0]:
                    Put(body, marker, payload);
                    var data = Coded(bytes[at..]);
                    if (data.Length == 0) return null;
                    body.Write(data);
                    (at, scanned) = (at + data.Length, true);
                    continue;
                case Exif when payload.StartsWith("Exif\0\0"u8):
                    if (orientation == Orientation.AsStored) orientation = Orientation.Read(payload[6..]);
                    continue;
                case Adobe when payload.StartsWith("Adobe"u8) && payload.Length >= 12:
                    adobe = payload[11];
                    continue;
                case >= 0xE0 and <= 0xEF or 0xFE:
                    continue;
                default:
                    return null;
            }
            Put(body, marker, payload);
        }
        return scanned ? new Upload(FileKind.Jpeg, Whole(body, orientation, adobe), width, height) : null;
    }

    private static byte[] Whole(MemoryStream body, int orientation, int adobe)
    {
        var whole = new MemoryStream((int)body.Length + 64);
        whole.Write([0xFF, Start]);
        if (orientation != Orientation.AsStored) Put(whole, Exif, [.. "Exif\0\0"u8, .. Orientation.Write(orientation)]);
        if (adobe is >= 0 and <= 2) Put(whole, Adobe, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, (byte)adobe]);
        body.WriteTo(whole);
        whole.Write([0xFF, End]);
        return whole.ToArray();
    }

    /// <summary>The dots of a scan: up to the next marker that is neither a stuffed byte nor a restart. Empty where none follows.</summary>
    private static ReadOnlySpan<byte> Coded(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 1 < bytes.Length; i++)
            if (bytes[i] == 0xFF && bytes[i + 1] is not (0 or >= 0xD0 and <= 0xD7)) return bytes[..i];
        return [];
    }

    private static bool IsQuantization(ReadOnlySpan<byte> tables)
    {
        while (tables.Length > 0)
        {
            var size = tables[0] >> 4 == 0 ? 65 : 129;
            if (tables[0] >> 4 > 1 || (tables[0] & 15) > 3 || tables.Length < size) return false;
            tables = tables[size..];
        }
        return true;
    }

    private static bool IsHuffman(ReadOnlySpan<byte> tables)
    {
        while (tables.Length > 0)
        {
            if (tables[0] >> 4 > 1 || (tables[0] & 15) > 3 || tables.Length < 17) return false;
            var size = 17;
            foreach (var count in tables[1..17]) size += count;
            if (size > 17 + 256 || tables.Length < size) return false;
            tables = tables[size..];
        }
        return true;
    }

    private static void Put(MemoryStream to, byte marker, ReadOnlySpan<byte> payload)
    {
        to.Write([0xFF, marker, (byte)((payload.Length + 2) >> 8), (byte)(payload.Length + 2)]);
        to.Write(payload);
    }
}
