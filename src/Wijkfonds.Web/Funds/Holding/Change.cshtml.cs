using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Funds.Holding;

/// <summary>A member writes who holds the account; a second one agrees.</summary>
[Authorize]
public sealed class ChangeModel : FundPage
{
    [BindProperty] public HolderForm Typed { get; set; } = new();

    public async Task<IActionResult> OnGet()
    {
        if (!Viewer.IsMember) return NotFound();
        Typed = await SettingHolder.Now(Db) is { } holder ? HolderForm.Of(holder) : new HolderForm { Kind = nameof(HolderKind.Foundation) };
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!Viewer.IsMember) return NotFound();
        var proposed = await Work.Run(db => SettingHolder.Propose(db, Get<Deciding>(), Viewer, Now, Fund.Id, Typed));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed("/rekeninghouder", "contributor.proposed");
    }
}
