using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Wijkfonds.Web.Statements;

/// <summary>The statement as a workbook.</summary>
[Authorize]
public sealed class XlsxModel : StatementPage
{
    public async Task<IActionResult> OnGet(int number)
    {
        if (await Load(number) is not null) return NotFound();
        var file = Scratch();
        StatementWorkbook.Write(file, Statement, await StatementEntries.Of(Db, Statement, T), T);
        file.Position = 0;
        return File(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{FileName}.xlsx");
    }
}
