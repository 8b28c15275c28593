using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>All awards for members and the audit committee: what waits for a report, for an answer, for money. Newest first.</summary>
[Authorize]
public sealed class ListModel : FundPage
{
    public IReadOnlyList<Standing> Awards { get; private set; } = [];
    public Pages Pages { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!Viewer.SeesMoney) return NotFound();
        Pages = Pages.Of(Request, await Db.Set<Award>().CountAsync(), 50);
        var shown = await Db.Set<Award>().OrderByDescending(a => a.Number).Skip(Pages.Skip).Take(Pages.Size).Select(a => a.Id).ToListAsync();
        Awards = [.. (await Standing.Of(Db, Db.Set<Award>().AsNoTracking().Where(a => shown.Contains(a.Id)))).OrderByDescending(s => s.Award.Number)];
        return Page();
    }

    /// <summary>The words of where an award stands as a whole, and the look of its badge.</summary>
    public (string Key, string Badge) StateOf(Standing standing) =>
        standing.Award.ClosedAt is not null ? ("closed", "open")
        : standing.Parts.Any(p => p.State == PartState.Sent) ? ("sent", "wait")
        : standing.Parts.Any(p => p.IsOverdue(Now)) ? ("overdue", "no")
        : standing.IsDone ? ("done", "open") : ("going", "wait");
}
