using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Web.Notifications;

public enum RoundNotice { VotingOpens, ClosingSoon, Result, Delayed, Moved, Cancelled }

/// <summary>Which mails a round asks for now. A job that runs late sends only what is still true.</summary>
public static class RoundNotices
{
    public static readonly TimeSpan Soon = TimeSpan.FromHours(48);
    /// <summary>News is news for two weeks; sent mails are erased after a month, so nothing goes out again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    public static IEnumerable<RoundNotice> DueAt(Round round, DateTimeOffset now)
    {
        var phase = round.PhaseAt(now);
        if (phase == Phase.Cancelled)
        {
            if (now - round.Act(RoundActKind.Cancelled)!.At < Fresh) yield return RoundNotice.Cancelled;
            yield break;
        }
        if (phase == Phase.OpeningDelayed && now - round.VotingOpens.Instant < Fresh) yield return RoundNotice.Delayed;
        if (phase == Phase.Voting && now - OpenedAt(round) < Fresh) yield return RoundNotice.VotingOpens;
        if (phase == Phase.Voting && round.VotingCloses.Instant - now <= Soon) yield return RoundNotice.ClosingSoon;
        if (round.Act(RoundActKind.Counted) is { } counted && now - counted.At < Fresh) yield return RoundNotice.Result;
    }

    /// <summary>Until when a notice is true; null where it stays so.</summary>
    public static DateTimeOffset? NotAfter(RoundNotice notice, Round round) =>
        notice is RoundNotice.VotingOpens or RoundNotice.ClosingSoon or RoundNotice.Delayed ? round.VotingCloses.Instant : null;

    /// <summary>When voting really opened: by the timetable, or later, by the last act that was missing.</summary>
    private static DateTimeOffset OpenedAt(Round round) =>
        Phases.NeededForVoting.Select(kind => round.Act(kind)?.At ?? DateTimeOffset.MinValue).Append(round.VotingOpens.Instant).Max();
}
