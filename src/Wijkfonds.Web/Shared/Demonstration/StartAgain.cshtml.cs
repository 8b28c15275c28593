using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Neighbours;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>Throws the demonstration away and fills it anew.</summary>
public sealed class StartAgainModel(SignInManager<Account> signIn) : DemoAct
{
    protected override async Task<IActionResult> Play()
    {
        await signIn.SignOutAsync();
        await Get<Opening>().StartAgain();
        TempData["done"] = T["demo.again"];
        return LocalRedirect("/");
    }
}
