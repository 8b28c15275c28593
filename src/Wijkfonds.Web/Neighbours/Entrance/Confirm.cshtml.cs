using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Entrance;

/// <summary>Where the link of the mail leads: the password once more, and one is in.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Door)]
public sealed class ConfirmModel : EntrancePage
{
    [BindProperty(SupportsGet = true)] public Guid Account { get; set; }
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }
    [BindProperty] public string? Password { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var door = await SigningIn.Confirm(Now, Account, Code, Password);
        return door.Refused ? Refused(door.Refusal) : Confirmed("confirm.done");
    }
}
