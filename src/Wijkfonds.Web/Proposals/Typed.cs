using System.Text;

namespace Wijkfonds.Web.Proposals;

/// <summary>Text as it came from a form: trimmed, with LF, without control characters (no database or mail likes them).</summary>
public static class Typed
{
    /// <summary>One line: what breaks a line becomes a space.</summary>
    public static string Line(string? text) => Clean((text ?? "").ReplaceLineEndings(" "), keepLines: false);

    public static string Paragraphs(string? text) => Clean((text ?? "").ReplaceLineEndings("\n"), keepLines: true);

    private static string Clean(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsControl(c) || (keepLines && c == '\n')) clean.Append(c);
            else if (c == '\t') clean.Append(' ');
        return clean.ToString().Trim();
    }
}
