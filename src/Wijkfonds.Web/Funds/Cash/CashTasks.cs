using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Funds.Cash;

/// <summary>At every member's desk: the tin was not counted for three months.</summary>
public sealed class CashTasks : IDeskTasks
{
    public static readonly TimeSpan Between = TimeSpan.FromDays(91);

    public async Task<IReadOnlyList<DeskTask>> For(Viewer who, WijkfondsContext db, Words words, DateTimeOffset now)
    {
        if (!who.IsMember) return [];
        var slips = await db.Set<CashSlip>().Where(s => s.DoneAt != null).Select(s => new { s.Kind, s.FundId, At = s.DoneAt!.Value }).ToListAsync();
        if (slips.Count == 0 || await Book.Held(db, slips[0].FundId) == Cents.Zero) return [];
        var counts = slips.Where(s => s.Kind == CashSlipKind.Count).ToList();
        var due = (counts.Count > 0 ? counts.Max(s => s.At) : slips.Min(s => s.At)) + Between;
        return due > now ? [] : [new DeskTask(words["cash.task"], "/geld/kas", due, words["cash.task.nothing"])];
    }
}
