using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>At the desk: an offer that an organisation brought on signed paper, and those that wait for the treasurer.</summary>
[Authorize]
public sealed class DeskModel : FundPage
{
    /// <summary>This form's own reference: posting it twice enters one offer.</summary>
    [BindProperty(Name = "form")] public Guid Form { get; set; }
    [BindProperty(Name = "contributor")] public string? Contributor { get; set; }
    [BindProperty] public OfferForm Typed { get; set; } = new();
    [BindProperty(Name = "paper")] public string? Paper { get; set; }

    public IReadOnlyList<(int Number, string Name)> Givers { get; private set; } = [];
    /// <summary>Plans that it can be meant for, the newest round first.</summary>
    public IReadOnlyList<Proposal> Plans { get; private set; } = [];
    /// <summary>Typed over before, the first to come first.</summary>
    public IReadOnlyList<Offer> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!Viewer.IsDesk) return NotFound();
        await Load();
        (Form, Typed) = (Guid.CreateVersion7(), OfferForm.Blank(await Book.Today(Db, Now, Fund.Id)));
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!Viewer.IsDesk) return NotFound();
        if (Form == Guid.Empty) Form = Guid.CreateVersion7();
        await Load();
        var entered = await Work.Run(db => PaperOffer.Enter(db, Viewer, Now, Fund.Id, Contributor, Form, Typed, Paper));
        return entered.Refused ? Refused(entered.Refusal) : Confirmed("/balie/in-natura", "deskoffer.entered");
    }

    private async Task Load()
    {
        Givers = [.. (await Db.Set<Contributor>().Where(c => c.ConfirmedAt != null && c.Party.ErasedAt == null).OrderBy(c => c.Number).Select(c => new { c.Number, c.Party.Name }).ToListAsync()).Select(c => (c.Number, c.Name))];
        Plans = await OfferForm.Plans(Db);
        Waiting = await Offers.OnPaper(Db).AsNoTracking().ToListAsync();
    }
}
