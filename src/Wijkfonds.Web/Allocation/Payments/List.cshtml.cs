using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>Payments to plans, for members and the audit committee; the treasurer prepares them here.</summary>
[Authorize]
public sealed class ListModel : FundPage
{
    /// <summary>This form's own reference: posting it twice prepares one payment.</summary>
    [BindProperty(Name = "form")] public Guid Form { get; set; }
    [BindProperty(Name = "award")] public string? Award { get; set; }
    [BindProperty(Name = "amount")] public string? Amount { get; set; }
    [BindProperty(Name = "payee")] public string? Payee { get; set; }
    [BindProperty(Name = "iban")] public string? Iban { get; set; }
    [BindProperty(Name = "purpose")] public string? Purpose { get; set; }
    [BindProperty(Name = "who")] public string? Who { get; set; }
    [BindProperty(Name = "account")] public string? Account { get; set; }

    public IReadOnlyList<Payment> Payments { get; private set; } = [];
    /// <summary>Promises that are open and of which something is left.</summary>
    public IReadOnlyList<(Award Award, Cents Left)> Awards { get; private set; } = [];
    /// <summary>How the team wants to be paid; only beside the award that was chosen.</summary>
    public PayWish? Wish { get; private set; }
    public Pages Pages { get; private set; } = null!;
    private IReadOnlyDictionary<Guid, PaymentState> states = new Dictionary<Guid, PaymentState>();

    public async Task<IActionResult> OnGet(string? toekenning)
    {
        if (!Viewer.SeesMoney) return NotFound();
        (Form, Award) = (Guid.CreateVersion7(), toekenning);
        await Load();
        await TakeOver();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!Viewer.SeesMoney) return NotFound();
        await Load();
        if (Form == Guid.Empty) Form = Guid.CreateVersion7();
        var prepared = await Work.Run(db => Get<PreparePayment>().New(db, Viewer, Now, Fund.Id, Form,
            new(Award, Amount, Payee, Iban, Who != "organisation", Who == "maker", Account, Purpose)));
        return prepared.Refused ? Refused(prepared.Refusal) : Confirmed($"/geld/betalingen/{prepared.Value.Number}", "payments.prepared", prepared.Value.Amount);
    }

    public PaymentState StateOf(Payment payment) => states[payment.Id];

    /// <summary>What the team chose, and what can be paid now, for the award that the treasurer came with.</summary>
    private async Task TakeOver()
    {
        if (!int.TryParse(Award, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) || Awards.All(a => a.Award.Number != number)) return;
        var standing = (await Standing.Of(Db, Db.Set<Award>().AsNoTracking().Where(a => a.Number == number))).Single();
        if (standing.Payable > Cents.Zero) Amount = standing.Payable.ToForm();
        Wish = await Db.Set<PayWish>().AsNoTracking().SingleOrDefaultAsync(w => w.AwardId == standing.Award.Id);
        if (Wish is null) return;
        (Payee, Iban) = (Wish.Name, Wish.Iban);
        Who = Wish.Way is PayingWay.Advance or PayingWay.Refund ? "maker" : "organisation";
    }

    private async Task Load()
    {
        Pages = Pages.Of(Request, await Db.Set<Payment>().CountAsync(), 50);
        Payments = await Db.Set<Payment>().AsNoTracking().Include(p => p.Payee).Include(p => p.Award.Proposal).OrderByDescending(p => p.Number)
            .Skip(Pages.Skip).Take(Pages.Size).ToListAsync();
        states = await PaymentState.Of(Db, [.. Payments.Select(Outgoing.Of)]);
        if (Treasury.Bar(Viewer) is not null) return;
        var left = await Db.Set<JournalLine>().Where(l => l.Account == LedgerAccount.Awarded && l.Subject != null).GroupBy(l => l.Subject!.Value)
            .Select(g => new { g.Key, Sum = g.Sum(l => l.Amount.Value) }).ToDictionaryAsync(g => g.Key, g => new Cents(-g.Sum));
        Awards = [.. (await Db.Set<Award>().AsNoTracking().Where(a => a.ClosedAt == null).Include(a => a.Proposal).OrderBy(a => a.Number).ToListAsync())
            .Select(a => (a, left.GetValueOrDefault(a.Id))).Where(a => a.Item2 > Cents.Zero)];
    }
}
