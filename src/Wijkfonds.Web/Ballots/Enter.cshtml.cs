using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Ballots;

/// <summary>The code field. The code comes in the body of a POST and goes no further than this page.</summary>
[AllowAnonymous, ResponseCache(NoStore = true), RequestTimeout(VotingHours.Policy)]
public sealed class EnterModel : FundPage
{
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    public bool IsUnfinished => BallotSession.Of(HttpContext, Now) is { IsUnfinished: true };

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var outcome = await Get<Entrance>().Enter(Db, Now, Code, ClientAddress.Of(HttpContext.Connection.RemoteIpAddress));
        if (outcome.Refused) return Refused(outcome.Refusal);
        BallotSession.For(outcome.Value).Keep(HttpContext, Now);
        return LocalRedirect(Here(outcome.Value.InBox is null ? "/stembiljet" : "/stembewijs"));
    }
}
