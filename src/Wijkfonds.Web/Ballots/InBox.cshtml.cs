using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Wijkfonds.Web.Ballots;

/// <summary>"Je stem zit in de bus": that it is in, never what it says.</summary>
[AllowAnonymous]
public sealed class InBoxModel : BallotPage
{
    public async Task<IActionResult> OnGet() => await Admit() && Session.Receipt.Length > 0 ? Page() : ToCode();

    /// <summary>Leaves nothing behind on a computer that others use too.</summary>
    public IActionResult OnPost()
    {
        BallotSession.Forget(HttpContext);
        return Confirmed("/", "receipt.forgotten");
    }
}
