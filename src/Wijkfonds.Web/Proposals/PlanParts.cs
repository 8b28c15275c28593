using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Proposals;

/// <summary>What a plan must have before it can be sent in, and in which step of the form each part stands.</summary>
public static class PlanParts
{
    public const int LastStep = 5;

    public static IReadOnlyList<MissingPart> Missing(Proposal plan, Round round)
    {
        var missing = new List<MissingPart>();
        void Need(int step, string part, bool there) { if (!there) missing.Add(new MissingPart(step, part)); }
        Need(1, "Title", plan.Title.Length > 0);
        Need(1, "Summary", plan.Summary.Length > 0);
        Need(2, "Story", plan.Story.Length > 0);
        Need(2, "Place", plan.WholeNeighbourhood || plan.Place.Length > 0);
        Need(2, "Section", round.Sections.Any(s => s.Id == plan.SectionId));
        Need(2, "Theme", round.Themes.Count == 0 || round.Themes.Any(t => t.Id == plan.ThemeId));
        Need(3, "Costs", plan.Costs.Count > 0);
        Need(4, "Team", plan.Team.Length > 0);
        return missing;
    }

    /// <summary>What is asked against what the round allows; nothing asked yet is missing, not too cheap.</summary>
    public static Refusal? Affordable(Proposal plan, Round round)
    {
        var asked = plan.Asked;
        if (asked > round.PlanMaximum) return new TooExpensive(round.PlanMaximum, asked);
        if (round.Sections.SingleOrDefault(s => s.Id == plan.SectionId) is { } section && asked > section.Budget)
            return new TooExpensiveForSection(section.Budget, asked, section.Name);
        return plan.Costs.Count > 0 && asked < round.PlanMinimum ? new TooCheap(round.PlanMinimum, asked) : null;
    }

    /// <summary>Everything is there and within the round's limits.</summary>
    public static Refusal? Complete(Proposal plan, Round round) =>
        Missing(plan, round) is { Count: > 0 and var parts } ? new PlanIncomplete(parts) : Affordable(plan, round) ?? InSection(plan, round);

    /// <summary>A section may admit less than its round.</summary>
    private static Refusal? InSection(Proposal plan, Round round) => round.Sections.SingleOrDefault(s => s.Id == plan.SectionId) is { } section
        ? SectionLimits.Check(section, round.Themes.SingleOrDefault(t => t.Id == plan.ThemeId)?.Name, plan.WholeNeighbourhood) : null;
}

public sealed record MissingPart(int Step, string Part);
