using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Panels;

/// <summary>A drawn resident says yes or no. After a no the next on the reserve list moves up, and is told (<see cref="TellReserves"/>).</summary>
public sealed class AnswerModel : PanelPage
{
    public Standing? Standing => Mine is { } mine ? Seating.Of(Panel!).SingleOrDefault(s => s.Candidate == mine) : null;

    public async Task<IActionResult> OnGet(int number) => await LoadPanel(number) && Mine is not null ? Page() : NotFound();

    public Task<IActionResult> OnPostAccept(int number) => Say(number, true, "panel.accepted");

    public Task<IActionResult> OnPostDecline(int number) => Say(number, false, "panel.declined");

    private async Task<IActionResult> Say(int number, bool accepts, string confirmation)
    {
        if (!await LoadPanel(number) || Mine is null) return NotFound();
        var said = await Work.Run<Candidate>(async db => await db.PanelOf(Round.Id) is { } panel
            ? Seating.Say(panel, Viewer.AccountId!.Value, accepts, Now) : new NotFoundHere());
        return said.Refused ? Refused(said.Refusal) : Confirmed($"{Home}/antwoord", confirmation);
    }
}
