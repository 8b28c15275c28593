using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Statements.Auditing.Flagging;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>At every member's desk: each finding that wants an answer, and flags that nobody explained yet, together.</summary>
public sealed class AuditTasks(FundScope scope) : IDeskTasks
{
    public async Task<IReadOnlyList<DeskTask>> For(Viewer who, WijkfondsContext db, Words words, DateTimeOffset now)
    {
        if (!who.IsMember) return [];
        var today = await Book.Today(db, now, scope.Here.Id);
        var tasks = (await db.Set<AuditAct>().AsNoTracking().ToListAsync()).GroupBy(a => a.Year).SelectMany(Finding.Of).Where(f => f.State == FindingState.Open)
            .Select(f => new DeskTask(words["finding.task", f.Name], $"/geld/kascommissie/{Audit.Text(f.First.Year)}#{f.Anchor}", f.Asking.At,
                words[f.IsOverdue(today) ? "finding.task.late" : "finding.task.due", f.DueOn])).ToList();
        if ((await FlagGrowth.Of(db)).Open(null).ToList() is { Count: > 0 } open)
            tasks.Add(new DeskTask(words.Count("flag.task", open.Count), "/geld/signalen?uitleg=nee", open.Min(f => f.NoticedAt), words["flag.task.nothing"]));
        return tasks;
    }
}
