using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>The treasurer enters what a giver's money may be used for, with a list of addresses and complexes.</summary>
[Authorize, UploadLimit(MostMegabytes), RequestSizeLimit(MostBody), RequestFormLimits(MultipartBodyLengthLimit = MostBody)]
public sealed class NewModel : PlacesPage
{
    [BindProperty(Name = "form")] public Guid Form { get; set; }
    [BindProperty] public EarmarkForm Typed { get; set; } = new();
    public int Number { get; private set; }
    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGet(int number)
    {
        Form = Guid.CreateVersion7();
        if (await Load(number) is { } refusal) return Refused(refusal);
        return Request.Query.ContainsKey("te-groot") ? Refused(new PlacesFileTooLarge()) : Page();
    }

    public async Task<IActionResult> OnPost(int number)
    {
        if (await Load(number) is { } refusal) return Refused(refusal);
        if (Form == Guid.Empty) Form = Guid.CreateVersion7();
        if (await ReadFile() is { } tooLarge) return Refused(tooLarge);
        Typed.Places = Places;
        var entered = await Work.Run(db => Get<EnterEarmark>().New(db, Viewer, Now, Fund.Id, number, Form, Typed));
        return entered.Refused ? RefusedList(entered.Refusal) : Confirmed($"/bijdragers/{number}/oormerken/{entered.Value.Number}", "earmark.entered");
    }

    private async Task<Refusal?> Load(int number)
    {
        if (await Db.Set<Contributor>().Where(c => c.Number == number && (c.ConfirmedAt != null || Viewer.SeesMoney)).Select(c => c.Party.Name).SingleOrDefaultAsync() is not { } name) return new NotFoundHere();
        (Number, Name) = (number, name);
        return Treasury.Bar(Viewer);
    }
}
