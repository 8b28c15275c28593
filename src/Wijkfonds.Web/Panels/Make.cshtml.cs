using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Panels;

/// <summary>A member makes the panel of a round, or changes it while nobody is on the list.</summary>
public sealed class MakeModel : PanelPage
{
    [BindProperty] public string? Seats { get; set; } = "12";
    [BindProperty] public string? Reserve { get; set; } = "24";
    [BindProperty] public string? Closes { get; set; }

    public async Task<IActionResult> OnGet(int number)
    {
        if (!Viewer.IsMember || !await Load(number)) return NotFound();
        if (Panel is { } panel) (Seats, Reserve, Closes) = (Words(panel.Seats), Words(panel.Reserve), panel.Closes.Local);
        return Page();
    }

    public async Task<IActionResult> OnPost(int number)
    {
        if (!Viewer.IsMember || !await Load(number)) return NotFound();
        var closes = Deadline.Read(Closes, Fund.Zone, "closes");
        if (closes.Refused) return Refused(closes.Refusal);
        var made = await Work.Run<Done>(async db =>
        {
            if (await db.RoundForPanel(number) is not { } round) return new NotFoundHere();
            if (await db.PanelOf(round.Id) is { } panel) return panel.Set(round, Number(Seats), Number(Reserve), closes.Value, Now) is { } no ? no : Done.It;
            var fresh = Panels.Panel.For(round, Number(Seats), Number(Reserve), closes.Value, Now);
            if (fresh.Refused) return fresh.Refusal;
            db.Add(fresh.Value);
            return Done.It;
        });
        return made.Refused ? Refused(made.Refusal) : Confirmed(Home, "panel.made");
    }

    // What is no number is out of every range.
    private static int Number(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string Words(int number) => number.ToString(CultureInfo.InvariantCulture);
}
