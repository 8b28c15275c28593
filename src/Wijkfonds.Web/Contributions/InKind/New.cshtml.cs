using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>The treasurer enters what an organisation gives that is no money.</summary>
[Authorize]
public sealed class NewModel : FundPage
{
    /// <summary>This form's own reference: posting it twice enters one offer.</summary>
    [BindProperty(Name = "form")] public Guid Form { get; set; }
    [BindProperty] public OfferForm Typed { get; set; } = new();
    public int Number { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Plans that it can be meant for, the newest round first.</summary>
    public IReadOnlyList<Proposal> Plans { get; private set; } = [];

    public async Task<IActionResult> OnGet(int number)
    {
        if (await Load(number) is { } refusal) return Refused(refusal);
        Form = Guid.CreateVersion7();
        Typed = OfferForm.Blank(await Book.Today(Db, Now, Fund.Id));
        return Page();
    }

    public async Task<IActionResult> OnPost(int number)
    {
        if (await Load(number) is { } refusal) return Refused(refusal);
        if (Form == Guid.Empty) Form = Guid.CreateVersion7();
        var entered = await Work.Run(db => Get<EnterOffer>().New(db, Viewer, Now, Fund.Id, number, Form, Typed));
        return entered.Refused ? Refused(entered.Refusal) : Confirmed($"/bijdragers/{number}/in-natura/{entered.Value.Number}", "offer.entered");
    }

    private async Task<Refusal?> Load(int number)
    {
        if (await Db.Set<Contributor>().Where(c => c.Number == number && (c.ConfirmedAt != null || Viewer.SeesMoney)).Select(c => c.Party.Name).SingleOrDefaultAsync() is not { } name) return new NotFoundHere();
        (Number, Name) = (number, name);
        if (Treasury.Bar(Viewer) is { } bar) return bar;
        Plans = await OfferForm.Plans(Db);
        return null;
    }
}
