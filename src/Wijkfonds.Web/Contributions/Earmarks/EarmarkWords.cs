using System.Globalization;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>What an earmark binds, in sentences. Addresses are counted, never listed: people live there.</summary>
public static class EarmarkWords
{
    public static IEnumerable<string> Of(Earmark earmark, Words words)
    {
        if (EarmarkFit.Lines(earmark.Themes) is { Count: > 0 } themes) yield return words["earmark.themes", string.Join(", ", themes)];
        if (earmark.FirstYear is { } first) yield return words["earmark.first", first.ToString(CultureInfo.InvariantCulture)];
        if (earmark.LastYear is { } last) yield return words["earmark.last", last.ToString(CultureInfo.InvariantCulture)];
        if (earmark.TargetGroup.Length > 0) yield return words["earmark.group", earmark.TargetGroup];
        var complexes = earmark.Places.Where(p => p.Complex.Length > 0).Select(p => p.Complex).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
        if (complexes.Count > 0) yield return words["earmark.complexes", string.Join(", ", complexes)];
        if (earmark.Places.Count(p => p.Postcode.Length > 0) is > 0 and var addresses) yield return words.Count("earmark.addresses", addresses);
        if (earmark.WholePercent > 0) yield return words["earmark.percent", earmark.WholePercent];
        else if (earmark.Places.Count > 0) yield return words["earmark.no-percent"];
    }
}
