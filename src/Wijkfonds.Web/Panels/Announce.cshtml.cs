using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Panels;

/// <summary>A member names the source and its moment; a second signs the hash of the closed list with it.</summary>
public sealed class AnnounceModel : PanelPage
{
    [BindProperty] public string? Source { get; set; }
    [BindProperty] public string? Speaks { get; set; }

    public async Task<IActionResult> OnGet(int number) => Viewer.IsMember && await LoadPanel(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int number)
    {
        if (!Viewer.IsMember || !await LoadPanel(number)) return NotFound();
        var speaks = Deadline.Read(Speaks, Fund.Zone, "speaks");
        if (speaks.Refused) return Refused(speaks.Refusal);
        var proposed = await Work.Run<Decision>(async db =>
        {
            if (await db.PanelOf(Round.Id) is not { } panel) return new NotFoundHere();
            var announcement = panel.Announce(AnnounceDraw.Reference(Fund, panel), Source, speaks.Value, Now);
            if (announcement.Refused) return announcement.Refusal;
            var (draw, words) = (announcement.Value, Get<Texts>().In(Fund.Language));
            return await Get<Deciding>().Propose(db, Viewer, Now, DecisionKind.AnnounceDraw, panel.Id,
                words["draw.announce.about", Round.Name, draw.Source, draw.Hash()[..12]], Home,
                JsonSerializer.Serialize(new DrawTerms(draw.Source, speaks.Value.Local, speaks.Value.Zone, draw.Hash())));
        });
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed(Home, "draw.announce.proposed");
    }
}
