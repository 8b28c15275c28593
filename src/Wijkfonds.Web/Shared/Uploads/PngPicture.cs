using System.Buffers.Binary;

namespace Wijkfonds.Web.Shared.Uploads;

/// <summary>
/// Writes a PNG anew with what is needed to draw it (IHDR, PLTE, tRNS, IDAT, IEND; W3C PNG, 5.6) and, where it says so, which
/// way is up (eXIf). Every other chunk, and whatever follows the end, is left behind. A chunk whose own check does not hold is damage.
/// </summary>
internal static class PngPicture
{
    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    /// <summary>Null where it is not a whole, well-formed picture.</summary>
    public static Upload? Clean(ReadOnlySpan<byte> bytes)
    {
        var (body, turned) = (new MemoryStream(bytes.Length), Orientation.AsStored);
        var (width, height, dots, at) = (0L, 0L, false, Signature.Length);
        byte[] head = [];
        for (var first = true; ; first = false)
        {
            if (at + 12 > bytes.Length) return null;
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12) return null;
            var chunk = bytes.Slice(at + 4, (int)length + 4);
            if (Check(chunk) != BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 8 + (int)length)..])) return null;
            at += (int)length + 12;
            var name = chunk[..4];
            var data = chunk[4..];
            if (first != name.SequenceEqual("IHDR"u8)) return null;
            if (first)
            {
                if (!IsHead(data)) return null;
                (width, height, head) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]), data.ToArray());
            }
            else if (name.SequenceEqual("IDAT"u8))
            {
                dots = true;
                Put(body, name, data);
            }
            else if (name.SequenceEqual("PLTE"u8) || name.SequenceEqual("tRNS"u8))
            {
                if (dots || data.Length > 768) return null;
                Put(body, name, data);
            }
            else if (name.SequenceEqual("eXIf"u8)) turned = Orientation.Read(data);
            else if (name.SequenceEqual("IEND"u8)) break;
            // A chunk that begins with a capital is needed to draw the picture; one we do not know cannot be left out.
            else if (char.IsAsciiLetterUpper((char)name[0])) return null;
        }
        if (!dots) return null;
        var whole = new MemoryStream((int)body.Length + 96);
        whole.Write(Signature);
        Put(whole, "IHDR"u8, head);
        if (turned != Orientation.AsStored) Put(whole, "eXIf"u8, Orientation.Write(turned));
        body.WriteTo(whole);
        Put(whole, "IEND"u8, []);
        return new Upload(FileKind.Png, whole.ToArray(), (int)width, (int)height);
    }

    private static bool IsHead(ReadOnlySpan<byte> data) =>
        data.Length == 13 && BinaryPrimitives.ReadUInt32BigEndian(data) is >= 1 and <= int.MaxValue && BinaryPrimitives.ReadUInt32BigEndian(data[4..]) is >= 1 and <= int.MaxValue
        && data[8] is 1 or 2 or 4 or 8 or 16 && data[9] is 0 or 2 or 3 or 4 or 6 && data[10] == 0 && data[11] == 0 && data[12] <= 1;

    internal static void Put(Stream to, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)data.Length);
        name.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Check(chunk.AsSpan(4, data.Length + 4)));
        to.Write(chunk);
    }

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var c = (uint)n;
        for (var k = 0; k < 8; k++) c = (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        return c;
    })];

    /// <summary>CRC-32 of ISO 3309, over name and data.</summary>
    private static uint Check(ReadOnlySpan<byte> bytes)
    {
        var c = uint.MaxValue;
        foreach (var b in bytes) c = Table[(c ^ b) & 255] ^ (c >> 8);
        return c ^ uint.MaxValue;
    }
}
