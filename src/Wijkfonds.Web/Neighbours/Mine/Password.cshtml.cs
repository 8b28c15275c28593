using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Mine;

/// <summary>Another password. Every other session of this account ends.</summary>
[EnableRateLimiting(Limits.Door)]
public sealed class PasswordModel : EntrancePage
{
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? NewPassword { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var me = await Me();
        if (Passwords.Check(NewPassword, me.Email, nameof(NewPassword)) is { } weak) return Refused(weak);
        await Get<Letters>().PasswordChanged(Db, Now, me);
        var changed = await Get<UserManager<Account>>().ChangePasswordAsync(me, Password ?? "", NewPassword!);
        if (SigningIn.Refused(changed) is { } refusal) return Refused(refusal);
        await Get<SignInManager<Account>>().RefreshSignInAsync(me);
        return Confirmed("/account", "password.done");
    }
}
