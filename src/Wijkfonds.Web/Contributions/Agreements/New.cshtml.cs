using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>The treasurer enters what an organisation promised for several years, and when it pays.</summary>
[Authorize]
public sealed class NewModel : FundPage
{
    /// <summary>This form's own reference: posting it twice enters one agreement.</summary>
    [BindProperty(Name = "form")] public Guid Form { get; set; }
    [BindProperty] public AgreementForm Typed { get; set; } = new();
    public int Number { get; private set; }
    public string Name { get; private set; } = "";
    public IReadOnlyList<Earmark> Earmarks { get; private set; } = [];

    public async Task<IActionResult> OnGet(int number)
    {
        if (await Load(number) is { } refusal) return Refused(refusal);
        Form = Guid.CreateVersion7();
        Typed = AgreementForm.Blank(await Book.Today(Db, Now, Fund.Id));
        return Page();
    }

    public async Task<IActionResult> OnPost(int number)
    {
        if (await Load(number) is { } refusal) return Refused(refusal);
        if (Form == Guid.Empty) Form = Guid.CreateVersion7();
        var entered = await Work.Run(db => Get<EnterAgreement>().New(db, Viewer, Now, Fund.Id, number, Form, Typed));
        return entered.Refused ? Refused(entered.Refusal) : Confirmed($"/bijdragers/{number}/toezeggingen/{entered.Value.Number}", "agreement.entered");
    }

    private async Task<Refusal?> Load(int number)
    {
        if (await Db.Set<Contributor>().Where(c => c.Number == number && (c.ConfirmedAt != null || Viewer.SeesMoney)).Select(c => c.Party.Name).SingleOrDefaultAsync() is not { } name) return new NotFoundHere();
        (Number, Name) = (number, name);
        Earmarks = await Db.Set<Earmark>().AsNoTracking().Where(e => e.Contributor.Number == number && e.ConfirmedAt != null).OrderBy(e => e.Number).ToListAsync();
        return Treasury.Bar(Viewer);
    }
}
