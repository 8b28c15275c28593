using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Payments.Sepa;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>One file for the bank as a list that two people can sign, and, with ?als=xml, the file itself.</summary>
[Authorize]
public sealed class FileSheetModel : FundPage
{
    public PaymentFile Sheet { get; private set; } = null!;
    public Cents Sum => Sheet.Payments.Aggregate(Cents.Zero, (sum, p) => sum + p.Amount);

    public async Task<IActionResult> OnGet(int number, string? als)
    {
        if (!Viewer.SeesMoney || await Db.Set<PaymentFile>().AsNoTracking().Include(f => f.Payments.OrderBy(p => p.Position)).ThenInclude(p => p.Payment)
            .SingleOrDefaultAsync(f => f.Number == number) is not { } file) return NotFound();
        Sheet = file;
        if (als != "xml") return Page();
        // The audit committee reads; only who may pay gets something to pay with.
        if (Treasury.Bar(Viewer) is { } bar) return Refused(bar);
        using var memory = new MemoryStream();
        Pain001.Write(memory, ExportPayments.Transfers(Fund, file));
        return File(memory.ToArray(), "application/xml", file.MessageId + ".xml");
    }
}
