using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>At every member's desk: reports that wait for an answer, each by itself, and teams that are late, together. At the treasurer's: next parts that can be paid.</summary>
public sealed class ReportTasks : IDeskTasks
{
    public async Task<IReadOnlyList<DeskTask>> For(Viewer who, WijkfondsContext db, Words words, DateTimeOffset now)
    {
        if (!who.IsMember) return [];
        var open = await Standing.Of(db, Query(db));
        var own = await AwardTeam.Joined(db, who.AccountId).ToListAsync();
        var tasks = open.Where(s => s.Award.Proposal.AccountId != who.AccountId && !own.Contains(s.Award.Id)).SelectMany(s => s.Parts.Where(p => p.State == PartState.Sent).Select(p => new DeskTask(
            words["report.task", s.Award.Proposal.Title], $"/geld/toekenningen/{s.Award.Number}", p.Last!.SentAt, words["report.task.nothing"]))).ToList();
        var late = open.SelectMany(s => s.Parts.Where(p => p.IsOverdue(now)).Select(p => (s.Award.Number, Due: p.DueAt!.Value))).OrderBy(l => l.Due).ToList();
        if (late.Count > 0)
            tasks.Add(new DeskTask(words.Count("report.task.late", late.Count), late.Count == 1 ? $"/geld/toekenningen/{late[0].Number}" : "/geld/toekenningen", late[0].Due, words["report.task.late.nothing"]));
        if (Contributions.Treasury.Bar(who) is not null) return tasks;
        var next = new List<PartStanding>();
        // The first part stands with the payments; this is about the ones after it.
        foreach (var standing in open.Where(s => s.Award.Payments.Count > 0 && s.Payable > Cents.Zero))
            if (standing.Payable > await PreparePayment.Waiting(db, standing.Award.Id)) next.AddRange(standing.Parts.Where(p => p.State == PartState.ToPay).Take(1));
        if (next.Count > 0)
            tasks.Add(new DeskTask(words.Count("part.task", next.Count), "/geld/toekenningen", open.SelectMany(s => s.Parts).Select(p => p.Last?.AnsweredAt).Max() ?? now, words["part.task.nothing"]));
        return tasks;
    }

    private static IQueryable<Award> Query(WijkfondsContext db) => db.Set<Award>().AsNoTracking().Where(a => a.ClosedAt == null && a.Parts.Any());
}
