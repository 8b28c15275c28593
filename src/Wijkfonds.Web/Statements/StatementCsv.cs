using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements;

/// <summary>The statement for a spreadsheet: semicolons and decimal commas, as Dutch programs read them. The same statement is the same bytes.</summary>
public static class StatementCsv
{
    public static byte[] Of(Statement statement, Words words)
    {
        var text = new CsvText();
        text.Row(words["statement.csv.part"], words["statement.csv.what"], words["statement.csv.plan"], words["statement.csv.state"], words["entries.amount"], words["statement.csv.note"]);
        text.Row(words["statement.title", statement.Contributor.Party.Name], StatementRow.Days(statement, words), "", "", null, "");
        if (statement.Holder is { } holder) text.Row(holder.Say(words), "", "", "", null, "");
        foreach (var row in StatementRow.Of(statement, words)) text.Row(row.Part, row.What, row.Plan, row.State, row.Amount, row.Note);
        text.Row(words["statement.csv.entry", statement.Book.Sequence], "", "", "", null, "");
        text.Row(words["statement.csv.hash"], statement.Book.Hash, "", "", null, "");
        return text.ToBytes();
    }
}
