namespace Wijkfonds.Web.Shared.Look;

/// <summary>One labelled input with its hint and its error. The partial _Field draws it; Name is also the refusal's field.</summary>
public sealed record Field(string Name, string Label, string? Value = "")
{
    /// <summary>Where a page has more than one field of this name; else the name.</summary>
    public string? Id { get; init; }
    public string Type { get; init; } = "text";
    public string? Hint { get; init; }
    public string? Autocomplete { get; init; }
    public string? InputMode { get; init; }
    public int? MaxLength { get; init; }
    public bool Required { get; init; } = true;
    /// <summary>Another form of the page was sent: what was wrong there is not said here.</summary>
    public bool Silent { get; init; }
}
