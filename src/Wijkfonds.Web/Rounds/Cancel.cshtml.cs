using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Rounds;

/// <summary>A member proposes to stop a round.</summary>
public sealed class CancelModel : FundPage
{
    public Round Round { get; private set; } = null!;

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGet(int number) => await Find(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int number)
    {
        if (!await Find(number)) return NotFound();
        var proposed = await Work.Run(db => CancellingRound.Propose(db, Get<Deciding>(), Viewer, Now, number, Reason));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed($"/rondes/{number}", "round.proposed");
    }

    private async Task<bool> Find(int number)
    {
        if (!Viewer.IsMember || await Db.Round(number) is not { } round || CancellingRound.Check(round, Now) is not null) return false;
        Round = round;
        return true;
    }
}
