using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Entrance;

[AllowAnonymous, EnableRateLimiting(Limits.Door)]
public sealed class ResetModel : EntrancePage
{
    [BindProperty(SupportsGet = true)] public Guid Account { get; set; }
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }
    [BindProperty] public string? Password { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var reset = await SigningIn.Reset(Now, Account, Code, Password);
        return reset.Refused ? Refused(reset.Refusal) : Confirmed("/inloggen", "reset.done");
    }
}
