using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>The whole book as the file that `wijkfonds verify` checks. Parties are references: names stand outside it.</summary>
[AllowAnonymous]
public sealed class ExportModel : FundPage
{
    public async Task<IActionResult> OnGet()
    {
        // The head is read first; entries booked since then are left out, so that head and entries belong together.
        var head = await Db.Set<LedgerHead>().AsNoTracking().SingleOrDefaultAsync();
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        await using (var writer = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true))
            LedgerExport.Write(writer, LedgerText.Reference(Fund.Id), head?.Hash ?? Chain.Start, head?.Sequence ?? 0, Entries(head?.Sequence ?? 0));
        file.Position = 0;
        return File(file, "text/plain; charset=utf-8", $"grootboek-{Fund.Slug}.txt");
    }

    private IEnumerable<HashedEntry> Entries(long last) => Db.Set<JournalEntry>().AsNoTracking().Include(e => e.Lines).Where(e => e.Sequence <= last)
        .OrderBy(e => e.Sequence).AsEnumerable().Select(e => new HashedEntry(LedgerText.Of(e), e.Hash, e.PreviousHash));
}
