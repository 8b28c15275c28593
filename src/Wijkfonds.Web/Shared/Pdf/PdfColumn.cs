namespace Wijkfonds.Web.Shared.Pdf;

/// <summary>A column of a table. <paramref name="Share"/> is its part of the width, beside the others'; amounts stand at the right.</summary>
public sealed record PdfColumn(string Head, double Share, bool IsAmount = false);

public enum PdfRowKind
{
    Plain,
    /// <summary>A head over the rows that follow, as wide as the table.</summary>
    Group,
    /// <summary>A sum of the rows above.</summary>
    Total,
    /// <summary>Words about the row above, as wide as the table.</summary>
    Note,
}

public sealed record PdfRow(PdfRowKind Kind, IReadOnlyList<string> Cells)
{
    public static PdfRow Of(params string[] cells) => new(PdfRowKind.Plain, cells);
    public static PdfRow Group(string head) => new(PdfRowKind.Group, [head]);
    public static PdfRow Note(string words) => new(PdfRowKind.Note, [words]);
    public static PdfRow Total(params string[] cells) => new(PdfRowKind.Total, cells);
}
