using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Notifications;

/// <summary>Ask to be told about a round, or no longer. For who has an account: that is where the address comes from.</summary>
public sealed class RemindModel : FundPage
{
    public Round Round { get; private set; } = null!;
    public bool IsOn { get; private set; }

    public async Task<IActionResult> OnGet(int number) => await Load(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int number)
    {
        if (!await Load(number)) return NotFound();
        if (Round.PhaseAt(Now) is Phase.Closed or Phase.CarryingOut or Phase.Cancelled) return Refused(new NothingToTell());
        var kept = await Work.Run<Done>(async db =>
        {
            if (!await db.Set<Reminder>().AnyAsync(r => r.RoundId == Round.Id && r.AccountId == Viewer.AccountId))
                db.Add(new Reminder { FundId = Fund.Id, RoundId = Round.Id, AccountId = Viewer.AccountId!.Value, AskedAt = Now });
            return Done.It;
        });
        if (kept.Refused) return Refused(kept.Refusal);
        return Confirmed($"/rondes/{number}/herinnering", "remind.on-done");
    }

    public async Task<IActionResult> OnPostStop(int number)
    {
        if (!await Load(number)) return NotFound();
        await Work.Run<Done>(async db =>
        {
            await db.Set<Reminder>().Where(r => r.RoundId == Round.Id && r.AccountId == Viewer.AccountId).ExecuteDeleteAsync();
            return Done.It;
        });
        return Confirmed($"/rondes/{number}/herinnering", "remind.off-done");
    }

    private async Task<bool> Load(int number)
    {
        var round = await Db.Set<Round>().AsNoTracking().Include(r => r.Acts).SingleOrDefaultAsync(r => r.Number == number);
        if (round is null || (round.PhaseAt(Now) == Phase.Draft && !Viewer.IsMember)) return false;
        Round = round;
        IsOn = await Db.Set<Reminder>().AnyAsync(r => r.RoundId == round.Id && r.AccountId == Viewer.AccountId);
        return true;
    }
}

/// <summary>The round is over: there is nothing left to be told about.</summary>
public sealed record NothingToTell : Refusal;
