using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Notifications;

/// <summary>Something to tell about a round now: the kind of mail, its key, until when it is true, and what it says beyond the kind.</summary>
public sealed record RoundNews(RoundNotice Notice, string Key, DateTimeOffset? NotAfter, Func<Words, string> Sentence)
{
    public static async Task<IReadOnlyList<RoundNews>> Of(WijkfondsContext db, Round round, DateTimeOffset now) =>
        [.. RoundNotices.DueAt(round, now).Select(notice => Of(notice, round)), .. await Moves(db, round, now)];

    private static RoundNews Of(RoundNotice notice, Round round) => new(notice,
        // A closing that was moved later is a new "closes soon".
        notice == RoundNotice.ClosingSoon ? $"{notice}/{round.VotingCloses.Instant.ToUnixTimeSeconds()}" : notice.ToString(),
        RoundNotices.NotAfter(notice, round),
        words => notice == RoundNotice.Cancelled ? words["round.because", round.Act(RoundActKind.Cancelled)!.Note] : "");

    /// <summary>Deadlines that were moved lately and still stand there, each told once.</summary>
    private static async Task<IEnumerable<RoundNews>> Moves(WijkfondsContext db, Round round, DateTimeOffset now)
    {
        if (round.PhaseAt(now) is Phase.Draft or >= Phase.Counting) return [];
        var since = now - RoundNotices.Fresh;
        var moved = await db.Set<Decision>().AsNoTracking().Where(d => d.Kind == DecisionKind.MoveDeadline && d.Subject == round.Id && d.CarriedAt > since)
            .OrderBy(d => d.Number).ToListAsync();
        return moved.Select(decision => (decision, move: MovingDeadline.Terms(decision)!))
            .Where(m => Timetable.Of(round)[m.move.Which] is var stands && stands.Local == m.move.To && now < stands.Instant)
            .Select(m => new RoundNews(RoundNotice.Moved, $"{RoundNotice.Moved}/{m.decision.Id:N}", Timetable.Of(round)[m.move.Which].Instant,
                words => string.Join('\n', MovingDeadline.Sentences(round, m.move, words))));
    }
}
