using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Hosting;

[AllowAnonymous, EnableRateLimiting(Limits.Door)]
public sealed class FirstTimeModel : EntrancePage
{
    [BindProperty(Name = "")] public FoundingForm Form { get; set; } = new();

    public async Task<IActionResult> OnGet() => await Get<FirstRun>().IsWaiting() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        var firstRun = Get<FirstRun>();
        if (!await firstRun.IsWaiting()) return NotFound();
        var founded = await Get<Founding>().Found(Form, T.Language, Now);
        if (founded.Refused) return Refused(founded.Refusal);
        firstRun.Close();
        TempData["done"] = T["first-run.done", founded.Value.Name];
        return LocalRedirect($"/w/{founded.Value.Slug}/inloggen");
    }
}
