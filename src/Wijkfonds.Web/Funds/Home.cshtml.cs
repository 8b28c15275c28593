using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Funds;

/// <summary>Home of a fund; outside one it leads to the only fund, or lists them.</summary>
[AllowAnonymous, Anywhere]
public sealed class HomeModel : FundPage
{
    public async Task<IActionResult> OnGet()
    {
        if (Get<FundScope>().Fund is not null) return Page();
        var slugs = await Db.Set<Fund>().OrderBy(f => f.Name).Select(f => f.Slug).ToListAsync();
        return slugs.Count == 1 ? LocalRedirect($"/w/{slugs[0]}/") : NotFound();
    }
}
