using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Mine;

/// <summary>Where the mail to the new address leads. Whoever is signed in there must sign in again with the new address.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Door)]
public sealed class ConfirmEmailModel : EntrancePage
{
    [BindProperty(SupportsGet = true)] public Guid Account { get; set; }
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }
    [BindProperty(SupportsGet = true, Name = "adres")] public string? Address { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var accounts = Get<UserManager<Account>>();
        if (await accounts.FindByIdAsync(Account.ToString()) is not { ErasedAt: null } account || Letters.Token(Code) is not { } token || Address is null)
            return Refused(new StaleLink());
        account.UserName = Address;
        try
        {
            if (SigningIn.Refused(await accounts.ChangeEmailAsync(account, Address, token)) is { } refusal) return Refused(refusal);
        }
        catch (DbUpdateException exception) when (Database.IsDuplicate(exception))
        {
            // Somebody made an account with this address at the same moment.
            return Refused(new AddressTaken());
        }
        return Confirmed("/inloggen", "email.done");
    }
}
