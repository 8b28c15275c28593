using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>Files of released payments for the bank: what is ready to go, and what went.</summary>
[Authorize]
public sealed class FilesModel : FundPage
{
    public IReadOnlyList<Outgoing> Ready { get; private set; } = [];
    /// <summary>Released cash that somebody fetches with the card: no transfer, so in no file.</summary>
    public IReadOnlyList<Outgoing> ByCard { get; private set; } = [];
    public IReadOnlyList<PaymentFile> Files { get; private set; } = [];
    public MoneyRules Rules { get; private set; } = null!;
    public bool MayWork => Treasury.Bar(Viewer) is null;

    public async Task<IActionResult> OnGet()
    {
        if (!Viewer.SeesMoney) return NotFound();
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!Viewer.SeesMoney) return NotFound();
        var made = await Work.Run(db => Get<ExportPayments>().Make(db, Viewer, Now, Fund));
        if (!made.Refused) return Confirmed($"/geld/betalingen/bestanden/{made.Value.Number}", "payments.file.made", made.Value.Number);
        await Load();
        return Refused(made.Refusal);
    }

    private async Task Load()
    {
        Rules = await MoneyRules.Of(Db, Fund.Id);
        Ready = await Outgoing.Ready(Db, Now);
        ByCard = [.. (await Outgoing.UnderWay(Db)).Where(o => o.Iban.Length == 0)];
        Files = await Db.Set<PaymentFile>().AsNoTracking().Include(f => f.Payments).OrderByDescending(f => f.Number).Take(100).ToListAsync();
    }
}
