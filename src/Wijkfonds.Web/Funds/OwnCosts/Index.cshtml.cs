using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Funds.OwnCosts;

/// <summary>What the alliance itself costs, for anybody: the share it may cost, what was used of it, and each cost. Who was paid only members and the audit committee see.</summary>
[AllowAnonymous]
public sealed class IndexModel : FundPage
{
    [BindProperty(Name = "form")] public Guid Form { get; set; }
    [BindProperty(Name = "kind")] public string? Kind { get; set; }
    [BindProperty(Name = "amount")] public string? Amount { get; set; }
    [BindProperty(Name = "what")] public string? What { get; set; }
    [BindProperty(Name = "payee")] public string? Payee { get; set; }
    [BindProperty(Name = "iban")] public string? IbanTyped { get; set; }
    [BindProperty(Name = "person")] public bool IsPerson { get; set; }
    [BindProperty(Name = "account")] public string? Account { get; set; }

    public AllianceShare Share { get; private set; } = null!;
    /// <summary>Newest first; what is not released only for members and the audit committee.</summary>
    public IReadOnlyList<(AllianceCost Cost, PaymentState State)> Costs { get; private set; } = [];
    public Pages Pages { get; private set; } = null!;
    public bool MayPrepare => Treasury.Bar(Viewer) is null;

    public async Task OnGet()
    {
        Form = Guid.CreateVersion7();
        await Load();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!Viewer.IsMember) return NotFound();
        if (Form == Guid.Empty) Form = Guid.CreateVersion7();
        var prepared = await Work.Run(db => Get<PayingOwnCosts>().Prepare(db, Get<Deciding>(), Viewer, Now, Fund, Form, new(Kind, Amount, Payee, IbanTyped, IsPerson, Account, What)));
        if (!prepared.Refused) return Confirmed("/geld/eigen-kosten", "owncosts.prepared", prepared.Value.Amount);
        await Load();
        return Refused(prepared.Refusal);
    }

    private async Task Load()
    {
        Share = await AllianceShare.Of(Db, Fund.Id, (await Book.Today(Db, Now, Fund.Id)).Year);
        var shown = Db.Set<AllianceCost>().AsNoTracking().Where(c => Viewer.SeesMoney || c.ReleasedAt != null);
        Pages = Pages.Of(Request, await shown.CountAsync(), 50);
        var costs = await shown.Include(c => c.Payee).OrderByDescending(c => c.Number).Skip(Pages.Skip).Take(Pages.Size).ToListAsync();
        var states = await PaymentState.Of(Db, [.. costs.Select(Outgoing.Of)]);
        Costs = [.. costs.Select(c => (c, states[c.Id]))];
    }
}
