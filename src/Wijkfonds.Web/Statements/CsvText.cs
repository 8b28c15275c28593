using System.Text;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Statements;

/// <summary>Rows for a spreadsheet, every cell quoted, amounts with a decimal comma.</summary>
public sealed class CsvText
{
    private readonly StringBuilder text = new();

    /// <param name="cells">Texts, amounts, whole numbers; null is an empty cell.</param>
    public void Row(params object?[] cells) => text.AppendJoin(';', cells.Select(cell => Quoted(cell switch
    {
        Cents amount => amount.ToFile().Replace('.', ','),
        string words => Harmless(words),
        _ => Convert.ToString(cell, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    }))).Append("\r\n");

    /// <summary>With a byte order mark: without it a spreadsheet misreads é and €.</summary>
    public byte[] ToBytes() => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];

    /// <summary>A spreadsheet takes a text that begins like a formula for one, quoted or not: what somebody typed must not be able to reckon or to fetch.</summary>
    private static string Harmless(string words) => words.Length > 0 && "=+-@\t\r\n|%".Contains(words[0], StringComparison.Ordinal) ? "'" + words : words;

    private static string Quoted(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
