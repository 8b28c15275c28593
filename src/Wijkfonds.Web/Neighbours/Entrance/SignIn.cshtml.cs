using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Entrance;

[AllowAnonymous, EnableRateLimiting(Limits.Door)]
public sealed class SignInModel : EntrancePage
{
    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Password { get; set; }

    public IActionResult OnGet() => Viewer.IsSignedIn ? Onward() : Page();

    public async Task<IActionResult> OnPost()
    {
        var door = await SigningIn.Try(Now, Email, Password);
        if (door.Refused) return Refused(door.Refusal);
        return door.Value == Door.SecondStep ? LocalRedirect(WithReturn("/inloggen/code")) : Onward();
    }
}
