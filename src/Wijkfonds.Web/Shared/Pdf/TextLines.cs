using System.Text;

namespace Wijkfonds.Web.Shared.Pdf;

/// <summary>Text cut into lines that fit: at blanks, after a hyphen or slash, and inside a word only where that alone is too wide.</summary>
internal static class TextLines
{
    public static IReadOnlyList<string> Of(string text, double width, Func<string, double> measure)
    {
        var lines = new List<string>();
        foreach (var paragraph in Clean(text).Split('\n'))
        {
            if (measure(paragraph) <= width)
            {
                lines.Add(paragraph);
                continue;
            }
            var line = "";
            foreach (var word in Words(paragraph))
            {
                if (line.Length > 0 && measure(line + word.TrimEnd(' ')) > width)
                {
                    lines.Add(line.TrimEnd(' '));
                    line = "";
                }
                line += word;
                while (measure(line.TrimEnd(' ')) > width) line = Cut(line, width, measure, lines);
            }
            lines.Add(line.TrimEnd(' '));
        }
        return lines;
    }

    /// <summary>One letter for each é, whatever it was typed as; no control characters, no half surrogates, no soft hyphens.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes())
            if (letter.Value == '\n') clean.Append('\n');
            else if (letter.Value == '\t') clean.Append(' ');
            else if (!Rune.IsControl(letter) && letter.Value != 0xAD) clean.Append(letter);
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Adds as much of a word as fits, at least one letter; returns the rest.</summary>
    private static string Cut(string word, double width, Func<string, double> measure, List<string> lines)
    {
        var fits = 0;
        foreach (var letter in word.EnumerateRunes())
        {
            var next = fits + letter.Utf16SequenceLength;
            if (fits > 0 && measure(word[..next]) > width) break;
            fits = next;
        }
        if (fits == word.Length) return "";
        lines.Add(word[..fits]);
        return word[fits..];
    }

    private static IEnumerable<string> Words(string line)
    {
        var start = 0;
        for (var i = 0; i < line.Length; i++)
            if (line[i] is ' ' or '-' or '/' && i + 1 < line.Length && line[i + 1] != ' ')
            {
                yield return line[start..(i + 1)];
                start = i + 1;
            }
        yield return line[start..];
    }
}
