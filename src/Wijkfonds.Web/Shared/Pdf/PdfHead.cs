namespace Wijkfonds.Web.Shared.Pdf;

/// <summary>What a paper says about itself.</summary>
/// <param name="Title">Of the document; in the window of the reader, not printed.</param>
/// <param name="Language">As readers know it: "nl".</param>
/// <param name="Foot">Left below every page.</param>
/// <param name="PageWords">"Bladzijde {0} van {1}".</param>
public sealed record PdfHead(string Title, string Language, string Author, string Foot, string PageWords)
{
    /// <summary>On top of every page; "DEMONSTRATIE" where nothing is real. Empty for none.</summary>
    public string Warning { get; init; } = "";
}
