using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Neighbours.Mine;

/// <summary>My details: what others see, in which language we write, and the way to everything else about the account.</summary>
public sealed class AccountModel : EntrancePage
{
    [BindProperty] public string? PublicName { get; set; }
    [BindProperty] public string? Language { get; set; }
    public string Email { get; private set; } = "";
    public bool HasSecondFactor { get; private set; }

    public async Task OnGet()
    {
        var me = await Load();
        (PublicName, Language) = (me.PublicName, me.Language);
    }

    public async Task<IActionResult> OnPost()
    {
        var me = await Load();
        var name = Passwords.ReadName(PublicName);
        if (name.Refused) return Refused(name.Refusal);
        (me.PublicName, me.Language) = (name.Value, Languages.Known(Language));
        if (SigningIn.Refused(await Get<UserManager<Account>>().UpdateAsync(me)) is { } refusal) return Refused(refusal);
        return Confirmed("/account", "account.saved");
    }

    private async Task<Account> Load()
    {
        var me = await Me();
        (Email, HasSecondFactor) = (me.Email ?? "", me.TwoFactorEnabled);
        return me;
    }
}
