using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Proposals.Writing;

/// <summary>What a plan needs, and the button that begins one. A stranger reads why an account is needed, and how to come back.</summary>
[AllowAnonymous]
public sealed class StartModel : FundPage
{
    public Round Round { get; private set; } = null!;
    public Refusal? Closed { get; private set; }

    public string EntranceLink => Here("/inloggen") + QueryString.Create("terug", Here($"/rondes/{Round.Number}/plannen/nieuw"));

    public async Task<IActionResult> OnGet(int number) => await Load(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int number)
    {
        if (!await Load(number)) return NotFound();
        if (Viewer.AccountId is not { } account) return Refused(new AccountNeeded());
        var started = await Work.Run(db => Drafting.Start(db, account, number, Now));
        return started.Refused ? Refused(started.Refusal) : LocalRedirect(Here($"/mijn/plannen/{started.Value.Handle}/1"));
    }

    private async Task<bool> Load(int number)
    {
        if (await Db.PublicRound(number) is not { } round) return false;
        (Round, Closed) = (round, WritingRules.MayStart(round, Now));
        return true;
    }
}
