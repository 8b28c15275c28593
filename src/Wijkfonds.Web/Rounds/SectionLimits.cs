using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Rounds;

/// <summary>Where plans of a section may be.</summary>
public enum SectionArea { Anywhere, WholeNeighbourhood, Complexes }

/// <summary>What a section admits beyond what its round does. It is part of the rules: on the rules page, and under their hash.</summary>
public static class SectionLimits
{
    public static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Why this plan cannot be in its section, as far as a program can tell; whether a place lies at a complex people tell.</summary>
    public static Refusal? Check(Section section, string? theme, bool wholeNeighbourhood)
    {
        var themes = Lines(section.OnlyThemes);
        if (themes.Count > 0 && theme is not null && !themes.Contains(theme, StringComparer.OrdinalIgnoreCase)) return new ThemeNotInSection(section.Name, string.Join(", ", themes));
        return section.Area switch
        {
            SectionArea.WholeNeighbourhood when !wholeNeighbourhood => new SectionIsForAll(section.Name),
            SectionArea.Complexes when wholeNeighbourhood => new SectionIsForComplexes(section.Name, string.Join(", ", Lines(section.Complexes))),
            _ => null,
        };
    }

    /// <summary>One sentence for each section that admits less than its round.</summary>
    /// <param name="only">Of this section only.</param>
    public static IEnumerable<string> Sentences(Round round, Words words, int? only = null)
    {
        foreach (var section in round.Sections.Where(s => only is null || s.Number == only).OrderBy(s => s.Number))
        {
            if (Lines(section.OnlyThemes) is { Count: > 0 } themes) yield return words["section.themes", section.Name, string.Join(", ", themes)];
            if (section.Area == SectionArea.WholeNeighbourhood) yield return words["section.whole", section.Name];
            if (section.Area == SectionArea.Complexes) yield return words["section.complexes", section.Name, string.Join(", ", Lines(section.Complexes))];
            if (section.TargetGroup.Length > 0) yield return words["section.group", section.Name, section.TargetGroup];
        }
    }

    /// <summary>Lines of the rules' canonical text; none for a section without limits, so that earlier rules keep their hash.</summary>
    public static IEnumerable<string> Text(Section section)
    {
        foreach (var theme in Lines(section.OnlyThemes)) yield return $"section-theme {section.Number} {theme}";
        if (section.Area != SectionArea.Anywhere) yield return $"section-area {section.Number} {section.Area.ToString().ToLowerInvariant()}";
        foreach (var complex in section.Area == SectionArea.Complexes ? Lines(section.Complexes) : []) yield return $"section-complex {section.Number} {complex}";
        if (section.TargetGroup.Length > 0) yield return $"section-group {section.Number} {section.TargetGroup}";
    }

    /// <summary>What the form says must hang together.</summary>
    public static Refusal? Check(Round round, Section section)
    {
        foreach (var theme in Lines(section.OnlyThemes))
            if (!round.Themes.Any(t => t.Name.Equals(theme, StringComparison.OrdinalIgnoreCase))) return new SectionThemeUnknown(section.Name, theme);
        return section.Area == SectionArea.Complexes && Lines(section.Complexes).Count == 0 ? new SectionWithoutComplexes(section.Name) : null;
    }
}

public sealed record ThemeNotInSection(string Section, string Themes) : Refusal
{
    public override string? Field => "Section";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>A plan at one place in a section for the whole neighbourhood.</summary>
public sealed record SectionIsForAll(string Section) : Refusal
{
    public override string? Field => "Section";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>A plan for the whole neighbourhood in a section for some places.</summary>
public sealed record SectionIsForComplexes(string Section, string Complexes) : Refusal
{
    public override string? Field => "Section";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record SectionThemeUnknown(string Section, string Theme) : Refusal
{
    public override string? Field => "Form.Sections";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record SectionWithoutComplexes(string Section) : Refusal
{
    public override string? Field => "Form.Sections";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
