using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Wijkfonds.Web.Tests.Shared.Pdf;

/// <summary>
/// A PDF of ours, read back by its own table of places: objects, packed streams, and the text of each page through the
/// fonts' own maps to letters. Reads only what our writer writes; anything else fails the test.
/// </summary>
internal sealed partial class ReadPdf
{
    private readonly byte[] bytes;
    private readonly string text;

    public ReadPdf(byte[] bytes)
    {
        this.bytes = bytes;
        text = Encoding.Latin1.GetString(bytes);
        var start = int.Parse(StartOfTable().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal("xref\n", text.Substring(start, 5));
        var rows = text[start..].Split('\n')[3..];
        for (var number = 1; rows[number - 1].EndsWith(" 00000 n ", StringComparison.Ordinal); number++)
        {
            var at = int.Parse(rows[number - 1].AsSpan(0, 10), CultureInfo.InvariantCulture);
            Assert.StartsWith($"{number} 0 obj\n", text[at..Math.Min(text.Length, at + 30)], StringComparison.Ordinal);
            Objects[number] = text[at..text.IndexOf("\nendobj\n", at, StringComparison.Ordinal)];
            Places[number] = at;
        }
        Trailer = text[text.LastIndexOf("trailer", StringComparison.Ordinal)..];
    }

    public Dictionary<int, string> Objects { get; } = [];
    private Dictionary<int, int> Places { get; } = [];
    public string Trailer { get; }
    public string Catalog => Objects[Pointer(Trailer, "Root")];
    public IReadOnlyList<int> Pages => [.. Numbers().Matches(Value(Objects[Pointer(Catalog, "Pages")], "/Kids \\[([^]]*)\\]")).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];

    /// <summary>Every piece of text of a page, in the order in which it is drawn; with the page count of its foot.</summary>
    public IReadOnlyList<string> PiecesOf(int page, bool decoration = true)
    {
        var found = new List<string>();
        var content = Encoding.ASCII.GetString(Stream(Pointer(Objects[page], "Contents")));
        var (inside, face) = ("", "");
        foreach (var line in content.Split('\n'))
        {
            if (line.EndsWith("BDC", StringComparison.Ordinal) || line.EndsWith("BMC", StringComparison.Ordinal)) inside = line;
            if (line == "EMC") inside = "";
            if (!decoration && inside.StartsWith("/Artifact", StringComparison.Ordinal)) continue;
            if (line.EndsWith("/N Do Q", StringComparison.Ordinal)) found.AddRange(TextIn(Encoding.ASCII.GetString(Stream(Pointer(Objects[page], "N"))), Objects[page]));
            else found.AddRange(TextIn(line, Objects[page]));
            Assert.False(line.Contains(" Tj", StringComparison.Ordinal) && inside.Length == 0, $"text outside the tags: {line}{face}");
        }
        return found;
    }

    public string AllText => string.Join('\n', Pages.SelectMany(p => PiecesOf(p)));

    public byte[] Stream(int number)
    {
        var dictionary = Objects[number][..Objects[number].IndexOf("\nstream\n", StringComparison.Ordinal)];
        var length = int.Parse(Value(dictionary, "/Length (\\d+)"), CultureInfo.InvariantCulture);
        var at = Places[number] + dictionary.Length + "\nstream\n".Length;
        Assert.Equal("\nendstream", text.Substring(at + length, 10));
        var content = bytes[at..(at + length)];
        if (!dictionary.Contains("/FlateDecode", StringComparison.Ordinal)) return content;
        using var unpacked = new MemoryStream();
        using (var packed = new ZLibStream(new MemoryStream(content), CompressionMode.Decompress)) packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    /// <summary>The object that a name of a dictionary points to.</summary>
    public static int Pointer(string dictionary, string name) => int.Parse(Value(dictionary, $"/{name} \\[?(\\d+) 0 R"), CultureInfo.InvariantCulture);

    public static string Value(string dictionary, string pattern)
    {
        var match = Regex.Match(dictionary, pattern);
        Assert.True(match.Success, $"{pattern} in {dictionary[..Math.Min(300, dictionary.Length)]}");
        return match.Groups[1].Value;
    }

    private IEnumerable<string> TextIn(string content, string page)
    {
        foreach (Match match in Shown().Matches(content))
        {
            var map = Letters(Pointer(page, match.Groups[1].Value));
            yield return string.Concat(match.Groups[2].Value.Chunk(4).Select(code => map[new string(code)]));
        }
    }

    private Dictionary<string, string> Letters(int font) => Pair().Matches(Encoding.ASCII.GetString(Stream(Pointer(Objects[font], "ToUnicode"))))
        .ToDictionary(m => m.Groups[1].Value, m => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(m.Groups[2].Value)));

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\n$")]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"BT /(F\d) [^<]*<([0-9A-F]*)> Tj ET")]
    private static partial Regex Shown();

    [GeneratedRegex(@"<([0-9A-F]{4})> <([0-9A-F]+)>\n")]
    private static partial Regex Pair();
}
