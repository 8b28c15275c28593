using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Neighbours;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>Throws the demonstration away and fills it anew.</summary>
public sealed class StartAgainModel(Opening opening, SignInManager<Account> signIn) : DemoAct
{
    protected override async Task<IActionResult> Play()
    {
        await signIn.SignOutAsync();
        await opening.StartAgain();
        TempData["done"] = T["demo.again"];
        return LocalRedirect("/");
    }
}
