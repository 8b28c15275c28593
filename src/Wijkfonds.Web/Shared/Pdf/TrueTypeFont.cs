using System.Buffers.Binary;
using System.Text;

namespace Wijkfonds.Web.Shared.Pdf;

/// <summary>A TrueType font as its file tells it: which glyph draws a letter, how wide it is, and its outline. Measures are in <see cref="UnitsPerEm"/>.</summary>
public sealed class TrueTypeFont
{
    private readonly byte[] file;
    private readonly Dictionary<string, (int Offset, int Length)> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> glyphs = [];
    private readonly int metrics;
    private readonly bool longLocations;

    /// <exception cref="InvalidDataException">It lacks a table that drawing needs.</exception>
    public TrueTypeFont(byte[] file)
    {
        this.file = file;
        for (var i = 0; i < U16(4); i++)
        {
            var record = 12 + 16 * i;
            tables[Encoding.ASCII.GetString(file, record, 4)] = (S32(record + 8), S32(record + 12));
        }
        foreach (var needed in new[] { "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name" })
            if (!tables.ContainsKey(needed)) throw new InvalidDataException($"The font has no table '{needed}'.");
        UnitsPerEm = U16(At("head") + 18);
        Box = (S16(At("head") + 36), S16(At("head") + 38), S16(At("head") + 40), S16(At("head") + 42));
        longLocations = S16(At("head") + 50) == 1;
        Ascent = S16(At("hhea") + 4);
        Descent = S16(At("hhea") + 6);
        metrics = U16(At("hhea") + 34);
        Count = U16(At("maxp") + 4);
        CapHeight = tables.TryGetValue("OS/2", out var os2) && os2.Length >= 90 ? S16(os2.Offset + 88) : Ascent;
        Name = ReadName();
        ReadLetters();
    }

    public int UnitsPerEm { get; }
    public int Ascent { get; }
    /// <summary>Below the line: negative.</summary>
    public int Descent { get; }
    public int CapHeight { get; }
    public (int Left, int Bottom, int Right, int Top) Box { get; }
    public int Count { get; }
    /// <summary>As PostScript names it: "SourceSans3-Regular".</summary>
    public string Name { get; }

    /// <summary>Null where the font cannot draw this letter.</summary>
    public int? Glyph(Rune letter) => glyphs.TryGetValue(letter.Value, out var glyph) ? glyph : null;

    public int Advance(int glyph) => U16(At("hmtx") + 4 * Math.Min(glyph, metrics - 1));

    public int LeftBearing(int glyph) => glyph < metrics ? S16(At("hmtx") + 4 * glyph + 2) : S16(At("hmtx") + 4 * metrics + 2 * (glyph - metrics));

    /// <summary>Empty for a blank.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var (from, until) = (Location(glyph), Location(glyph + 1));
        return file.AsSpan(At("glyf") + from, until - from);
    }

    /// <summary>Empty where the font has none of that name.</summary>
    public ReadOnlySpan<byte> Table(string tag) => tables.TryGetValue(tag, out var table) ? file.AsSpan(table.Offset, table.Length) : [];

    private int Location(int glyph) => longLocations ? S32(At("loca") + 4 * glyph) : 2 * U16(At("loca") + 2 * glyph);

    private string ReadName()
    {
        var start = At("name");
        for (var i = 0; i < U16(start + 2); i++)
        {
            var record = start + 6 + 12 * i;
            if (U16(record) == 3 && U16(record + 6) == 6)
                return Encoding.BigEndianUnicode.GetString(file, start + U16(start + 4) + U16(record + 10), U16(record + 8));
        }
        return "Font";
    }

    private void ReadLetters()
    {
        var start = At("cmap");
        for (var i = 0; i < U16(start + 2); i++)
        {
            var (platform, encoding) = (U16(start + 4 + 8 * i), U16(start + 6 + 8 * i));
            if (platform != 3 || encoding is not (1 or 10)) continue;
            var table = start + S32(start + 8 + 8 * i);
            if (U16(table) == 4) ReadSegments(table);
            else if (U16(table) == 12) ReadGroups(table);
        }
    }

    private void ReadSegments(int table)
    {
        var count = U16(table + 6) / 2;
        var (ends, starts) = (table + 14, table + 16 + 2 * count);
        var (deltas, ranges) = (starts + 2 * count, starts + 4 * count);
        for (var i = 0; i < count; i++)
            for (int letter = U16(starts + 2 * i), last = U16(ends + 2 * i); letter <= last && letter < 0xFFFF; letter++)
            {
                var range = U16(ranges + 2 * i);
                var glyph = range == 0 ? letter : U16(ranges + 2 * i + range + 2 * (letter - U16(starts + 2 * i)));
                if (glyph != 0) glyph = (glyph + U16(deltas + 2 * i)) & 0xFFFF;
                if (glyph != 0) glyphs[letter] = glyph;
            }
    }

    private void ReadGroups(int table)
    {
        for (var i = 0; i < S32(table + 12); i++)
        {
            var group = table + 16 + 12 * i;
            for (int letter = S32(group), last = S32(group + 4), glyph = S32(group + 8); letter <= last; letter++, glyph++) glyphs[letter] = glyph;
        }
    }

    private int At(string tag) => tables[tag].Offset;
    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));
    private int S16(int at) => BinaryPrimitives.ReadInt16BigEndian(file.AsSpan(at));
    private int S32(int at) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
}
