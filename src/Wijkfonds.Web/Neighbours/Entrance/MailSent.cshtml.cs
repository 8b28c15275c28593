using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Entrance;

/// <summary>"Look in your mailbox", the same for every address; from here the link is sent again.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Door)]
public sealed class MailSentModel : EntrancePage
{
    [BindProperty] public string? Email { get; set; }

    public void OnGet() => Email = TempData.Peek("mailed") as string;

    public async Task<IActionResult> OnPost()
    {
        var sent = await Get<Registering>().Resend(Now, T.Language, Email);
        if (sent.Refused) return Refused(sent.Refusal);
        TempData["mailed"] = sent.Value;
        TempData["done"] = T["mail-sent.again-done"];
        return LocalRedirect(Here("/account/mail-verstuurd"));
    }
}
