using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Proposals;

/// <summary>
/// What others read of a plan. A submission keeps it as JSON: the public pages show the last one that was sent in,
/// never the words that its maker is still changing.
/// </summary>
public sealed record PlanText(string Title, string Summary, string Story, string Place, bool WholeNeighbourhood,
    int? Section, string SectionName, int? Theme, string ThemeName, IReadOnlyList<PlanCost> Costs, string OwnPart, string Team)
{
    [JsonIgnore]
    public Cents Asked => Costs.Aggregate(Cents.Zero, (sum, cost) => sum + new Cents(cost.Cents));

    public static PlanText Of(Proposal plan, Round round)
    {
        var section = round.Sections.SingleOrDefault(s => s.Id == plan.SectionId);
        var theme = round.Themes.SingleOrDefault(t => t.Id == plan.ThemeId);
        return new PlanText(plan.Title, plan.Summary, plan.Story, plan.Place, plan.WholeNeighbourhood,
            section?.Number, section?.Name ?? "", theme?.Number, theme?.Name ?? "",
            [.. plan.Costs.OrderBy(c => c.Position).Select(c => new PlanCost(c.What, c.Amount.Value))], plan.OwnPart, plan.Team);
    }

    public static PlanText Read(string json) => JsonSerializer.Deserialize<PlanText>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Makes the plan say this again: what was admitted is what was sent in, not what was typed after it.</summary>
    public void PutBack(Proposal plan, Round round)
    {
        (plan.Title, plan.Summary, plan.Story, plan.Place, plan.WholeNeighbourhood, plan.OwnPart, plan.Team) =
            (Title, Summary, Story, Place, WholeNeighbourhood, OwnPart, Team);
        plan.SectionId = round.Sections.SingleOrDefault(s => s.Number == Section)?.Id;
        plan.ThemeId = round.Themes.SingleOrDefault(t => t.Number == Theme)?.Id;
        plan.SetCosts(Costs);
    }
}

public sealed record PlanCost(string What, long Cents);
