using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Rounds;

/// <summary>A member throws a draft away: nobody outside the alliance ever saw it, and no money was set apart for it.</summary>
public sealed class DiscardModel : FundPage
{
    public Round Round { get; private set; } = null!;

    public async Task<IActionResult> OnGet(int number) => await Find(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int number)
    {
        if (!await Find(number)) return NotFound();
        var gone = await Work.Run<Round>(async db =>
        {
            if (await db.Round(number) is not { } round || round.Id != Round.Id) return new NotFoundHere();
            if (round.PhaseAt(Now) != Phase.Draft) return new RulesStand();
            await Deciding.Drop(db, Now, DecisionKind.ApproveRound, round.Id);
            db.RemoveRange([.. round.Sections, .. round.Themes, round]);
            return round;
        });
        return gone.Refused ? Refused(gone.Refusal) : Confirmed("/rondes", "round.discarded", Round.Name);
    }

    private async Task<bool> Find(int number)
    {
        if (!Viewer.IsMember || await Db.Set<Round>().AsNoTracking().Include(r => r.Acts).SingleOrDefaultAsync(r => r.Number == number) is not { } round
            || round.PhaseAt(Now) != Phase.Draft) return false;
        Round = round;
        return true;
    }
}
