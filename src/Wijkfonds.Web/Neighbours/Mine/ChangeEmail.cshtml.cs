using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Mine;

/// <summary>Another address: confirmed from its own mailbox, and told to the old one. Whether it is taken stays unsaid here.</summary>
[EnableRateLimiting(Limits.Door)]
public sealed class ChangeEmailModel : EntrancePage
{
    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Password { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var accounts = Get<UserManager<Account>>();
        var me = await Me();
        var address = Passwords.ReadEmail(Email);
        if (address.Refused) return Refused(address.Refusal);
        if (!await accounts.CheckPasswordAsync(me, Password ?? "")) return Refused(new WrongPassword(nameof(Password)));
        var name = accounts.NormalizeName(address.Value);
        var letters = Get<Letters>();
        var written = await Work.Run<Done>(null, async db =>
        {
            if (await db.Set<Account>().SingleOrDefaultAsync(a => a.NormalizedUserName == name) is { } other) await letters.Exists(db, Now, other);
            else await letters.NewAddress(db, Now, me, address.Value);
            await letters.AddressChanges(db, Now, me);
            return Done.It;
        });
        return written.Refused ? Refused(written.Refusal) : Confirmed("/account", "email.mailed", address.Value);
    }
}
