using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Proposals.Reviewing;

/// <summary>Tells the desk that plans wait for a first member. Those that wait for a second stand there as open decisions.</summary>
internal sealed class PlansToReview : IDeskTasks
{
    public async Task<IReadOnlyList<DeskTask>> For(Viewer who, WijkfondsContext db, Words words, DateTimeOffset now)
    {
        if (!who.IsMember) return [];
        var tasks = new List<DeskTask>();
        var rounds = await db.Rounds().AsNoTracking()
            .Where(r => r.Acts.Any(a => a.Kind == RoundActKind.Approved) && !r.Acts.Any(a => a.Kind == RoundActKind.BallotFrozen || a.Kind == RoundActKind.Cancelled))
            .OrderBy(r => r.Number).ToListAsync();
        foreach (var round in rounds.Where(r => WritingRules.BeforeFreeze(r, now) is null))
        {
            var waiting = (await ReviewQueue.Of(db, round)).Where(l => l.WaitsForFirst && ReviewRules.StandsAside(l.Plan, who) is null).ToList();
            if (waiting.Count == 0) continue;
            tasks.Add(new DeskTask(words.Count("review.task", waiting.Count, round.Name), $"/rondes/{round.Number}/toets",
                waiting.Min(l => l.Since), words["review.task.nothing", round.VotingOpens]));
        }
        return tasks;
    }
}
