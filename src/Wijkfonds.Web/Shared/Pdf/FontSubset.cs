using System.Buffers.Binary;
using System.Text;

namespace Wijkfonds.Web.Shared.Pdf;

/// <summary>A font file with only the glyphs that a document draws, numbered in the order in which it asked for them.</summary>
internal static class FontSubset
{
    private const int TwoByteParts = 1, HasScale = 8, MoreParts = 32, HasTwoScales = 64, HasMatrix = 128;

    /// <param name="wanted">Glyphs of the font; the place in the list is the new number. The first one is what unknown letters look like.</param>
    public static byte[] Of(TrueTypeFont font, IReadOnlyList<int> wanted)
    {
        var glyphs = wanted.ToList();
        var outlines = new List<byte[]>();
        // A glyph may be made of others (é of e and ´): those come after, and may be made of others in turn.
        for (var i = 0; i < glyphs.Count; i++) outlines.Add(Renumber(font.Outline(glyphs[i]).ToArray(), glyphs));
        var (glyf, loca) = Outlines(outlines);
        var head = font.Table("head").ToArray();
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        var hhea = font.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), checked((ushort)glyphs.Count));
        var maxp = font.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), checked((ushort)glyphs.Count));
        var hmtx = new byte[4 * glyphs.Count];
        for (var i = 0; i < glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * i), checked((ushort)font.Advance(glyphs[i])));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan(4 * i + 2), checked((short)font.LeftBearing(glyphs[i])));
        }
        var tables = new List<(string Tag, byte[] Bytes)> { ("glyf", glyf), ("head", head), ("hhea", hhea), ("hmtx", hmtx), ("loca", loca), ("maxp", maxp) };
        foreach (var hints in new[] { "cvt ", "fpgm", "prep" })
            if (font.Table(hints) is { Length: > 0 } bytes) tables.Add((hints, bytes.ToArray()));
        return Assemble([.. tables.OrderBy(t => t.Tag, StringComparer.Ordinal)]);
    }

    private static byte[] Renumber(byte[] outline, List<int> glyphs)
    {
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return outline;
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            int part = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            if (!glyphs.Contains(part)) glyphs.Add(part);
            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), checked((ushort)glyphs.IndexOf(part)));
            at += 4 + ((flags & TwoByteParts) != 0 ? 4 : 2) + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
        }
        while ((flags & MoreParts) != 0);
        return outline;
    }

    private static (byte[] Glyf, byte[] Loca) Outlines(List<byte[]> outlines)
    {
        using var glyf = new MemoryStream();
        var loca = new byte[4 * (outlines.Count + 1)];
        for (var i = 0; i < outlines.Count; i++)
        {
            glyf.Write(outlines[i]);
            while (glyf.Length % 4 != 0) glyf.WriteByte(0);
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * (i + 1)), checked((int)glyf.Length));
        }
        return (glyf.ToArray(), loca);
    }

    private static byte[] Assemble(IReadOnlyList<(string Tag, byte[] Bytes)> tables)
    {
        var start = 12 + 16 * tables.Count;
        var file = new byte[start + tables.Sum(t => Padded(t.Bytes.Length))];
        var power = 1 << (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 * power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)Math.Log2(power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)(16 * (tables.Count - power)));
        var (at, head) = (start, 0);
        for (var i = 0; i < tables.Count; i++)
        {
            var (tag, bytes) = tables[i];
            bytes.CopyTo(file, at);
            var record = file.AsSpan(12 + 16 * i);
            Encoding.ASCII.GetBytes(tag).CopyTo(record);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], Sum(file.AsSpan(at, Padded(bytes.Length))));
            BinaryPrimitives.WriteInt32BigEndian(record[8..], at);
            BinaryPrimitives.WriteInt32BigEndian(record[12..], bytes.Length);
            if (tag == "head") head = at;
            at += Padded(bytes.Length);
        }
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), unchecked(0xB1B0AFBA - Sum(file)));
        return file;
    }

    private static int Padded(int length) => (length + 3) / 4 * 4;

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (var i = 0; i < bytes.Length; i += 4) sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]));
        return sum;
    }
}
