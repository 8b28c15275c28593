using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Wijkfonds.Web.Statements;

/// <summary>The statement for a spreadsheet.</summary>
[Authorize]
public sealed class CsvModel : StatementPage
{
    public async Task<IActionResult> OnGet(int number) =>
        await Load(number) is null ? File(StatementCsv.Of(Statement, T), "text/csv; charset=utf-8", $"{FileName}.csv") : NotFound();
}
