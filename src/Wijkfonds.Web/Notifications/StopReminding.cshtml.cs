using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Notifications;

/// <summary>Where the link under a mail leads: one button, no sign-in. A used or unknown link says the same.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Door)]
public sealed class StopRemindingModel : FundPage
{
    [BindProperty(SupportsGet = true, Name = "wie")] public string? Token { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(int number)
    {
        await Work.Run<Done>(async db =>
        {
            await db.Set<Reminder>().Where(r => r.StopToken == Token).ExecuteDeleteAsync();
            return Done.It;
        });
        return Confirmed("/", "remind.off-done");
    }
}
