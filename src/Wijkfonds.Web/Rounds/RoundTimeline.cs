using Wijkfonds.Web.Shared.Look;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Rounds;

/// <summary>The line of time of a round, with the next date in words. For every page that shows one.</summary>
public static class RoundTimeline
{
    public static Timeline Of(Round round, DateTimeOffset now, Words words)
    {
        var phase = round.PhaseAt(now);
        return new Timeline(
        [
            Step(Phase.Submitting, words["timeline.until", Day(round.SubmissionCloses.Instant)]),
            Step(Phase.Reviewing, words["timeline.until", Day(round.VotingOpens.Instant)]),
            Step(Phase.Voting, words["timeline.until", Day(round.VotingCloses.Instant)]),
            Step(Phase.Decided, null),
            Step(Phase.CarryingOut, null),
        ], Next(round, now, words));

        string Day(DateTimeOffset instant) => words.Day(instant, round.SubmissionOpens.Zone);

        TimelineStep Step(Phase step, string? when) => new(words[$"Phase.{step}"], when, StateOf(step, phase));
    }

    /// <summary>What comes next and when: "Stemmen: nog 5 dagen, tot zondag 14 maart 2027, 20.00 uur."</summary>
    public static string Next(Round round, DateTimeOffset now, Words words) => round.PhaseAt(now) switch
    {
        Phase.Draft => words["round.next.Draft"],
        Phase.Announced => words["round.next.Announced", words.Until(round.SubmissionOpens.Instant, now), round.SubmissionOpens],
        Phase.Submitting => words["round.next.Submitting", words.Until(round.SubmissionCloses.Instant, now), round.SubmissionCloses],
        Phase.Reviewing => words["round.next.Reviewing", words.Until(round.VotingOpens.Instant, now), round.VotingOpens],
        Phase.OpeningDelayed => words["round.next.OpeningDelayed", round.VotingOpens, words[$"round.missing.{Phases.MissingForVoting(round)[0]}"], round.VotingCloses],
        Phase.Voting => words["round.next.Voting", words.Until(round.VotingCloses.Instant, now), round.VotingCloses],
        Phase.Cancelled => words["round.next.Cancelled", round.Act(RoundActKind.Cancelled)!.At, round.Act(RoundActKind.Cancelled)!.Note],
        var later => words[$"round.next.{later}"],
    };

    private static TimelineState StateOf(Phase step, Phase phase)
    {
        if (phase is Phase.Cancelled) return TimelineState.Later;
        // Delayed opening stands where voting should be; counting leads to the result.
        var here = phase switch { Phase.OpeningDelayed => Phase.Voting, Phase.Counting => Phase.Decided, _ => phase };
        return step < here ? TimelineState.Done : step == here ? TimelineState.Here : TimelineState.Later;
    }
}
