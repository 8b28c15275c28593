using System.Globalization;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Proposals.Reading;

/// <summary>What the address asks of the list: words, theme, section, state, highest amount, order. What cannot be read is left out.</summary>
public sealed record PlanFilter(string Words, int? Theme, int? Section, PlanState? State, Cents? Most, string Order)
{
    public static readonly IReadOnlyDictionary<string, PlanState> States = new Dictionary<string, PlanState>(StringComparer.Ordinal)
    {
        ["in-toets"] = PlanState.InReview, ["aanpassen"] = PlanState.ChangesAsked, ["toegelaten"] = PlanState.Admitted,
        ["toegekend"] = PlanState.Awarded, ["afgewezen"] = PlanState.Refused, ["teruggetrokken"] = PlanState.Withdrawn,
    };

    public static readonly IReadOnlyList<string> Orders = ["nummer", "nieuwste", "goedkoopste", "duurste", "titel"];

    private static readonly CompareInfo Letters = CultureInfo.GetCultureInfo("nl-NL").CompareInfo;

    public static PlanFilter Read(string? words, string? theme, string? section, string? state, string? most, string? order) => new(
        Typed.Line(words is { Length: > 200 } ? words[..200] : words), Number(theme), Number(section),
        States.TryGetValue(state ?? "", out var known) ? known : null,
        Cents.Read(most), Orders.Contains(order, StringComparer.Ordinal) ? order! : Orders[0]);

    /// <summary>Without a wish for a state, plans that were taken back stay out of the way. Equal ones stand by number.</summary>
    public IReadOnlyList<PlanLine> Of(IEnumerable<PlanLine> plans)
    {
        var left = plans.Where(p => (State is { } state ? p.State == state : p.State != PlanState.Withdrawn)
            && (Theme is null || p.Theme == Theme) && (Section is null || p.Section == Section) && (Most is not { } most || p.Asked <= most)
            && Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Says(p, word)));
        return [.. (Order switch
        {
            "nieuwste" => left.OrderByDescending(p => p.Number),
            "goedkoopste" => left.OrderBy(p => p.Asked.Value).ThenBy(p => p.Number),
            "duurste" => left.OrderByDescending(p => p.Asked.Value).ThenBy(p => p.Number),
            "titel" => left.OrderBy(p => p.Title, StringComparer.Create(CultureInfo.GetCultureInfo("nl-NL"), ignoreCase: true)).ThenBy(p => p.Number),
            _ => left.OrderBy(p => p.Number),
        })];
    }

    /// <summary>Capitals and accents do not matter: who searches "cafe" finds "Café".</summary>
    private static bool Says(PlanLine plan, string word) =>
        new[] { plan.Title, plan.Summary, plan.Place, plan.Team, plan.ThemeName }.Any(text =>
            Letters.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0)
        || word == plan.Number.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
