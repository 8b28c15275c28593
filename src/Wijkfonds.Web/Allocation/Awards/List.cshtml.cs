using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>All awards for members and the audit committee: what waits for a report, for an answer, for money. Newest first.</summary>
[Authorize]
public sealed class ListModel : FundPage
{
    public IReadOnlyList<Standing> Awards { get; private set; } = [];
    public Pages Pages { get; private set; } = null!;
    /// <summary>By award what is promised for later years and waits for deposits; only where there is something.</summary>
    public IReadOnlyDictionary<Guid, Cents> Conditional { get; private set; } = new Dictionary<Guid, Cents>();

    public async Task<IActionResult> OnGet()
    {
        if (!Viewer.SeesMoney) return NotFound();
        Pages = Pages.Of(Request, await Db.Set<Award>().CountAsync(), 50);
        var shown = await Db.Set<Award>().OrderByDescending(a => a.Number).Skip(Pages.Skip).Take(Pages.Size).Select(a => a.Id).ToListAsync();
        Awards = [.. (await Standing.Of(Db, Db.Set<Award>().AsNoTracking().Where(a => shown.Contains(a.Id)))).OrderByDescending(s => s.Award.Number)];
        Conditional = (await Db.Set<ConditionalYear>().AsNoTracking().Where(y => shown.Contains(y.AwardId) && y.TurnedAt == null && y.EndedAt == null).ToListAsync())
            .GroupBy(y => y.AwardId).ToDictionary(g => g.Key, g => g.Aggregate(Cents.Zero, (sum, y) => sum + y.Amount));
        return Page();
    }

    /// <summary>The words of where an award stands as a whole, and the look of its badge.</summary>
    public (string Key, string Badge) StateOf(Standing standing) =>
        standing.Award.ClosedAt is not null ? ("closed", "open")
        : standing.Parts.Any(p => p.State == PartState.Sent) ? ("sent", "wait")
        : standing.Parts.Any(p => p.IsOverdue(Now)) ? ("overdue", "no")
        : standing.IsDone ? ("done", "open") : ("going", "wait");
}
