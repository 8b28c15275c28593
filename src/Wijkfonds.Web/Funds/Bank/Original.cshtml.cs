using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>The bank's own file, byte for byte as it was read, for members and the audit committee. Always as a download.</summary>
[Authorize]
public sealed class OriginalModel : FundPage
{
    public async Task<IActionResult> OnGet(int number)
    {
        if (!Viewer.SeesMoney || await Db.Set<BankFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Number == number) is not { } file) return NotFound();
        if (Get<FileStore>().Open(file.Sha256) is not { } stream) return NotFound();
        return File(stream, "application/octet-stream", $"bank-{file.Number}-{file.Sha256[..8]}.{(file.Format is Reading.BankFormat.Camt02 or Reading.BankFormat.Camt08 ? "xml" : "csv")}");
    }
}
