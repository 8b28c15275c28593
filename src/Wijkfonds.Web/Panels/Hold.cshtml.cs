using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Panels;

/// <summary>After the source spoke a member types what it said; a second reads it too, and the outcome follows.</summary>
public sealed class HoldModel : PanelPage
{
    [BindProperty] public string? Said { get; set; }

    public async Task<IActionResult> OnGet(int number) => Viewer.IsMember && await LoadPanel(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int number)
    {
        if (!Viewer.IsMember || !await LoadPanel(number)) return NotFound();
        var proposed = await Work.Run<Decision>(async db =>
        {
            if (await db.PanelOf(Round.Id) is not { } panel) return new NotFoundHere();
            var bundle = panel.Draw(Said, Now);
            if (bundle.Refused) return bundle.Refusal;
            return await Get<Deciding>().Propose(db, Viewer, Now, DecisionKind.HoldDraw, panel.Id,
                Get<Texts>().In(Fund.Language)["draw.hold.about", Round.Name, bundle.Value.SourceSaid], Home,
                JsonSerializer.Serialize(new SaidTerms(bundle.Value.SourceSaid)));
        });
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed(Home, "draw.hold.proposed");
    }
}
