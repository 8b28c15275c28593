using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements;

/// <summary>The statement as a workbook.</summary>
[Authorize]
public sealed class XlsxModel : StatementPage
{
    public async Task<IActionResult> OnGet(int number)
    {
        if (await Load(number) is not null) return NotFound();
        var entries = await StatementEntries.Of(Db, Statement, T);
        return File(Scratch.Of(file => StatementWorkbook.Write(file, Statement, entries, T, Address)),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{FileName}.xlsx");
    }
}
