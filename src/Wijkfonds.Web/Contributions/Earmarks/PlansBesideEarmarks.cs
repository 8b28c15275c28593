using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>Tells the desk which objections wait for an answer, and which plans for somebody who says whether they fit.</summary>
internal sealed class PlansBesideEarmarks : IDeskTasks
{
    public async Task<IReadOnlyList<DeskTask>> For(Viewer who, WijkfondsContext db, Words words, DateTimeOffset now)
    {
        if (!who.IsMember) return [];
        var tasks = new List<DeskTask>();
        // Who stands aside has nothing to do here; what waits for a second member is a task of its own.
        var interests = await db.Set<Interest>().Where(i => i.AccountId == who.AccountId && i.EndedAt == null).Select(i => i.Subject).ToHashSetAsync();
        var waiting = await Deciding.OpenAbout(db, DecisionKind.JudgeFit);
        var rounds = await db.Rounds().AsNoTracking()
            .Where(r => r.Acts.Any(a => a.Kind == RoundActKind.Approved) && !r.Acts.Any(a => a.Kind == RoundActKind.BallotFrozen || a.Kind == RoundActKind.Cancelled)).OrderBy(r => r.Number).ToListAsync();
        foreach (var round in rounds.Where(r => WritingRules.BeforeFreeze(r, now) is null))
        {
            var fits = (await SectionEarmarks.Fits(db, round)).Where(f => !interests.Contains(f.Plan.Id) && !interests.Contains(f.In.Earmark.ContributorId) && f.Plan.AccountId != who.AccountId).ToList();
            tasks.AddRange(fits.Where(f => f.Fit.Reason is FitReason.Objected && f.Words[^1].Kind is not EarmarkWordKind.Answered).Select(f =>
                new DeskTask(words["earmark.task.objection", f.In.Giver, f.Plan.Number!.Value, f.Text.Title], $"/rondes/{round.Number}/oormerken#{f.Anchor}", f.Words[^1].At, words["earmark.task.objection.nothing", round.VotingOpens])));
            var unclear = fits.Where(f => f.Fit.Fits is null && !f.Words.Any(w => waiting.Contains(w.Id))).ToList();
            if (unclear.Count > 0)
                tasks.Add(new DeskTask(words.Count("earmark.task.judge", unclear.Count, round.Name), $"/rondes/{round.Number}/oormerken#{unclear[0].Anchor}",
                    unclear.Min(f => f.Plan.LastAct!.At), words["earmark.task.judge.nothing", round.VotingOpens]));
        }
        return tasks;
    }
}
