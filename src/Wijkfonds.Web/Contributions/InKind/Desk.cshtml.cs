using System.Globalization;
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

    /// <summary>The number of the organisation's offer that was sent back, where this form types it again.</summary>
    [BindProperty(Name = "again")] public int? Again { get; set; }

    public IReadOnlyList<(int Number, string Name)> Givers { get; private set; } = [];
    /// <summary>Plans that it can be meant for, the newest round first.</summary>
    public IReadOnlyList<Proposal> Plans { get; private set; } = [];
    /// <summary>Typed over before, the first to come first.</summary>
    public IReadOnlyList<Offer> Waiting { get; private set; } = [];

    /// <summary>Sent back by the treasurer, each with the reason.</summary>
    public IReadOnlyList<(Offer Offer, string Why)> SentBack { get; private set; } = [];

    public async Task<IActionResult> OnGet([FromQuery(Name = "opnieuw")] string? again)
    {
        if (!Viewer.IsDesk) return NotFound();
        await Load();
        (Form, Typed) = (Guid.CreateVersion7(), OfferForm.Blank(await Book.Today(Db, Now, Fund.Id)));
        if (SentBack.Select(o => o.Offer).FirstOrDefault(o => KeyOf(o) == again) is { } before)
            (Typed, Again, Contributor) = (OfferForm.Of(before), before.Number, before.Contributor.Number.ToString(CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!Viewer.IsDesk) return NotFound();
        if (Form == Guid.Empty) Form = Guid.CreateVersion7();
        await Load();
        var entered = await Work.Run(db => PaperOffer.Enter(db, Viewer, Now, Fund.Id, Contributor, Form, Typed, Paper, Again));
        return entered.Refused ? Refused(entered.Refusal) : Confirmed("/balie/in-natura", "deskoffer.entered");
    }

    private async Task Load()
    {
        Givers = [.. (await Db.Set<Contributor>().Where(c => c.ConfirmedAt != null && c.Party.ErasedAt == null).OrderBy(c => c.Number).Select(c => new { c.Number, c.Party.Name }).ToListAsync()).Select(c => (c.Number, c.Name))];
        Plans = await OfferForm.Plans(Db);
        Waiting = await Offers.OnPaper(Db).AsNoTracking().ToListAsync();
        var back = await Offers.SentBack(Db, await Book.Today(Db, Now, Fund.Id)).AsNoTracking().ToListAsync();
        var acts = back.ToDictionary(o => o.Acts.Last(a => a.Kind == OfferActKind.SentBack).Id);
        var reasons = await Db.Set<OfferNote>().Where(n => acts.Keys.Contains(n.ActId)).ToDictionaryAsync(n => n.ActId, n => n.Words);
        SentBack = [.. acts.Select(a => (a.Value, reasons.GetValueOrDefault(a.Key, "")))];
    }

    /// <summary>By which the form for typing again is found.</summary>
    public static string KeyOf(Offer offer) => string.Create(CultureInfo.InvariantCulture, $"{offer.Contributor.Number}-{offer.Number}");
}
