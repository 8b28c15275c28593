using System.Globalization;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>What an earmark binds, and whether a plan fits it, in sentences. Addresses are counted, never listed: people live there.</summary>
public static class EarmarkWords
{
    /// <param name="frozen">By the list of when a ballot was frozen; null is by the newest.</param>
    public static IEnumerable<string> Of(Earmark earmark, Words words, DateTimeOffset? frozen = null)
    {
        var places = earmark.PlacesAt(frozen);
        if (EarmarkFit.Lines(earmark.Themes) is { Count: > 0 } themes) yield return words["earmark.themes", string.Join(", ", themes)];
        if (earmark.FirstYear is { } first) yield return words["earmark.first", first.ToString(CultureInfo.InvariantCulture)];
        if (earmark.LastYear is { } last) yield return words["earmark.last", last.ToString(CultureInfo.InvariantCulture)];
        if (earmark.TargetGroup.Length > 0) yield return words["earmark.group", earmark.TargetGroup];
        foreach (var sentence in Of(places, words)) yield return sentence;
        if (earmark.WholePercent > 0) yield return words["earmark.percent", earmark.WholePercent];
        else if (places.Count > 0) yield return words["earmark.no-percent"];
    }

    /// <summary>The places of one list.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<EarmarkPlace> places, Words words)
    {
        var complexes = places.Where(p => p.Complex.Length > 0).Select(p => p.Complex).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
        if (complexes.Count > 0) yield return words["earmark.complexes", string.Join(", ", complexes)];
        if (places.Count(p => p.Postcode.Length > 0) is > 0 and var addresses) yield return words.Count("earmark.addresses", addresses);
        if (places.Any(p => p.IsErased)) yield return words["earmark.erased"];
    }

    /// <summary>Whether a plan fits, and why, in one sentence; <paramref name="key"/> is "fit.plan" for anybody and "fit.mine" for its makers.</summary>
    public static string FitOf(this Words words, string key, PlanFit fit) =>
        words[$"{key}.{(fit.Fit.Fits switch { true => "yes", false => "no", null => "unknown" })}", fit.In.Giver, fit.In.Earmark.Name, words[$"fit.want.{fit.Fit.Reason}", Quoted(fit.Fit)]];

    /// <summary>Within a sentence of ours a giver's own sentence ends without its full stop.</summary>
    private static string Quoted(Fit fit) => fit.Reason is FitReason.Objected ? fit.Detail.TrimEnd('.') : fit.Detail;
}
