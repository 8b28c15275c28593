using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>One earmark: what it binds, and where its euros are.</summary>
[AllowAnonymous]
public sealed class ShowModel : FundPage
{
    public Earmark Earmark { get; private set; } = null!;
    public string Giver { get; private set; } = "";
    public IReadOnlyList<Figure> Figures { get; private set; } = [];
    public Decision? Waiting { get; private set; }

    public async Task<IActionResult> OnGet(int number, int earmark)
    {
        var found = await Db.Set<Earmark>().AsNoTracking().Include(e => e.Places).Include(e => e.Contributor.Party)
            .SingleOrDefaultAsync(e => e.Contributor.Number == number && e.Number == earmark && (e.ConfirmedAt != null || Viewer.SeesMoney));
        if (found is null) return NotFound();
        (Earmark, Giver) = (found, found.Contributor.Party.Name);
        Figures = Figure.Now(await Movements.Of(Db, number, earmark), new EntryFilter { Contributor = number, Earmark = earmark });
        if (Viewer.IsMember) Waiting = await Db.Set<Decision>().AsNoTracking().SingleOrDefaultAsync(d => d.Kind == DecisionKind.ConfirmEarmark && d.Subject == found.Id && d.CarriedAt == null && d.DroppedAt == null);
        return Page();
    }
}
