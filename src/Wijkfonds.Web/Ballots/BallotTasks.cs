using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Ballots;

/// <summary>Before a vote can open, the alliance freezes the ballot and makes the codes.</summary>
public sealed class BallotTasks : IDeskTasks
{
    public async Task<IReadOnlyList<DeskTask>> For(Viewer who, WijkfondsContext db, Words words, DateTimeOffset now)
    {
        if (!who.IsMember) return [];
        var tasks = new List<DeskTask>();
        foreach (var round in await db.Set<Round>().AsNoTracking().Include(r => r.Acts).OrderBy(r => r.Number).ToListAsync())
        {
            if (round.PhaseAt(now) is not (Phase.Reviewing or Phase.OpeningDelayed)) continue;
            var nothing = words["desk.ballots.if-nothing", round.VotingOpens];
            if (!round.Has(RoundActKind.BallotFrozen))
            {
                if (!await IsOpen(db, DecisionKind.FreezeBallot, round.Id))
                    tasks.Add(new DeskTask(words["desk.ballots.freeze", round.Name], $"/rondes/{round.Number}/stembiljet-vaststellen", round.SubmissionCloses.Instant, nothing));
                continue;
            }
            var box = await CodeMaking.Of(db, round.Id);
            if (round.Has(RoundActKind.CodesConfirmed) || (box is not null && await IsOpen(db, DecisionKind.ConfirmCodes, box.Id))) continue;
            tasks.Add(new DeskTask(words[box is null ? "desk.ballots.codes" : "desk.ballots.confirm", round.Name], $"/rondes/{round.Number}/codes",
                round.Act(RoundActKind.BallotFrozen)!.At, nothing));
        }
        return tasks;
    }

    private static Task<bool> IsOpen(WijkfondsContext db, DecisionKind kind, Guid subject) =>
        db.Set<Decision>().AnyAsync(d => d.Kind == kind && d.Subject == subject && d.CarriedAt == null && d.DroppedAt == null);
}
