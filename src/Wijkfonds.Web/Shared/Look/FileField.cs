namespace Wijkfonds.Web.Shared.Look;

/// <summary>One labelled field for a file, or several. The partial _FileField draws it; Name is also the refusal's field.</summary>
/// <param name="Accept">What the browser offers to choose; what is taken is decided by the content.</param>
public sealed record FileField(string Name, string Label, string Hint, string Accept)
{
    public bool Multiple { get; init; }
    /// <summary>Where a name stands on a page more than once.</summary>
    public string? Id { get; init; }
}
