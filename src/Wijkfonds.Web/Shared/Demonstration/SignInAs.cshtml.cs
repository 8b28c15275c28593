using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Neighbours;

namespace Wijkfonds.Web.Shared.Demonstration;

/// <summary>Signs in as one of the bar's people, with the second factor done; an empty key signs out.</summary>
public sealed class SignInAsModel(SignInManager<Account> signIn, UserManager<Account> accounts) : DemoAct
{
    [BindProperty] public string? Who { get; set; }

    protected override async Task<IActionResult> Play()
    {
        await signIn.SignOutAsync();
        if (Players.All.FirstOrDefault(p => p.Key == Who) is { } player && await accounts.FindByEmailAsync(player.Email) is { } account)
            await signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim("amr", "mfa")]);
        return GoBack();
    }
}
