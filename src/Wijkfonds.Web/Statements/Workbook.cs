using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Statements;

/// <summary>A cell that leads somewhere.</summary>
public sealed record Link(object Value, string Address);

/// <summary>
/// A workbook of plain sheets. Amounts are numbers, texts are texts: nothing is a formula. It names no author, no company and no
/// moment: a workbook says more about who made it than people know. The same calls give the same bytes.
/// </summary>
public sealed class Workbook : IDisposable
{
    private readonly Stream output;
    private readonly MemoryStream packed = new();
    private readonly SpreadsheetDocument file;
    private readonly WorkbookPart main;
    private readonly Sheets sheets;
    private uint count;

    public Workbook(Stream output)
    {
        this.output = output;
        file = SpreadsheetDocument.Create(packed, SpreadsheetDocumentType.Workbook);
        main = file.AddWorkbookPart();
        // Left to itself the library draws every name of a relationship at random.
        file.ChangeIdOfPart(main, "rId1");
        main.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook();
        main.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
        sheets = main.Workbook.AppendChild(new Sheets());
    }

    /// <param name="rows">Texts, amounts, whole numbers, links to these; null is an empty cell.</param>
    public void Sheet(string name, double[] widths, IEnumerable<object?[]> rows)
    {
        var part = main.AddNewPart<WorksheetPart>($"sheet{++count}");
        var columns = new Columns(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true }));
        var (data, links, targets) = (new SheetData(), new List<Hyperlink>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var cells in rows)
        {
            var row = data.AppendChild(new Row { RowIndex = (uint)data.ChildElements.Count + 1 });
            for (var i = 0; i < cells.Length; i++)
            {
                var at = $"{(char)('A' + i)}{row.RowIndex}";
                row.Append(Cell(at, cells[i] is Link { Value: var value } ? value : cells[i], cells[i] is Link));
                if (cells[i] is not Link link) continue;
                if (!targets.TryGetValue(link.Address, out var target)) targets[link.Address] = target = part.AddHyperlinkRelationship(new Uri(link.Address), true, $"link{targets.Count + 1}").Id;
                links.Add(new Hyperlink { Reference = at, Id = target });
            }
        }
        part.Worksheet = new Worksheet(columns, data);
        if (links.Count > 0) part.Worksheet.Append(new Hyperlinks(links));
        sheets.Append(new Sheet { Id = main.GetIdOfPart(part), SheetId = count, Name = name });
    }

    /// <summary>The library dates each part at the moment of writing: packed again with one fixed day, in the order of their names.</summary>
    public void Dispose()
    {
        file.Dispose();
        packed.Position = 0;
        using (var parts = new ZipArchive(packed, ZipArchiveMode.Read))
        using (var again = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in parts.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var entry = again.CreateEntry(part.FullName);
                entry.LastWriteTime = Always;
                using var from = part.Open();
                using var to = entry.Open();
                from.CopyTo(to);
            }
        packed.Dispose();
    }

    /// <summary>The first day that the format of the package knows.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static Cell Cell(string at, object? value, bool isLink) => value switch
    {
        Cents amount => new Cell { CellReference = at, DataType = CellValues.Number, StyleIndex = isLink ? 3u : 1u, CellValue = new CellValue(amount.ToFile()) },
        long or int => new Cell { CellReference = at, DataType = CellValues.Number, StyleIndex = isLink ? 2u : 0u, CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!) },
        string text => new Cell { CellReference = at, DataType = CellValues.InlineString, StyleIndex = isLink ? 2u : 0u, InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }) },
        _ => new Cell { CellReference = at },
    };

    /// <summary>0 ordinary, 1 amounts with two decimals, 2 and 3 the same where they lead somewhere.</summary>
    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Underline(), new Color { Rgb = "FF0A5A4B" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()), new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 4, ApplyNumberFormat = true },
            new CellFormat { FontId = 1, ApplyFont = true }, new CellFormat { NumberFormatId = 4, ApplyNumberFormat = true, FontId = 1, ApplyFont = true }));
}
