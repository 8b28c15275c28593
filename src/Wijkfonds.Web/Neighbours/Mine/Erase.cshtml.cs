using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Mine;

[EnableRateLimiting(Limits.Door)]
public sealed class EraseModel : EntrancePage
{
    [BindProperty] public string? Password { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var me = await Me();
        if (!await Get<UserManager<Account>>().CheckPasswordAsync(me, Password ?? "")) return Refused(new WrongPassword(nameof(Password)));
        var erased = await Work.Run(null, db => Erasing.Account(db, me.Id, Now));
        if (erased.Refused) return Refused(erased.Refusal);
        await Get<SignInManager<Account>>().SignOutAsync();
        return Confirmed("/", "erase.done");
    }
}
