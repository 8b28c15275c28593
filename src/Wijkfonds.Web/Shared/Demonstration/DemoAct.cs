using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>An act of the demonstration's bar: exists only there, only by POST, and leads back to where one was.</summary>
[AllowAnonymous, Anywhere]
public abstract class DemoAct : FundPage
{
    [BindProperty] public string? Back { get; set; }

    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPost() => Get<Stage>().MayPlay(HttpContext) ? await Play() : NotFound();

    protected abstract Task<IActionResult> Play();

    protected IActionResult GoBack() => LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");
}
