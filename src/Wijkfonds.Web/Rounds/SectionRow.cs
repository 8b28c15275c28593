using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Rounds;

/// <summary>A section of a round as it stands in the form.</summary>
public sealed class SectionRow
{
    public string? Name { get; set; }
    public string? Budget { get; set; }

    /// <summary>One a line.</summary>
    public string? Themes { get; set; }
    public SectionArea Area { get; set; }
    /// <summary>One a line.</summary>
    public string? Complexes { get; set; }
    public string? TargetGroup { get; set; }

    public bool IsLimited => Area != SectionArea.Anywhere || !string.IsNullOrWhiteSpace(Themes) || !string.IsNullOrWhiteSpace(TargetGroup);

    /// <summary>Writes its limits into the section.</summary>
    internal Refusal? Into(Section section)
    {
        var group = Typed.Line(TargetGroup, "Form.Sections", 200);
        if (group.Refused) return group.Refusal;
        var (themes, complexes) = (string.Join('\n', SectionLimits.Lines(Typed.Paragraphs(Themes))), string.Join('\n', SectionLimits.Lines(Typed.Paragraphs(Complexes))));
        if (Math.Max(themes.Length, complexes.Length) > 2000) return new LineTooLong("Form.Sections", 2000);
        (section.OnlyThemes, section.Area, section.Complexes, section.TargetGroup) = (themes, Enum.IsDefined(Area) ? Area : SectionArea.Anywhere, complexes, group.Value);
        return null;
    }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Budget);
}
