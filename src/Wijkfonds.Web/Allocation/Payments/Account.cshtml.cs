using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>Another bank account for a known receiver: two people, a call back, and two days.</summary>
[Authorize]
public sealed class AccountModel : FundPage
{
    [BindProperty(Name = "iban")] public string? NewIban { get; set; }
    [BindProperty(Name = "note")] public string? Note { get; set; }

    public Outgoing Payment { get; private set; } = null!;
    public IReadOnlyList<IbanChange> Changes { get; private set; } = [];
    public int? Proposed { get; private set; }

    public async Task<IActionResult> OnGet(string key) => await Load(key) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string key)
    {
        if (!await Load(key)) return NotFound();
        var proposed = await Work.Run(db => Get<ChangingIban>().Propose(db, Get<Deciding>(), Viewer, Now, Fund.Language, key, NewIban, Note));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed($"/geld/betalingen/{key}/rekening", "iban.proposed");
    }

    private async Task<bool> Load(string key)
    {
        if (!Viewer.SeesMoney || await Outgoing.Find(Db, key) is not { To: { } receiver } payment) return false;
        Payment = payment;
        Changes = await Db.Set<IbanChange>().AsNoTracking().Where(c => c.PartyId == receiver.Id).OrderByDescending(c => c.ProposedAt).ToListAsync();
        var ids = Changes.Select(c => c.Id).ToList();
        Proposed = await Db.Set<Decision>().Where(d => d.Kind == DecisionKind.ChangeIban && ids.Contains(d.Subject) && d.CarriedAt == null && d.DroppedAt == null).Select(d => (int?)d.Number).FirstOrDefaultAsync();
        return true;
    }
}
