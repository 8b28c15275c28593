using System.Text;

namespace Wijkfonds.Democracy.Drawing;

/// <summary>What a source of randomness said, in the one spelling that everyone types the same.</summary>
/// <remarks>
/// Canonical form: Unicode normalisation form C; every run of white space, line ends included, becomes one space; none at the ends;
/// no control characters. Case, punctuation and digits stay as they are.
/// </remarks>
public static class SourceText
{
    /// <summary>The canonical form of a text.</summary>
    /// <exception cref="TextError">Nothing is left, or the text holds a control character.</exception>
    public static string Canonical(string text)
    {
        var words = text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var canonical = string.Join(' ', words);
        if (canonical.Length == 0) throw new TextError(0, "the source says nothing");
        if (canonical.Any(char.IsControl)) throw new TextError(0, "the source text holds a control character");
        return canonical;
    }
}
