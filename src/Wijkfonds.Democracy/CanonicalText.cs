using System.Globalization;

namespace Wijkfonds.Democracy;

/// <summary>What every canonical text of this library shares: words without white space, LF, invariant numbers, a dash for "none".</summary>
internal static class CanonicalText
{
    internal const string None = "-";

    /// <summary>A word as it stands in the text. Only letters, digits and signs; a word can never forge a second field or line.</summary>
    /// <exception cref="ArgumentException">The word is empty, is the dash itself, or holds white space or a control character.</exception>
    internal static string Word(string? word, string field)
    {
        if (word is null) return None;
        if (!IsWord(word) || word == None) throw new ArgumentException($"'{word}' cannot stand as {field} in a canonical text", field);
        return word;
    }

    internal static string Required(string word, string field) =>
        word is null ? throw new ArgumentNullException(field) : Word(word, field);

    internal static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    internal static bool IsWord(string word) =>
        word.Length > 0 && !word.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c) || c == '\uFEFF');

    internal static string? OptionalWord(string word) => word == None ? null : word;

    /// <summary>A whole number in its one canonical form: no plus, no leading zero, no minus zero.</summary>
    internal static long Number(string word, int line) =>
        long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && Number(value) == word
            ? value
            : throw new TextError(line, $"'{word}' is not a whole number in canonical form");
}
