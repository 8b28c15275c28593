using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>The treasurer enters what a giver's money may be used for, with a list of addresses and complexes.</summary>
[Authorize]
public sealed class NewModel : FundPage
{
    private const long LargestFile = 1_000_000;

    [BindProperty(Name = "form")] public Guid Form { get; set; }
    [BindProperty] public EarmarkForm Typed { get; set; } = new();
    [BindProperty(Name = "file")] public IFormFile? Upload { get; set; }
    public int Number { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>What is wrong with the list, by line.</summary>
    public IReadOnlyList<PlaceError> Errors { get; private set; } = [];

    public async Task<IActionResult> OnGet(int number)
    {
        Form = Guid.CreateVersion7();
        return await Load(number) is { } refusal ? Refused(refusal) : Page();
    }

    public async Task<IActionResult> OnPost(int number)
    {
        if (await Load(number) is { } refusal) return Refused(refusal);
        if (Form == Guid.Empty) Form = Guid.CreateVersion7();
        if (Upload is { Length: > 0 and <= LargestFile } file)
        {
            // What was in the file stands in the form from now on: nothing is lost when a line is wrong.
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            Typed.Places = Shared.Typed.Paragraphs(await reader.ReadToEndAsync());
            ModelState.Remove("Places");
            ModelState.Remove("Typed.Places");
        }
        var entered = await Work.Run(db => Get<EnterEarmark>().New(db, Viewer, Now, Fund.Id, number, Form, Typed));
        if (entered.Refusal is PlacesUnreadable) Errors = [.. PlaceList.Read(Fund.Id, Typed.Places).Errors.Take(PlaceList.ErrorsShown)];
        return entered.Refused ? Refused(entered.Refusal) : Confirmed($"/bijdragers/{number}/oormerken/{entered.Value.Number}", "earmark.entered");
    }

    private async Task<Refusal?> Load(int number)
    {
        if (await Db.Set<Contributor>().Where(c => c.Number == number && (c.ConfirmedAt != null || Viewer.SeesMoney)).Select(c => c.Party.Name).SingleOrDefaultAsync() is not { } name) return new NotFoundHere();
        (Number, Name) = (number, name);
        return Treasury.Bar(Viewer);
    }
}
