using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Entrance;

[AllowAnonymous, EnableRateLimiting(Limits.Door)]
public sealed class RegisterModel : EntrancePage
{
    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? PublicName { get; set; }

    public IActionResult OnGet() => Viewer.IsSignedIn ? Onward() : Page();

    public async Task<IActionResult> OnPost()
    {
        var sent = await Get<Registering>().Register(Now, T.Language, Email, Password, PublicName, LocalReturn);
        if (sent.Refused) return Refused(sent.Refusal);
        TempData["mailed"] = sent.Value;
        return LocalRedirect(Here("/account/mail-verstuurd"));
    }
}
