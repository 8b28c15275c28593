using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Ballots;

/// <summary>On pages about a round in voting: how many voted, and that this browser holds an unfinished ballot of it.</summary>
public sealed class VoteNow(WijkfondsContext db, Now now) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid round)
    {
        var unfinished = BallotSession.Of(HttpContext, now.Instant) is { IsUnfinished: true } session && (await CodeMaking.Of(db, round))?.Id == session.Box;
        return View("/Ballots/VoteNow.cshtml", new VoteNowView(await Turnout.Of(db, round), unfinished));
    }
}

public sealed record VoteNowView(Turnout? Turnout, bool IsUnfinished);
