using Wijkfonds.Web.Shared.Pdf;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements.ByEarmark;

/// <summary>What each earmark held and did, on paper and in files.</summary>
public static class EarmarkPaper
{
    public static void Write(PdfDocument paper, Statement statement, Words words)
    {
        if (statement.ByEarmark.Count == 0) return;
        foreach (var (i, table) in EarmarkTable.Of(statement).Index())
            paper.Table("", [new(words["money.figure"], 2.6), .. table.Columns.Select(c => new PdfColumn(c.Say(words), 1.7, IsAmount: true))],
                table.Blocks.Where(b => b.Lines.Count > 0).SelectMany(b => b.Lines.Select(l => Row(l, words)).Prepend(PdfRow.Group(words[$"earmark-block.{b.Name}"]))), i == 0 ? words["statement.by-earmark"] : "");
        paper.Note(words["statement.by-earmark.how"]);
    }

    /// <summary>For a file: of each earmark all that the whole flow tells too.</summary>
    public static IEnumerable<StatementRow> Rows(Statement statement, Words words) =>
        statement.ByEarmark.SelectMany(e => StatementRow.OfFlow(e.Flow, words).Select(row => row with { Part = $"{e.Say(words)}: {row.Part}" }));

    private static PdfRow Row(EarmarkLine line, Words words)
    {
        string[] cells = [words[line.Words], .. line.Cells.Select(c => c is null ? "" : StatementRow.Signed(c.Effect, !line.IsSigned, words))];
        return line.IsTotal ? PdfRow.Total(cells) : PdfRow.Of(cells);
    }
}
