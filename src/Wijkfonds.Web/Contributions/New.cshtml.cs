using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Contributions;

/// <summary>The treasurer enters an organisation and what it promises.</summary>
[Authorize]
public sealed class NewModel : ContributorPage
{
    /// <summary>This form's own reference: posting it twice enters one organisation.</summary>
    [BindProperty(Name = "form")] public Guid Form { get; set; }

    public async Task<IActionResult> OnGet()
    {
        Form = Guid.CreateVersion7();
        await ReadPledges();
        return Treasury.Bar(Viewer) is { } bar ? Refused(bar) : Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await ReadPledges();
        if (Form == Guid.Empty) Form = Guid.CreateVersion7();
        var entered = await Work.Run(db => Get<EnterContributor>().New(db, Viewer, Now, Fund.Id, Form, new(Name, Kind, Contact, Email, Pledges, Representative)));
        return entered.Refused ? Refused(entered.Refusal) : Confirmed($"/bijdragers/{entered.Value.Number}", "contributor.entered", Typed.Line(Name, "name", EnterContributor.LongestName).Value!);
    }
}
