using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Ballots;

/// <summary>Whether one can vote in a round at an instant, and if not, what to tell people.</summary>
public static class VotingHours
{
    /// <summary>Between closing and sealing: the time a request may take that arrived just before closing.</summary>
    public const string Policy = "casting";
    public static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(30);

    public static Refusal? Closed(Round round, DateTimeOffset at) => round.PhaseAt(at) switch
    {
        Phase.Voting => null,
        Phase.OpeningDelayed => new VotingDelayed(round.VotingOpens),
        Phase.Cancelled => new VotingCancelled(),
        Phase.Draft or Phase.Announced or Phase.Submitting or Phase.Reviewing => new VotingNotOpenYet(round.VotingOpens),
        _ => new VotingIsOver(round.VotingCloses),
    };

    /// <summary>
    /// What voting still needs comes too late: done now, it would be open for fewer days than this. Closing has to move first;
    /// otherwise the last act before opening would end a vote in which nobody could take part.
    /// </summary>
    public static Refusal? TooLate(Round round, DateTimeOffset now, int days = Timetable.ShortestVoting) =>
        now > round.VotingOpens.Instant && round.VotingCloses.Instant - now < TimeSpan.FromDays(days)
            ? new TooLateToOpen(Timetable.ShortestVoting, round.VotingCloses) : null;

    /// <summary>No request that arrived in time can still be on its way.</summary>
    public static bool MaySeal(Round round, DateTimeOffset now) =>
        round.PhaseAt(now) == Phase.Counting && now >= round.VotingCloses.Instant + RequestLimit;
}

public sealed record VotingNotOpenYet(Deadline Opens) : Refusal
{
    public override string? Field => "code";
}

public sealed record VotingIsOver(Deadline Closed) : Refusal
{
    public override string? Field => "code";
}

/// <summary>The opening day has come, but an act that voting needs is missing.</summary>
public sealed record VotingDelayed(Deadline Planned) : Refusal
{
    public override string? Field => "code";
}

/// <summary>Fewer days are left to vote in than people are promised.</summary>
public sealed record TooLateToOpen(int Days, Deadline Closes) : Refusal;

public sealed record VotingCancelled : Refusal
{
    public override string? Field => "code";
}

/// <summary>There is no vote in this fund, now or announced.</summary>
public sealed record NoVoteNow : Refusal
{
    public override string? Field => "code";
}
