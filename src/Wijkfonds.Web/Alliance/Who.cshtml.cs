using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Alliance;

/// <summary>Who decides, with the names they chose, for how long, and how you get a seat.</summary>
[AllowAnonymous]
public sealed class WhoModel : FundPage
{
    private IReadOnlyList<Place> places = [];

    public IReadOnlyList<DeclaredInterest> Interests { get; private set; } = [];

    public IEnumerable<Place> At(Body body) => places.Where(p => p.Body == body);

    public async Task OnGet()
    {
        places = await Place.All(Db, Now);
        Interests = await DeclaredInterest.Open(Db, T, Now);
    }
}
