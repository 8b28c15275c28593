using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements;

/// <summary>The statement as a workbook: its figures on the first sheet, the entries behind them on the second. Amounts are numbers, texts are texts: nothing is a formula.</summary>
public static class StatementWorkbook
{
    public static void Write(Stream file, Statement statement, IReadOnlyList<StatementEntry> entries, Words words)
    {
        using var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var main = book.AddWorkbookPart();
        main.Workbook = new Workbook();
        // One format beside the ordinary: amounts with two decimals.
        main.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new Fonts(new Font()), new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border()), new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 4, ApplyNumberFormat = true }));
        var sheets = main.Workbook.AppendChild(new Sheets());
        Sheet(main, sheets, 1, words["statement.sheet.figures"], Figures(statement, words), [44, 52, 22, 16]);
        Sheet(main, sheets, 2, words["entries.title"], Entries(entries, words), [10, 12, 70, 34, 16, 16]);
    }

    private static IEnumerable<Row> Figures(Statement statement, Words words)
    {
        yield return Cells(words["statement.title", statement.Contributor.Party.Name]);
        yield return Cells(StatementRow.Days(statement, words));
        yield return Cells(words["statement.csv.what"], words["statement.csv.plan"], words["statement.csv.state"], words["entries.amount"]);
        foreach (var row in StatementRow.Of(statement, words)) yield return Cells(row.What, row.Plan, row.State, row.Amount);
        yield return Cells(words["statement.csv.entry", statement.Book.Sequence]);
        yield return Cells(words["statement.csv.hash"], statement.Book.Hash);
    }

    private static IEnumerable<Row> Entries(IReadOnlyList<StatementEntry> entries, Words words)
    {
        yield return Cells(words["entries.number"], words["entries.day"], words["entries.what"], words["entries.account"], words["entries.debit"], words["entries.credit"]);
        foreach (var (entry, sentence, own) in entries)
            foreach (var line in own)
                yield return Cells(entry.Sequence, Period.Text(entry.ValueDate), sentence, words[$"LedgerAccount.{line.Account}"],
                    line.Amount > Cents.Zero ? line.Amount : null, line.Amount < Cents.Zero ? -line.Amount : null);
    }

    private static void Sheet(WorkbookPart main, Sheets sheets, uint number, string name, IEnumerable<Row> rows, double[] widths)
    {
        var part = main.AddNewPart<WorksheetPart>();
        var columns = new Columns(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true }));
        part.Worksheet = new Worksheet(columns, new SheetData(rows));
        sheets.Append(new Sheet { Id = main.GetIdOfPart(part), SheetId = number, Name = name });
    }

    private static Row Cells(params object?[] values) => new(values.Select(value => value switch
    {
        Cents amount => new Cell { DataType = CellValues.Number, StyleIndex = 1, CellValue = new CellValue(amount.ToFile()) },
        long number => new Cell { DataType = CellValues.Number, CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)) },
        string text => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }) },
        _ => new Cell(),
    }));
}
