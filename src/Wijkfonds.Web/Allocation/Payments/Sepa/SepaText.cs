using System.Globalization;
using System.Text;

namespace Wijkfonds.Web.Allocation.Payments.Sepa;

/// <summary>Text as every European bank takes it (EPC basic Latin): letters without accents, digits, and / - ? : ( ) . , ' + and space.</summary>
public static class SepaText
{
    private const string Others = "/-?:().,'+ ";

    /// <summary>What has no letter close to it becomes a point; no slash at either end, none doubled; cut at <paramref name="most"/> characters.</summary>
    public static string Of(string text, int most)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark) continue;
            plain.Append(Close(rune));
        }
        var words = string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (words.Contains("//", StringComparison.Ordinal)) words = words.Replace("//", "/", StringComparison.Ordinal);
        words = words.Trim('/', ' ');
        return words.Length > most ? words[..most].Trim('/', ' ') : words;
    }

    private static string Close(Rune rune)
    {
        if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || Others.Contains((char)rune.Value, StringComparison.Ordinal))) return rune.ToString();
        return rune.Value switch
        {
            'ß' => "ss", 'æ' => "ae", 'Æ' => "AE", 'œ' => "oe", 'Œ' => "OE", 'ø' => "o", 'Ø' => "O", 'ł' => "l", 'Ł' => "L", 'ı' => "i", 'đ' or 'ð' => "d", 'Đ' or 'Ð' => "D",
            'þ' => "th", 'Þ' => "TH", '€' => "EUR", '&' => "+", '_' or '–' or '—' => "-", '"' or '`' or '‘' or '’' or '“' or '”' => "'", ';' => ",", '[' or '{' => "(", ']' or '}' => ")",
            _ => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) ? " " : ".",
        };
    }
}
