using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Rounds;

/// <summary>A member proposes to move a deadline.</summary>
public sealed class MoveModel : FundPage
{
    public Round Round { get; private set; } = null!;

    [BindProperty]
    public DeadlineKind Which { get; set; }
    [BindProperty]
    public string? To { get; set; }
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The deadlines that have not passed.</summary>
    public IEnumerable<DeadlineKind> Movable => Enum.GetValues<DeadlineKind>().Where(kind =>
        Timetable.Of(Round)[kind].Instant > Now || (kind == DeadlineKind.VotingCloses && Round.PhaseAt(Now) == Phase.OpeningDelayed));

    public async Task<IActionResult> OnGet(int number)
    {
        if (!await Find(number)) return NotFound();
        Which = Movable.FirstOrDefault(DeadlineKind.VotingCloses);
        return Page();
    }

    public async Task<IActionResult> OnPost(int number)
    {
        if (!await Find(number)) return NotFound();
        var proposed = await Work.Run(db => MovingDeadline.Propose(db, Get<Deciding>(), Viewer, Now, number, Which, To, Reason));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed($"/rondes/{number}", "round.proposed");
    }

    private async Task<bool> Find(int number)
    {
        if (!Viewer.IsMember || await Db.Round(number) is not { } round || round.PhaseAt(Now) is Phase.Draft or >= Phase.Counting) return false;
        Round = round;
        return true;
    }
}
