using System.Globalization;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Proposals.Writing;

/// <summary>What is typed in the steps of the plan form, as it was typed; and how it is read into the plan.</summary>
public sealed class PlanForm
{
    /// <summary>The revision that was on the screen.</summary>
    public string? Revision { get; set; }
    public string? Title { get; set; }
    public string? Summary { get; set; }
    public string? Story { get; set; }
    /// <summary>"plek" or "wijk".</summary>
    public string? Where { get; set; }
    public string? Place { get; set; }
    /// <summary>The section's number in the round; likewise the theme's.</summary>
    public string? Section { get; set; }
    public string? Theme { get; set; }
    public string?[] What { get; set; } = [];
    public string?[] Amount { get; set; } = [];
    public string? OwnPart { get; set; }
    public string? Team { get; set; }

    public static PlanForm Of(Proposal plan, Round round, Func<Cents, string> show)
    {
        var text = PlanText.Of(plan, round);
        return new PlanForm
        {
            Title = text.Title, Summary = text.Summary, Story = text.Story, Place = text.Place,
            Where = text.WholeNeighbourhood ? "wijk" : text.Place.Length > 0 ? "plek" : null,
            Section = text.Section?.ToString(CultureInfo.InvariantCulture), Theme = text.Theme?.ToString(CultureInfo.InvariantCulture),
            What = [.. text.Costs.Select(c => c.What)], Amount = [.. text.Costs.Select(c => show(new Cents(c.Cents)))],
            OwnPart = text.OwnPart, Team = text.Team,
        };
    }

    public bool IsOf(Proposal plan) =>
        int.TryParse(Revision, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) && seen == plan.Revision;

    /// <summary>Puts the fields of one step into the plan. A draft may be unfinished, but never hold what cannot be read.</summary>
    public Refusal? Into(Proposal plan, Round round, int step) => step switch
    {
        1 => Words(plan),
        2 => Setting(plan, round),
        3 => Costs(plan),
        4 => People(plan),
        _ => null,
    };

    private Refusal? Words(Proposal plan)
    {
        (plan.Title, plan.Summary) = (Typed.Line(Title), Typed.Line(Summary));
        return Long("Title", plan.Title, PlanLimits.Title) ?? Long("Summary", plan.Summary, PlanLimits.Summary);
    }

    private Refusal? Setting(Proposal plan, Round round)
    {
        (plan.Story, plan.Place, plan.WholeNeighbourhood) = (Typed.Paragraphs(Story), Where == "wijk" ? "" : Typed.Line(Place), Where == "wijk");
        var section = round.Sections.SingleOrDefault(s => Is(Section, s.Number));
        var theme = round.Themes.SingleOrDefault(t => Is(Theme, t.Number));
        if (section is null && !string.IsNullOrEmpty(Section)) return new Missing("Section", "Plan.Section");
        if (theme is null && !string.IsNullOrEmpty(Theme)) return new Missing("Theme", "Plan.Theme");
        (plan.SectionId, plan.ThemeId) = (section?.Id, theme?.Id);
        return Long("Story", plan.Story, PlanLimits.Story) ?? Long("Place", plan.Place, PlanLimits.Place);
    }

    private Refusal? Costs(Proposal plan)
    {
        var rows = Math.Max(What.Length, Amount.Length);
        var costs = new List<PlanCost>();
        for (var i = 0; i < rows; i++)
        {
            var (what, typed) = (Typed.Line(What.ElementAtOrDefault(i)), Typed.Line(Amount.ElementAtOrDefault(i)));
            if (what.Length == 0 && typed.Length == 0) continue;
            if (costs.Count == PlanLimits.CostLines) return new TooManyCostLines(PlanLimits.CostLines, rows);
            if (what.Length == 0) return new AmountWithoutWords(i + 1);
            if (Long($"What.{i}", what, PlanLimits.CostWords) is { } tooLong) return tooLong;
            if (Cents.Read(typed) is not { Value: > 0 } amount) return new AmountUnreadable(i + 1);
            costs.Add(new PlanCost(what, amount.Value));
        }
        plan.SetCosts(costs);
        return null;
    }

    private Refusal? People(Proposal plan)
    {
        (plan.OwnPart, plan.Team) = (Typed.Paragraphs(OwnPart), Typed.Line(Team));
        return Long("OwnPart", plan.OwnPart, PlanLimits.OwnPart) ?? Long("Team", plan.Team, PlanLimits.Team);
    }

    private static bool Is(string? typed, int number) => typed == number.ToString(CultureInfo.InvariantCulture);

    private static Refusal? Long(string field, string text, int most) => text.Length > most ? new PlanWordsTooLong(field, most, text.Length) : null;
}
