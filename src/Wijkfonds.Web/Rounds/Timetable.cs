using System.Globalization;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Rounds;

/// <summary>The four moments of a round, in their order.</summary>
public enum DeadlineKind { SubmissionOpens, SubmissionCloses, VotingOpens, VotingCloses }

/// <summary>When a round takes plans and votes.</summary>
public sealed record Timetable(Deadline SubmissionOpens, Deadline SubmissionCloses, Deadline VotingOpens, Deadline VotingCloses)
{
    public const int ShortestVoting = 7;
    public const int LongestVoting = 21;

    public static Timetable Of(Round round) => new(round.SubmissionOpens, round.SubmissionCloses, round.VotingOpens, round.VotingCloses);

    public Deadline this[DeadlineKind kind] => kind switch
    {
        DeadlineKind.SubmissionOpens => SubmissionOpens,
        DeadlineKind.SubmissionCloses => SubmissionCloses,
        DeadlineKind.VotingOpens => VotingOpens,
        _ => VotingCloses,
    };

    public Timetable With(DeadlineKind kind, Deadline deadline) => kind switch
    {
        DeadlineKind.SubmissionOpens => this with { SubmissionOpens = deadline },
        DeadlineKind.SubmissionCloses => this with { SubmissionCloses = deadline },
        DeadlineKind.VotingOpens => this with { VotingOpens = deadline },
        _ => this with { VotingCloses = deadline },
    };

    /// <summary>Each moment after the one before it; voting lasts one to three weeks of the calendar on the wall.</summary>
    public Refusal? Check()
    {
        foreach (var kind in Enum.GetValues<DeadlineKind>().Skip(1))
            if (this[kind].Instant <= this[kind - 1].Instant) return new TimetableOutOfOrder(kind, kind - 1);
        var length = OnTheWall(VotingCloses) - OnTheWall(VotingOpens);
        if (length < TimeSpan.FromDays(ShortestVoting)) return new VotingTooShort(ShortestVoting);
        if (length > TimeSpan.FromDays(LongestVoting)) return new VotingTooLong(LongestVoting);
        return null;
    }

    /// <summary>A week is a week, also when the clock changes in it: days are counted on the wall.</summary>
    private static DateTime OnTheWall(Deadline deadline) =>
        DateTime.ParseExact(deadline.Local, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}

/// <summary>A moment comes before the one it should follow.</summary>
public sealed record TimetableOutOfOrder(DeadlineKind Which, DeadlineKind After) : Refusal
{
    public override string? Field => $"Form.{Which}";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record VotingTooShort(int Days) : Refusal
{
    public override string? Field => $"Form.{DeadlineKind.VotingCloses}";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record VotingTooLong(int Days) : Refusal
{
    public override string? Field => $"Form.{DeadlineKind.VotingCloses}";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
