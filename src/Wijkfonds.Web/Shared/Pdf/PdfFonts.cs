namespace Wijkfonds.Web.Shared.Pdf;

/// <summary>The two fonts of every paper, read once from the program itself: Source Sans 3, with Polish and Turkish letters and figures of one width.</summary>
public sealed class PdfFonts
{
    private readonly Lazy<TrueTypeFont> regular = new(() => Read("regular")), bold = new(() => Read("bold"));

    public TrueTypeFont Regular => regular.Value;
    public TrueTypeFont Bold => bold.Value;

    private static TrueTypeFont Read(string name)
    {
        using var stream = typeof(PdfFonts).Assembly.GetManifestResourceStream($"fonts/{name}.ttf")
            ?? throw new InvalidOperationException($"The font '{name}' is not in the program: the build fetches it with npm.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new TrueTypeFont(bytes.ToArray());
    }
}
