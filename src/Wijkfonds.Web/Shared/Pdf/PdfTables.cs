namespace Wijkfonds.Web.Shared.Pdf;

/// <summary>Tables: the heads are repeated on every page, a row is cut only where it is longer than a page.</summary>
public sealed partial class PdfDocument
{
    private const double Cell = 4, Between = 2.5, LineHeight = Normal * 1.3;

    /// <param name="caption">What the table shows; empty where the heading says it.</param>
    /// <param name="heading">Above the table, of the second level: a short table stays together with it on one page. Empty for none.</param>
    /// <param name="whole">Keep a table of few rows on one page, where a page holds it.</param>
    public void Table(string caption, IReadOnlyList<PdfColumn> columns, IEnumerable<PdfRow> rows, string heading = "", bool whole = true)
    {
        var places = Places(columns);
        var start = rows is IReadOnlyCollection<PdfRow> known ? known : [.. rows];
        var height = start.Take(Together + 1).Sum(r => Height(places, r)) + 3 * LineHeight + (heading.Length > 0 ? 40 : 0);
        Need(whole && start.Count <= Together ? Math.Min(height, Top0 - Bottom) : 5 * LineHeight + 40);
        if (heading.Length > 0) Heading(2, heading);
        var table = New("Table");
        if (caption.Length > 0)
        {
            Line(New("Caption", table), "Caption", bold, Normal, Left, y, caption);
            y -= Normal * Leading + 2;
        }
        Head(columns, places, table);
        var all = start.ToList();
        for (var i = 0; i < all.Count; i++) Row(columns, places, table, all[i], Below(places, all, i + 1));
        y -= 8;
    }

    /// <summary>What belongs together moves to the next page together, up to a third of a page.</summary>
    private static double MostKept => (Top0 - Bottom) / 3;

    /// <summary>A table of at most so many rows is few.</summary>
    private const int Together = 20;

    private double Height((double X, double Width)[] places, PdfRow row)
    {
        var face = Face(row.Kind);
        return 2 * Between + LineHeight * row.Cells.Select((c, i) => TextLines.Of(c, (IsWide(row.Kind) ? Width : places[i].Width) - 2 * Cell, t => face.Width(t, Normal)).Count).Max();
    }

    /// <summary>What stays on one page with the row above it: the words about it, and after a head the first row below.</summary>
    private double Below((double X, double Width)[] places, IReadOnlyList<PdfRow> rows, int next)
    {
        var height = 0.0;
        var after = next;
        for (; after < rows.Count && rows[after].Kind == PdfRowKind.Note; after++) height += Height(places, rows[after]);
        if (rows[next - 1].Kind == PdfRowKind.Group && after < rows.Count) height += Height(places, rows[after]) + Below(places, rows, after + 1);
        return height;
    }

    private PdfFace Face(PdfRowKind kind) => kind is PdfRowKind.Plain or PdfRowKind.Note ? regular : bold;

    private static bool IsWide(PdfRowKind kind) => kind is PdfRowKind.Group or PdfRowKind.Note;

    private static (double X, double Width)[] Places(IReadOnlyList<PdfColumn> columns)
    {
        var (total, x) = (columns.Sum(c => c.Share), Left);
        var places = new (double X, double Width)[columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            places[i] = (x, Width * columns[i].Share / total);
            x += places[i].Width;
        }
        return places;
    }

    /// <param name="table">Null on a later page: the head is there for the eye; the table has it already.</param>
    private void Head(IReadOnlyList<PdfColumn> columns, (double X, double Width)[] places, PdfElement? table)
    {
        if (columns.All(c => c.Head.Length == 0)) return;
        var row = table is null ? null : New("TR", table);
        var cells = columns.Select((c, i) => TextLines.Of(c.Head, places[i].Width - 2 * Cell, t => bold.Width(t, Small))).ToList();
        var height = cells.Max(c => c.Count) * Small * 1.3 + 2 * Between;
        page!.Decoration(() => page.Rectangle(Left, y - height, Width, height, 0.93));
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = row is null ? null : New("TH", row, "/Scope /Column");
            for (var n = 0; n < cells[i].Count; n++)
            {
                var (text, top) = (cells[i][n], y - Between - n * Small * 1.3);
                var x = columns[i].IsAmount ? places[i].X + places[i].Width - Cell - bold.Width(text, Small) : places[i].X + Cell;
                if (cell is not null) Line(cell, "TH", bold, Small, x, top, text);
                else if (text.Length > 0) page.Decoration(() => page.Text(bold, Small, x, Baseline(bold, Small, top), text));
            }
        }
        y -= height;
    }

    private void Row(IReadOnlyList<PdfColumn> columns, (double X, double Width)[] places, PdfElement table, PdfRow row, double below)
    {
        var element = New("TR", table);
        var (face, isWide) = (Face(row.Kind), IsWide(row.Kind));
        var cells = row.Cells.Select((c, i) => TextLines.Of(c, (isWide ? Width : places[i].Width) - 2 * Cell, t => face.Width(t, Normal))).ToList();
        var span = isWide ? $" /ColSpan {PdfFile.Number(columns.Count)}" : "";
        var elements = row.Cells.Select((_, i) => row.Kind == PdfRowKind.Note ? New("TD", element, span.TrimStart()) : i > 0 ? New("TD", element) : New("TH", element, "/Scope /Row" + span)).ToList();
        var (drawn, count) = (0, cells.Max(c => c.Count));
        while (drawn < count)
        {
            var fits = (int)((Room - 2 * Between) / LineHeight);
            var needed = count - drawn;
            if (fits < needed ? fits < 1 || needed <= 20 : drawn == 0 && needed * LineHeight + 2 * Between + below is var whole && whole > Room && whole <= MostKept)
            {
                Turn();
                Head(columns, places, null);
                fits = (int)((Room - 2 * Between) / LineHeight);
            }
            var some = Math.Min(fits, count - drawn);
            Draw(columns, places, row.Kind, face, cells, elements, drawn, some);
            drawn += some;
        }
    }

    private void Draw(IReadOnlyList<PdfColumn> columns, (double X, double Width)[] places, PdfRowKind kind, PdfFace face,
        List<IReadOnlyList<string>> cells, List<PdfElement> elements, int from, int count)
    {
        if (kind == PdfRowKind.Total) page!.Decoration(() => page.Line(Left, y, Left + Width, 0.8));
        for (var i = 0; i < cells.Count; i++)
            for (var n = from; n < Math.Min(from + count, cells[i].Count); n++)
            {
                var text = cells[i][n];
                var x = columns[i].IsAmount ? places[i].X + places[i].Width - Cell - face.Width(text, Normal) : places[i].X + Cell;
                Line(elements[i], i == 0 && kind != PdfRowKind.Note ? "TH" : "TD", face, Normal, x, y - Between - (n - from) * LineHeight, text);
            }
        y -= count * LineHeight + 2 * Between;
        page!.Decoration(() => page.Line(Left, y, Left + Width, 0.3, 0.75));
    }
}
