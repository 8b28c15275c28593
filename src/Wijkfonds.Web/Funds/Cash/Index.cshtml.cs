using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Shared.Uploads;

namespace Wijkfonds.Web.Funds.Cash;

/// <summary>The tin with coins: what should lie in it, who filled and counted it, and each purchase with its receipt. For members and the audit committee.</summary>
[Authorize, UploadLimit(Upload.MostMegabytes), RequestSizeLimit(MostBody), RequestFormLimits(MultipartBodyLengthLimit = MostBody), EnableRateLimiting(Limits.Door)]
public sealed class IndexModel : FundPage
{
    private const long MostBody = Upload.MostBytes + 1024 * 1024;

    [BindProperty(Name = "form")] public Guid Form { get; set; }
    [BindProperty(Name = "amount")] public string? Amount { get; set; }
    [BindProperty(Name = "what")] public string? What { get; set; }
    [BindProperty(Name = "date")] public string? Date { get; set; }
    [BindProperty(Name = "payee")] public string? Payee { get; set; }
    [BindProperty(Name = "iban")] public string? IbanTyped { get; set; }
    [BindProperty(Name = "account")] public string? Account { get; set; }

    /// <summary>Which of the forms was posted: what was typed stays in that one.</summary>
    public string Act { get; private set; } = "";
    public Cents Held { get; private set; }
    public Cents Maximum { get; private set; }
    public DateTimeOffset? LastCount { get; private set; }
    public IReadOnlyList<CashSlip> Slips { get; private set; } = [];
    public ILookup<Guid, KeptFile> Files { get; private set; } = null!;
    /// <summary>The open decision about a slip, by slip.</summary>
    public IReadOnlyDictionary<Guid, int> Open { get; private set; } = new Dictionary<Guid, int>();
    /// <summary>Where a draw stands on its way from the bank.</summary>
    public IReadOnlyDictionary<Guid, PaymentState> States { get; private set; } = new Dictionary<Guid, PaymentState>();
    public Pages Pages { get; private set; } = null!;
    public bool MayKeep => Treasury.Bar(Viewer) is null;
    public bool MayCount => Viewer.IsMember;

    public async Task<IActionResult> OnGet()
    {
        if (!Viewer.SeesMoney) return NotFound();
        Form = Guid.CreateVersion7();
        await Load();
        return Request.Query.ContainsKey("te-groot") ? Refused(new UploadTooLarge("receipt", Upload.MostMegabytes)) : Page();
    }

    public Task<IActionResult> OnPostDraw() => Do("draw", "cash.drawn", () => Work.Run(db => Get<KeepingCash>().Draw(db, Viewer, Now, Fund, Form, new(Amount, What, Date, new(Payee, IbanTyped, true, Account)))));

    public Task<IActionResult> OnPostReturn() => Do("return", "cash.returned", () => Work.Run(db => Get<KeepingCash>().Return(db, Viewer, Now, Fund, Form, new(Amount, What, Date))));

    public Task<IActionResult> OnPostCount() => Do("count", "cash.counted", () => Work.Run(db => Get<KeepingCash>().Count(db, Viewer, Now, Fund, Form, new(Amount, What, Date))));

    public async Task<IActionResult> OnPostSpend(IFormFile? receipt)
    {
        if (!Viewer.SeesMoney) return NotFound();
        var taken = await Get<Bringing>().Take((receipt, FileUse.Receipt, "receipt"));
        if (taken.Refused) return await Do("spend", "cash.spent", () => Task.FromResult<Outcome<CashSlip>>(taken.Refusal));
        return await Do("spend", "cash.spent", async () =>
        {
            var spent = await Work.Run(db => Get<KeepingCash>().Spend(db, Viewer, Now, Fund, Form, new(Amount, What, Date), taken.Value));
            if (spent.Refused) await Get<Bringing>().Forget(taken.Value);
            return spent;
        });
    }

    private async Task<IActionResult> Do(string name, string done, Func<Task<Outcome<CashSlip>>> act)
    {
        if (!Viewer.SeesMoney) return NotFound();
        if (Form == Guid.Empty) Form = Guid.CreateVersion7();
        Act = name;
        var outcome = await act();
        if (!outcome.Refused) return Confirmed("/geld/kas", done, outcome.Value.Amount);
        await Load();
        return Refused(outcome.Refusal);
    }

    private async Task Load()
    {
        (Held, Maximum) = (await Book.Held(Db, Fund.Id), (await MoneyRules.Of(Db, Fund.Id)).CashMaximum);
        LastCount = await Db.Set<CashSlip>().Where(s => s.Kind == CashSlipKind.Count && s.DoneAt != null).MaxAsync(s => s.DoneAt);
        Pages = Pages.Of(Request, await Db.Set<CashSlip>().CountAsync(), 50);
        Slips = await Db.Set<CashSlip>().AsNoTracking().Include(s => s.Payee).OrderByDescending(s => s.Number).Skip(Pages.Skip).Take(Pages.Size).ToListAsync();
        var ids = Slips.Select(s => s.Id).ToList();
        States = await PaymentState.Of(Db, [.. Slips.Where(s => s.Kind == CashSlipKind.Draw).Select(Outgoing.Of)]);
        Files = (await Db.Set<KeptFile>().AsNoTracking().Where(f => ids.Contains(f.Subject)).OrderBy(f => f.Number).ToListAsync()).ToLookup(f => f.Subject);
        Open = await Db.Set<Decision>().Where(d => ids.Contains(d.Subject) && d.CarriedAt == null && d.DroppedAt == null).ToDictionaryAsync(d => d.Subject, d => d.Number);
    }
}
