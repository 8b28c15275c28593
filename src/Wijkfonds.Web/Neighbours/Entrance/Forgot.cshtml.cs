using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Entrance;

[AllowAnonymous, EnableRateLimiting(Limits.Door)]
public sealed class ForgotModel : EntrancePage
{
    [BindProperty] public string? Email { get; set; }
    public bool Sent { get; private set; }

    public void OnGet() => Sent = (Email = TempData["reset-mailed"] as string) is not null;

    public async Task<IActionResult> OnPost()
    {
        var sent = await Get<Registering>().Forgot(Now, T.Language, Email);
        if (sent.Refused) return Refused(sent.Refusal);
        TempData["reset-mailed"] = sent.Value;
        return LocalRedirect(Here("/account/wachtwoord-vergeten"));
    }
}
