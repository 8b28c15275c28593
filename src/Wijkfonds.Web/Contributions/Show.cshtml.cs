using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions;

/// <summary>One organisation: what it promised and where its euros are.</summary>
[AllowAnonymous]
public sealed class ShowModel : FundPage
{
    public Contributor Contributor { get; private set; } = null!;
    public IReadOnlyList<Figure> Figures { get; private set; } = [];
    /// <summary>What a second member still has to look at.</summary>
    public Decision? Waiting { get; private set; }
    public IReadOnlyList<string> Representatives { get; private set; } = [];

    public async Task<IActionResult> OnGet(int number)
    {
        var contributor = await Db.Set<Contributor>().AsNoTracking().Include(c => c.Party).Include(c => c.Pledges)
            .SingleOrDefaultAsync(c => c.Number == number && (c.ConfirmedAt != null || Viewer.SeesMoney));
        if (contributor is null) return NotFound();
        Contributor = contributor;
        Figures = await Figure.Now(Db, number);
        if (!Viewer.SeesMoney) return Page();
        Waiting = await Db.Set<Decision>().AsNoTracking().Where(d => d.Kind == DecisionKind.ConfirmContributor && d.Subject == contributor.Id
            && d.CarriedAt == null && d.DroppedAt == null).SingleOrDefaultAsync();
        Representatives = await Db.Set<Representative>().Where(r => r.ContributorId == contributor.Id && r.Until == null).OrderBy(r => r.From)
            .Join(Db.Set<Account>(), r => r.AccountId, a => a.Id, (r, a) => a.PublicName).ToListAsync();
        return Page();
    }
}
