using System.Text;

namespace Wijkfonds.Web.Shared.Pdf;

/// <summary>A heading, paragraph, table or cell, as a screen reader finds it: elements inside, and pieces of pages.</summary>
internal sealed class PdfElement(string type, PdfElement? parent, int number)
{
    private readonly List<string> kids = [];
    private readonly List<PdfElement> elements = [];

    public int Number => number;
    /// <summary>What a picture shows, in words.</summary>
    public string? Alternative { get; init; }
    /// <summary>What a cell is the head of, or how many columns it covers.</summary>
    public string? Attributes { get; init; }

    public PdfElement Add(PdfElement element)
    {
        elements.Add(element);
        kids.Add(PdfFile.Reference(element.Number));
        return element;
    }

    public void AddContent(int page, int mark) => kids.Add($"<< /Type /MCR /Pg {PdfFile.Reference(page)} /MCID {PdfFile.Number(mark)} >>");

    /// <summary>Itself and all inside, when nothing is added any more.</summary>
    public void Write(PdfFile file, int root)
    {
        var text = new StringBuilder($"<< /Type /StructElem /S /{type} /P {PdfFile.Reference(parent?.Number ?? root)} /K [{string.Join(' ', kids)}]");
        if (Alternative is not null) text.Append(" /Alt ").Append(PdfFile.Text(Alternative));
        if (Attributes is not null) text.Append(" /A << /O /Table ").Append(Attributes).Append(" >>");
        file.Write(Number, text.Append(" >>").ToString());
        foreach (var element in elements) element.Write(file, root);
    }
}
