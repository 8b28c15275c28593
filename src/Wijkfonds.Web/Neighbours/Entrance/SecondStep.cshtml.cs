using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Entrance;

[AllowAnonymous, EnableRateLimiting(Limits.Door)]
public sealed class SecondStepModel : EntrancePage
{
    [BindProperty] public string? Code { get; set; }
    /// <summary>Set by the button under the recovery code.</summary>
    [BindProperty(Name = "herstel", SupportsGet = true)] public bool Recovery { get; set; }

    public string Other => WithReturn("/inloggen/code") + (ReturnPath is null ? "?" : "&") + (Recovery ? "herstel=false" : "herstel=true");

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var door = await SigningIn.SecondStep(Now, Code, Recovery);
        return door.Refused ? Refused(door.Refusal) : Onward();
    }
}
