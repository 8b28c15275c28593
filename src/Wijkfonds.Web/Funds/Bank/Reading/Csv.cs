using System.Text;

namespace Wijkfonds.Web.Funds.Bank.Reading;

/// <summary>Rows of text between separators, quoted or not (RFC 4180); a quoted cell may hold separators and line ends.</summary>
internal static class Csv
{
    /// <returns>Each row that is not empty, with the number of the line it began on.</returns>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Rows(string text, char separator)
    {
        var (cells, cell) = (new List<string>(), new StringBuilder());
        var (line, began, quoted) = (1, 1, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') line++;
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else quoted = false;
            }
            else if (c == '"' && cell.Length == 0 && separator != '\t') quoted = true;
            else if (c == separator) End();
            else if (c == '\n')
            {
                End();
                if (cells.Count > 1 || cells[0].Length > 0) yield return (began, cells);
                (cells, began) = (new List<string>(), line);
            }
            else if (c != '\r') cell.Append(c);
        }
        End();
        if (quoted) throw new BrokenLine(began);
        if (cells.Count > 1 || cells[0].Length > 0) yield return (began, cells);

        void End()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}
