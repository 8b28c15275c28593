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
        if (!text.IsNormalizable()) throw new TextError(0, "the source text holds a broken character");
        var canonical = string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (canonical.Length == 0) throw new TextError(0, "the source says nothing");
        if (canonical.Any(char.IsControl)) throw new TextError(0, "the source text holds a control character");
        return canonical;
    }

    // Half of a surrogate pair is no character: it could be neither normalised nor written as UTF-8.
    private static bool IsNormalizable(this string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
