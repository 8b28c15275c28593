using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>What organisations bring to my plans: confirm what came, take up what is left.</summary>
[Authorize]
public sealed class MineModel : FundPage
{
    public DateOnly Today { get; private set; }
    public IReadOnlyList<PlanInKind> Plans { get; private set; } = [];

    public async Task OnGet()
    {
        Today = await Book.Today(Db, Now, Fund.Id);
        var plans = new List<PlanInKind>();
        foreach (var plan in await PlanTeam.Of(Db, Viewer.AccountId)
            .OrderByDescending(p => p.Round.Number).ThenBy(p => p.Number).Select(p => p.Id).ToListAsync())
        {
            var found = await PlanInKind.Of(Db, Now, plan);
            if (found.Takes || found.Taken.Count > 0) plans.Add(found);
        }
        Plans = plans;
    }
}
