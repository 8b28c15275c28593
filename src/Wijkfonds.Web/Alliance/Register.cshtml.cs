using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Alliance;

/// <summary>The public register: what was decided, by whom and when; and what was not carried.</summary>
[AllowAnonymous]
public sealed class RegisterModel : FundPage
{
    public const int PerPage = 50;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;
    public IReadOnlyList<DecisionLine> Decisions { get; private set; } = [];
    public int Pages { get; private set; }

    public async Task OnGet()
    {
        var settled = DecisionLine.Query(Db).Where(d => d.CarriedAt != null || d.DroppedAt != null);
        Pages = Math.Max(1, (await settled.CountAsync() + PerPage - 1) / PerPage);
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        var page = await settled.OrderByDescending(d => d.Number).Skip((PageNumber - 1) * PerPage).Take(PerPage).ToListAsync();
        Decisions = [.. page.Select(d => DecisionLine.Brief(d, T))];
    }
}
