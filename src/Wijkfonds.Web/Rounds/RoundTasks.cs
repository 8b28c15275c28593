using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Rounds;

/// <summary>What a round itself needs from the alliance: a second look at a draft, and the word that its count was proper.</summary>
public sealed class RoundTasks : IDeskTasks
{
    public async Task<IReadOnlyList<DeskTask>> For(Viewer who, WijkfondsContext db, Words words, DateTimeOffset now)
    {
        if (!who.IsMember) return [];
        var open = await db.Set<Decision>().AsNoTracking().Where(d => d.CarriedAt == null && d.DroppedAt == null)
            .Select(d => new { d.Kind, d.Subject }).ToListAsync();
        var tasks = new List<DeskTask>();
        foreach (var round in await db.Rounds().AsNoTracking().OrderBy(r => r.Number).ToListAsync())
        {
            if (Task(round, words, now) is { } task && !open.Any(d => d.Kind == task.Kind && d.Subject == round.Id)) tasks.Add(task.Task);
        }
        return tasks;
    }

    /// <summary>The next act of the round itself, with the decision that would already be doing it.</summary>
    private static (DecisionKind Kind, DeskTask Task)? Task(Round round, Words words, DateTimeOffset now)
    {
        var at = $"/rondes/{round.Number}";
        return round.PhaseAt(now) switch
        {
            Phase.Draft => (DecisionKind.ApproveRound, new(words["desk.task.draft", round.Name], at, round.CreatedAt, words["desk.task.draft.nothing", round.SubmissionOpens])),
            Phase.Decided => (DecisionKind.ConfirmResult,
                new(words["desk.task.result", round.Name], at + "/uitslag", round.Act(RoundActKind.Counted)!.At, words["desk.task.result.nothing"])),
            _ => null,
        };
    }
}
