using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Statements.Auditing.Flagging;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>At every member's desk: flags that nobody explained yet, together.</summary>
public sealed class AuditTasks : IDeskTasks
{
    public async Task<IReadOnlyList<DeskTask>> For(Viewer who, WijkfondsContext db, Words words, DateTimeOffset now)
    {
        if (!who.IsMember) return [];
        var open = db.Set<Flag>().Where(f => !f.Answers.Any());
        var flags = await open.CountAsync();
        return flags == 0 ? [] : [new DeskTask(words.Count("flag.task", flags), "/geld/signalen?uitleg=nee", await open.MinAsync(f => f.NoticedAt), words["flag.task.nothing"])];
    }
}
