using System.Text;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements;

/// <summary>The statement for a spreadsheet: semicolons and decimal commas, as Dutch programs read them. The same statement is the same bytes.</summary>
public static class StatementCsv
{
    public static byte[] Of(Statement statement, Words words)
    {
        var text = new StringBuilder();
        Row(words["statement.csv.what"], words["statement.csv.plan"], words["statement.csv.state"], words["entries.amount"]);
        Row(words["statement.title", statement.Contributor.Party.Name], "", StatementRow.Days(statement, words), "");
        foreach (var row in StatementRow.Of(statement, words)) Row(row.What, row.Plan, row.State, row.Amount is { } amount ? Amount(amount) : "");
        Row(words["statement.csv.entry", statement.Book.Sequence], "", "", "");
        Row(words["statement.csv.hash"], statement.Book.Hash, "", "");
        // With a byte order mark: without it a spreadsheet misreads é and €.
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];

        void Row(params string[] cells) => text.AppendJoin(';', cells.Select(Cell)).Append("\r\n");
    }

    private static string Amount(Cents amount) => amount.ToFile().Replace('.', ',');

    /// <summary>Quoted. No cell starts with what somebody typed, so none is taken for a formula.</summary>
    private static string Cell(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
