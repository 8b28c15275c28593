using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>Another bank account for the receiver of a payment: two people, a call back, and two days.</summary>
[Authorize]
public sealed class AccountModel : FundPage
{
    [BindProperty(Name = "iban")] public string? NewIban { get; set; }
    [BindProperty(Name = "note")] public string? Note { get; set; }

    public Payment Payment { get; private set; } = null!;
    public IReadOnlyList<IbanChange> Changes { get; private set; } = [];
    public int? Proposed { get; private set; }

    public async Task<IActionResult> OnGet(int number) => await Load(number) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int number)
    {
        if (!await Load(number)) return NotFound();
        var proposed = await Work.Run(db => Get<ChangingIban>().Propose(db, Get<Deciding>(), Viewer, Now, Fund.Language, number, NewIban, Note));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed($"/geld/betalingen/{number}/rekening", "iban.proposed");
    }

    private async Task<bool> Load(int number)
    {
        if (!Viewer.SeesMoney || await Db.Set<Payment>().AsNoTracking().Include(p => p.Payee).SingleOrDefaultAsync(p => p.Number == number) is not { } payment) return false;
        Payment = payment;
        Changes = await Db.Set<IbanChange>().AsNoTracking().Where(c => c.PartyId == payment.PayeeId).OrderByDescending(c => c.ProposedAt).ToListAsync();
        var ids = Changes.Select(c => c.Id).ToList();
        Proposed = await Db.Set<Decision>().Where(d => d.Kind == DecisionKind.ChangeIban && ids.Contains(d.Subject) && d.CarriedAt == null && d.DroppedAt == null).Select(d => (int?)d.Number).FirstOrDefaultAsync();
        return true;
    }
}
