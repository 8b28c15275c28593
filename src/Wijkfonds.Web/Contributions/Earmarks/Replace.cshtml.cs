using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>The treasurer replaces the list of places that an earmark binds to.</summary>
[Authorize, UploadLimit(MostMegabytes), RequestSizeLimit(MostBody), RequestFormLimits(MultipartBodyLengthLimit = MostBody)]
public sealed class ReplaceModel : PlacesPage
{
    [BindProperty] public string? Name { get; set; }
    public Earmark Earmark { get; private set; } = null!;

    public async Task<IActionResult> OnGet(int number, int earmark)
    {
        if (await Load(number, earmark) is { } refusal) return Refused(refusal);
        return Request.Query.ContainsKey("te-groot") ? Refused(new PlacesFileTooLarge()) : Page();
    }

    public async Task<IActionResult> OnPost(int number, int earmark)
    {
        if ((await Load(number, earmark) ?? await ReadFile()) is { } refusal) return Refused(refusal);
        var proposed = await Work.Run(db => ReplacingPlaces.Propose(db, Get<Deciding>(), Viewer, Now, number, earmark, new PlacesForm(Name, Places), T));
        return proposed.Refused ? RefusedList(proposed.Refusal) : Confirmed($"/bijdragers/{number}/oormerken/{earmark}", "places.proposed");
    }

    private async Task<Refusal?> Load(int number, int earmark)
    {
        var found = await Db.Set<Earmark>().AsNoTracking().Include(e => e.Places).Include(e => e.Lists).Include(e => e.Contributor.Party).AsSplitQuery()
            .SingleOrDefaultAsync(e => e.Contributor.Number == number && e.Number == earmark && (e.ConfirmedAt != null || Viewer.SeesMoney));
        if (found is null) return new NotFoundHere();
        Earmark = found;
        return Treasury.Bar(Viewer) ?? ReplacingPlaces.Bars(found);
    }
}
