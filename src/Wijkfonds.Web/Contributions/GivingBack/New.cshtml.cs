using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions.GivingBack;

/// <summary>The treasurer prepares money that goes back to an organisation; members and the audit committee see where it stands.</summary>
[Authorize]
public sealed class NewModel : FundPage
{
    [BindProperty(Name = "form")] public Guid Form { get; set; }
    [BindProperty(Name = "earmark")] public string? Earmark { get; set; }
    [BindProperty(Name = "amount")] public string? Amount { get; set; }
    [BindProperty(Name = "iban")] public string? IbanTyped { get; set; }
    [BindProperty(Name = "reason")] public string? Reason { get; set; }
    public int Number { get; private set; }
    public string Name { get; private set; } = "";
    public string KnownIban { get; private set; } = "";
    public IReadOnlyList<Refund> Refunds { get; private set; } = [];
    public IReadOnlyDictionary<Guid, PaymentState> States { get; private set; } = new Dictionary<Guid, PaymentState>();
    /// <summary>What of each of its layers is free, the unbound one first.</summary>
    public IReadOnlyList<(Earmark? Earmark, Cents Free)> Layers { get; private set; } = [];

    public async Task<IActionResult> OnGet(int number)
    {
        Form = Guid.CreateVersion7();
        if (await Load(number) is { } refusal) return Refused(refusal);
        IbanTyped = KnownIban;
        return Page();
    }

    public async Task<IActionResult> OnPost(int number)
    {
        if (await Load(number) is { } refusal) return Refused(refusal);
        if (Form == Guid.Empty) Form = Guid.CreateVersion7();
        var entered = await Work.Run(db => Get<EnterRefund>().Propose(db, Viewer, Now, Fund.Id, number, Form, new(Earmark, Amount, IbanTyped, Reason)));
        return entered.Refused ? Refused(entered.Refusal) : Confirmed($"/bijdragers/{number}", "refund.entered", entered.Value.Amount);
    }

    private async Task<Refusal?> Load(int number)
    {
        if (await Db.Set<Contributor>().AsNoTracking().Include(c => c.Party).SingleOrDefaultAsync(c => c.Number == number && c.ConfirmedAt != null) is not { } giver) return new NotFoundHere();
        (Number, Name) = (number, giver.Party.Name);
        if (Treasury.Bar(Viewer) is { } bar) return bar;
        var layers = new List<(Earmark?, Cents)> { (null, (await Pot.Of(Db, number, 0)).Free) };
        foreach (var earmark in await Db.Set<Earmark>().AsNoTracking().Where(e => e.Contributor.Number == number && e.ConfirmedAt != null).OrderBy(e => e.Number).ToListAsync())
            layers.Add((earmark, (await Pot.Of(Db, number, earmark.Number)).Free));
        Layers = layers;
        // Back to the account it came from, where the bank showed it.
        KnownIban = giver.Party.Iban.Length > 0 ? giver.Party.Iban : (await ShownIbans.Of(Db, giver.Id)) is [{ } shown, ..] ? shown : "";
        Refunds = await Db.Set<Refund>().AsNoTracking().Include(r => r.Contributor.Party).Where(r => r.ContributorId == giver.Id).OrderByDescending(r => r.Number).ToListAsync();
        States = await PaymentState.Of(Db, [.. Refunds.Select(Outgoing.Of)]);
        return null;
    }
}
