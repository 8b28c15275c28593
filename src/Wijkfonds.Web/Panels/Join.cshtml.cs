using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Panels;

/// <summary>A resident puts themselves forward, and can take it back until the list closes.</summary>
public sealed class JoinModel : PanelPage
{
    [BindProperty] public string? PublicName { get; set; }

    public async Task<IActionResult> OnGet(int number) => await LoadPanel(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPostJoin(int number)
    {
        if (!await LoadPanel(number)) return NotFound();
        var joined = await Work.Run<Candidate>(async db =>
        {
            if (await db.PanelOf(Round.Id) is not { } panel) return new NotFoundHere();
            if (await Auditors.Holds(db, Viewer.AccountId!.Value, Now)) return new AuditorSitsOnNoPanel();
            var candidate = panel.Join(Viewer.AccountId!.Value, PublicName, Now);
            if (candidate.Refused) return candidate;
            await Get<PanelMails>().Joined(db, Now, Fund, panel, candidate.Value);
            return candidate;
        });
        return joined.Refused ? Refused(joined.Refusal) : Confirmed($"{Home}/meedoen", "panel.joined", joined.Value.Label);
    }

    public async Task<IActionResult> OnPostLeave(int number)
    {
        if (!await LoadPanel(number)) return NotFound();
        var left = await Work.Run<Candidate>(async db => await db.PanelOf(Round.Id) is { } panel
            ? panel.Leave(Viewer.AccountId!.Value, Now) : new NotFoundHere());
        return left.Refused ? Refused(left.Refusal) : Confirmed($"{Home}/meedoen", "panel.left");
    }
}
