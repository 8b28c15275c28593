using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Rounds;

/// <summary>Every round of the fund, the newest first; drafts only for the alliance.</summary>
[AllowAnonymous]
public sealed class AllModel : FundPage
{
    public IReadOnlyList<Round> Rounds { get; private set; } = [];

    public async Task OnGet()
    {
        var all = await Db.Rounds().OrderByDescending(r => r.Number).ToListAsync();
        Rounds = [.. all.Where(r => r.IsPublic || Viewer.IsMember)];
    }
}
