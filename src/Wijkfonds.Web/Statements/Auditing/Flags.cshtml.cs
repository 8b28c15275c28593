using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>What deserves a second look, for members, the audit committee and the accountant.</summary>
[Authorize]
public sealed class FlagsModel : FundPage
{
    public IReadOnlyList<Flag> Flags { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!Viewer.SeesMoney) return NotFound();
        Flags = await Auditing.Flags.Of(Db, Fund.Id);
        return Page();
    }
}
