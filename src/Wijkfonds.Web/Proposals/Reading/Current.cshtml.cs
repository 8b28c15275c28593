using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Proposals.Reading;

/// <summary>"Plannen" in the menu: leads to the plans of the round that people look for now.</summary>
[AllowAnonymous]
public sealed class CurrentModel : FundPage
{
    public async Task<IActionResult> OnGet() =>
        await Db.CurrentRound(Now) is { } round ? LocalRedirect(Here($"/rondes/{round.Number}/plannen")) : Page();
}
