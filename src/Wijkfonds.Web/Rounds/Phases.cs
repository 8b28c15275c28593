namespace Wijkfonds.Web.Rounds;

public enum Phase
{
    Draft, Announced, Submitting, Reviewing, OpeningDelayed, Voting, Counting, Decided, CarryingOut, Closed, Cancelled,
}

/// <summary>A phase is a function of the timetable, the recorded acts and now. No job ever changes it.</summary>
public static class Phases
{
    /// <summary>The acts without which voting does not open, in the order in which people do them.</summary>
    public static readonly RoundActKind[] NeededForVoting =
        [RoundActKind.Approved, RoundActKind.BallotFrozen, RoundActKind.TieLotDrawn, RoundActKind.CodesConfirmed];

    public static Phase Of(Round round, DateTimeOffset now)
    {
        if (round.Has(RoundActKind.Cancelled)) return Phase.Cancelled;
        if (!round.Has(RoundActKind.Approved)) return Phase.Draft;
        if (round.Has(RoundActKind.Closed)) return Phase.Closed;
        if (round.Has(RoundActKind.Confirmed)) return Phase.CarryingOut;
        if (round.Has(RoundActKind.Counted)) return Phase.Decided;
        if (now < round.SubmissionOpens.Instant) return Phase.Announced;
        if (now < round.SubmissionCloses.Instant) return Phase.Submitting;
        if (now < round.VotingOpens.Instant) return Phase.Reviewing;
        if (MissingForVoting(round).Count > 0) return Phase.OpeningDelayed;
        return now < round.VotingCloses.Instant ? Phase.Voting : Phase.Counting;
    }

    public static IReadOnlyList<RoundActKind> MissingForVoting(Round round) =>
        [.. NeededForVoting.Where(kind => !round.Has(kind))];
}
