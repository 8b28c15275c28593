using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>At the treasurer's desk: plans that won and have not been paid anything yet, and released payments that are in no file for the bank.</summary>
public sealed class PaymentTasks : IDeskTasks
{
    public async Task<IReadOnlyList<DeskTask>> For(Viewer who, WijkfondsContext db, Words words, DateTimeOffset now)
    {
        if (Treasury.Bar(who) is not null) return [];
        var promised = await db.Set<Award>().Where(a => !a.Payments.Any()).OrderBy(a => a.BookedAt).Select(a => a.BookedAt).ToListAsync();
        var tasks = new List<DeskTask>();
        if (promised.Count > 0) tasks.Add(new(words.Count("payments.task", promised.Count), "/geld/betalingen", promised[0], words["payments.task.if-nothing"]));
        var ready = await Outgoing.Ready(db, now);
        if (ready.Count > 0) tasks.Add(new(words.Count("payments.task.export", ready.Count), "/geld/betalingen/bestanden", ready.Min(p => p.ReleasedAt)!.Value, words["payments.task.if-nothing"]));
        return tasks;
    }
}
