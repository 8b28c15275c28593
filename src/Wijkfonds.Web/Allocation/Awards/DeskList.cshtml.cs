using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>At the desk: the plans of which a report is wanted, for who brings theirs on paper.</summary>
[Authorize]
public sealed class DeskListModel : FundPage
{
    public IReadOnlyList<Standing> Wanted { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!Viewer.IsDesk) return NotFound();
        Wanted = [.. (await Standing.Of(Db, Db.Set<Award>().AsNoTracking().Where(a => a.ClosedAt == null && a.Parts.Any()))).Where(s => s.Wanted is not null)];
        return Page();
    }
}
