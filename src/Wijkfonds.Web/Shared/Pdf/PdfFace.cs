using System.Globalization;
using System.Text;

namespace Wijkfonds.Web.Shared.Pdf;

/// <summary>A font as one document uses it. Every letter gets its own number on first use, so that text can be copied out exactly as it went in.</summary>
internal sealed class PdfFace
{
    private readonly TrueTypeFont font;
    private readonly Dictionary<int, int> numbers = [];
    private readonly List<Rune> letters = [default];
    private readonly List<int> glyphs = [0];

    public PdfFace(TrueTypeFont font, string key, int number)
    {
        this.font = font;
        Key = key;
        Object = number;
    }

    /// <summary>The name under which pages know it: F1.</summary>
    public string Key { get; }
    /// <summary>The number of its object.</summary>
    public int Object { get; }
    /// <summary>From the line up to the top of a capital, for a size of 1.</summary>
    public double CapHeight => (double)font.CapHeight / font.UnitsPerEm;

    public double Width(string text, double size) => text.EnumerateRunes().Sum(letter => font.Advance(GlyphOf(letter))) * size / font.UnitsPerEm;

    /// <summary>The numbers of the letters as a hexadecimal string.</summary>
    public string Encode(string text)
    {
        var hex = new StringBuilder("<");
        foreach (var letter in text.EnumerateRunes())
        {
            if (!numbers.TryGetValue(letter.Value, out var number))
            {
                numbers[letter.Value] = number = letters.Count;
                letters.Add(letter);
                glyphs.Add(GlyphOf(letter));
            }
            hex.Append(number.ToString("X4", CultureInfo.InvariantCulture));
        }
        return hex.Append('>').ToString();
    }

    public void Write(PdfFile file)
    {
        var subset = FontSubset.Of(font, glyphs);
        var name = $"{Mark(subset)}+{font.Name}";
        var program = file.WriteStream($"/Length1 {PdfFile.Number(subset.Length)}", subset);
        var descriptor = file.Write($"<< /Type /FontDescriptor /FontName /{name} /Flags 32 /FontBBox [{Box()}] /ItalicAngle 0 "
            + $"/Ascent {Scaled(font.Ascent)} /Descent {Scaled(font.Descent)} /CapHeight {Scaled(font.CapHeight)} /StemV 80 /FontFile2 {PdfFile.Reference(program)} >>");
        var widths = string.Join(' ', glyphs.Select(g => Scaled(font.Advance(g))));
        var descendant = file.Write($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {PdfFile.Reference(descriptor)} /CIDToGIDMap /Identity /DW 0 /W [0 [{widths}]] >>");
        var unicode = file.WriteStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        file.Write(Object, $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{PdfFile.Reference(descendant)}] /ToUnicode {PdfFile.Reference(unicode)} >>");
    }

    /// <summary>A letter that the font lacks is drawn as the box for unknown letters, and still copied out as itself.</summary>
    private int GlyphOf(Rune letter) => font.Glyph(letter) ?? 0;

    private string Scaled(int units) => PdfFile.Number(1000.0 * units / font.UnitsPerEm);

    private string Box() => $"{Scaled(font.Box.Left)} {Scaled(font.Box.Bottom)} {Scaled(font.Box.Right)} {Scaled(font.Box.Top)}";

    /// <summary>Six capitals that say which part of the font this is.</summary>
    private static string Mark(byte[] subset) =>
        string.Concat(System.Security.Cryptography.SHA256.HashData(subset).Take(6).Select(b => (char)('A' + b % 26)));

    private string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var some in Enumerable.Range(1, letters.Count - 1).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{some.Length} beginbfchar\n");
            foreach (var number in some)
                map.Append(CultureInfo.InvariantCulture, $"<{number:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(letters[number].ToString()))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
