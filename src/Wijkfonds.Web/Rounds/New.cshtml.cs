using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Rounds;

/// <summary>A member makes a round: a draft that nobody else sees until a second member approves.</summary>
public sealed class NewModel : RoundFormPage
{
    public void OnGet() => Form = RoundForm.Blank(Now, Fund.Zone);

    public async Task<IActionResult> OnPost()
    {
        var saved = await Work.Run<Round>(async db =>
        {
            var round = RoundForm.Start(Fund.Id, 1 + (await db.Set<Round>().MaxAsync(r => (int?)r.Number) ?? 0), Now, Fund.Zone);
            if ((Form.Into(round, Fund.Zone) ?? await Check(db, round, Now)) is { } refusal) return refusal;
            db.Add(round);
            return round;
        });
        return saved.Refused ? Refused(saved.Refusal) : Confirmed($"/rondes/{saved.Value.Number}", "round.saved", saved.Value.Name);
    }
}
