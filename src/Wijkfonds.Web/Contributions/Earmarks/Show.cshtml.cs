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
    /// <summary>Whether a second member can still agree to it as a whole.</summary>
    public bool Waits { get; private set; }
    /// <summary>Its lists of places, the newest first: number, name, from when it counts, how many lines. What waits for a second member only those see who see money.</summary>
    public IReadOnlyList<(int Number, string Name, DateTimeOffset? Since, int Places)> Lists { get; private set; } = [];

    public async Task<IActionResult> OnGet(int number, int earmark)
    {
        var found = await Db.Set<Earmark>().AsNoTracking().Include(e => e.Places).Include(e => e.Lists).Include(e => e.Contributor.Party).AsSplitQuery()
            .SingleOrDefaultAsync(e => e.Contributor.Number == number && e.Number == earmark && (e.ConfirmedAt != null || Viewer.SeesMoney));
        if (found is null) return NotFound();
        (Earmark, Giver) = (found, found.Contributor.Party.Name);
        var waiting = await Db.Set<Decision>().AsNoTracking().SingleOrDefaultAsync(d => (d.Kind == DecisionKind.ConfirmEarmark || d.Kind == DecisionKind.ReplacePlaces) && d.Subject == found.Id && d.CarriedAt == null && d.DroppedAt == null);
        (Waiting, Waits) = (Viewer.IsMember ? waiting : null, waiting is { Kind: DecisionKind.ConfirmEarmark });
        if (found.Places.Count > 0)
            Lists = [.. found.Lists.Where(l => l.ConfirmedAt is not null || (Viewer.SeesMoney && waiting is { Kind: DecisionKind.ReplacePlaces } && ReplacingPlaces.List(waiting) == l.Number)).OrderByDescending(l => l.Number).Select(l => (l.Number, l.Name, l.ConfirmedAt, found.PlacesOf(l.Number).Count)),
                (1, T["places.first"], found.ConfirmedAt, found.PlacesOf(1).Count)];
        Figures = Figure.Now(await Movements.Of(Db, number, earmark), new EntryFilter { Contributor = number, Earmark = earmark });
        return Page();
    }
}
