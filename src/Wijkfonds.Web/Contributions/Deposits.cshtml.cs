using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Contributions;

/// <summary>Money that arrived on the bank: the treasurer enters it, members see which of it is in the book.</summary>
[Authorize]
public sealed class DepositsModel : FundPage
{
    /// <summary>This form's own reference: posting it twice enters one deposit.</summary>
    [BindProperty(Name = "form")] public Guid Form { get; set; }
    [BindProperty(Name = "contributor")] public string? Contributor { get; set; }
    [BindProperty(Name = "date")] public string? Date { get; set; }
    [BindProperty(Name = "amount")] public string? Amount { get; set; }
    [BindProperty(Name = "reference")] public string? Reference { get; set; }
    /// <summary>Empty for the oldest instalments, "0" for unbound, "2-1" for earmark 1 of contributor 2.</summary>
    [BindProperty(Name = "earmark")] public string? Layer { get; set; }
    [BindProperty(Name = "again")] public string? Again { get; set; }

    public IReadOnlyList<Contributor> Contributors { get; private set; } = [];
    public IReadOnlyList<Earmark> Earmarks { get; private set; } = [];
    public IReadOnlyList<Deposit> Deposits { get; private set; } = [];
    /// <summary>The newest decision on each deposit that is not in the book.</summary>
    public IReadOnlyDictionary<Guid, Decision> Decisions { get; private set; } = new Dictionary<Guid, Decision>();
    /// <summary>The entries that were taken back.</summary>
    public HashSet<long> Reversed { get; private set; } = [];
    public Pages Pages { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!Viewer.SeesMoney) return NotFound();
        Form = Guid.CreateVersion7();
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!Viewer.SeesMoney) return NotFound();
        await Load();
        if (Form == Guid.Empty) Form = Guid.CreateVersion7();
        var entered = await Work.Run(db => Get<EnterDeposit>().New(db, Viewer, Now, Fund.Id, Form, new(Contributor, Date, Amount, Reference, Again == "true", EarmarkTyped)));
        return entered.Refused ? Refused(entered.Refusal) : Confirmed("/stortingen", "deposit.entered", entered.Value.Amount);
    }

    /// <summary>An earmark of another organisation than the one chosen is none.</summary>
    private string? EarmarkTyped => Layer?.Split('-') is [var contributor, var earmark] ? contributor == Contributor ? earmark : "?" : Layer;

    private async Task Load()
    {
        Earmarks = await Db.Set<Earmark>().AsNoTracking().Include(e => e.Contributor.Party).Where(e => e.ConfirmedAt != null).OrderBy(e => e.Contributor.Number).ThenBy(e => e.Number).ToListAsync();
        Contributors = await Db.Set<Contributor>().AsNoTracking().Include(c => c.Party).Where(c => c.ConfirmedAt != null).OrderBy(c => c.Number).ToListAsync();
        Pages = Pages.Of(Request, await Db.Set<Deposit>().CountAsync(), 50);
        Deposits = await Db.Set<Deposit>().AsNoTracking().Include(d => d.Contributor.Party).OrderByDescending(d => d.ValueDate).ThenByDescending(d => d.EnteredAt)
            .Skip(Pages.Skip).Take(Pages.Size).ToListAsync();
        Reversed = await Db.Set<JournalEntry>().Where(e => e.Reverses != null).Select(e => e.Reverses!.Value).ToHashSetAsync();
        var waiting = Deposits.Where(d => d.EntrySequence is null).Select(d => d.Id).ToList();
        Decisions = (await Db.Set<Decision>().AsNoTracking().Where(d => d.Kind == DecisionKind.ConfirmDeposit && waiting.Contains(d.Subject)).OrderBy(d => d.Number).ToListAsync())
            .GroupBy(d => d.Subject).ToDictionary(g => g.Key, g => g.Last());
    }
}
