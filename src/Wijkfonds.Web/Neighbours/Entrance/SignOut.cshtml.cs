using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Wijkfonds.Web.Neighbours.Entrance;

[AllowAnonymous]
public sealed class SignOutModel : EntrancePage
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        await Get<SignInManager<Account>>().SignOutAsync();
        return Confirmed("sign-out.done");
    }
}
