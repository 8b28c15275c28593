using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Web.Alliance;

namespace Wijkfonds.Web.Panels;

/// <summary>The draw, step by step, made to be shown on a wall: list, source, what it said, outcome, and how to redo it.</summary>
[AllowAnonymous]
public sealed class ShowModel : PanelPage
{
    public DrawAnnouncement? Announcement { get; private set; }
    public DrawBundle? Bundle { get; private set; }
    public IReadOnlyList<Standing> Standings { get; private set; } = [];
    /// <summary>What a member proposed and a second one has not signed yet; only members see it.</summary>
    public DecisionLine? Waiting { get; private set; }

    /// <summary>Something is here to do for this person: a list to join, a place to look at.</summary>
    public bool HasPlaceToShow => !Panel!.IsStopped && (Stage == PanelStage.Gathering || Mine is not null);

    public async Task<IActionResult> OnGet(int number)
    {
        if (!await Load(number)) return NotFound();
        if (Panel is null) return Page();
        Announcement = Panel.Announced?.Announcement;
        Bundle = Panel.Held?.Bundle;
        Standings = Seating.Of(Panel);
        if (Viewer.IsMember) Waiting = await OpenDecision();
        return Page();
    }

    /// <summary>Who has a seat now: the first drawn who did not decline, then the first of the reserve list.</summary>
    public IEnumerable<Standing> Seated => Standings.Where(s => s.HasSeat);
}
