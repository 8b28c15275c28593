using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Rounds;

/// <summary>What every round keeps, checked when it is saved, proposed and approved.</summary>
public static class RoundLimits
{
    public const int MostSections = 12;
    public const int MostThemes = 20;
    public const int MostChoices = 30;
    public const int YoungestAge = 6;
    public const int OldestAge = 21;

    public static Refusal? Check(Round round, DateTimeOffset now)
    {
        if (round.Name.Length == 0) return new Missing("Form.Name", "Round.Name");
        if (Sections(round) is { } sections) return sections;
        if (round.Themes.Count > MostThemes) return new TooManyThemes(MostThemes);
        if (round.PlanMaximum <= Cents.Zero) return new Missing("Form.Maximum", "Round.Maximum");
        if (round.PlanMinimum < Cents.Zero) return new Missing("Form.Minimum", "Round.Minimum");
        if (round.PlanMinimum > round.PlanMaximum) return new MinimumAboveMaximum(round.PlanMinimum, round.PlanMaximum);
        // A plan that no section could ever pay would be a promise nobody can keep.
        if (round.Sections.MinBy(s => s.Budget.Value) is { } smallest && round.PlanMaximum > smallest.Budget)
            return new MaximumAboveSection(round.PlanMaximum, smallest.Name, smallest.Budget);
        if (round.BallotType == BallotType.Approval && round.MaximumChoices is < 1 or > MostChoices) return new ChoicesOutOfRange(MostChoices);
        if (round.Rule.HasStep() && round.RuleStep is < 1 or > CountingRules.MostStep) return new StepOutOfRange(CountingRules.MostStep);
        if (round.AgeToPropose is < YoungestAge or > OldestAge) return new AgeOutOfRange("Form.AgeToPropose", YoungestAge, OldestAge);
        if (round.AgeToVote is < YoungestAge or > OldestAge) return new AgeOutOfRange("Form.AgeToVote", YoungestAge, OldestAge);
        if (Timetable.Of(round).Check() is { } timetable) return timetable;
        // The rules are public before the form opens.
        return round.SubmissionOpens.Instant <= now ? new OpensInThePast(round.SubmissionOpens) : null;
    }

    private static Refusal? Sections(Round round)
    {
        if (round.Sections.Count == 0) return new Missing("Form.Sections", "Round.Sections");
        if (round.Sections.Count > MostSections) return new TooManySections(MostSections);
        foreach (var section in round.Sections.OrderBy(s => s.Number))
        {
            if (section.Name.Length == 0) return new Missing("Form.Sections", "Section.Name");
            if (section.Budget <= Cents.Zero) return new SectionWithoutMoney(section.Name);
            if (SectionLimits.Check(round, section) is { } limits) return limits;
            if (round.Sections.Any(other => other != section && other.Name.Equals(section.Name, StringComparison.OrdinalIgnoreCase))) return new SectionTwice(section.Name);
        }
        return null;
    }
}
