using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Funds.Ledger;

namespace Wijkfonds.Web.Statements;

/// <summary>A contributor's own account of its euros: one sheet that a controller can file.</summary>
[Authorize]
public sealed class ShowModel : StatementPage
{
    public DateOnly Today { get; private set; }

    public string Csv => $"/bijdragers/{Statement.Contributor.Number}/overzicht.csv" + (Statement.Year is { } year ? $"?jaar={year}" : "");

    public async Task<IActionResult> OnGet(int number)
    {
        if (!await Load(number)) return NotFound();
        Today = await Book.Today(Db, Now, Fund.Id);
        return Page();
    }
}
