using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Wijkfonds.Web.Statements;

/// <summary>A contributor's own account of its euros: a sheet that a controller can file.</summary>
[Authorize]
public sealed class ShowModel : StatementPage
{
    /// <summary>The same statement as a file with this ending.</summary>
    public string As(string ending) => Here(Statement.Period.At($"/bijdragers/{Statement.Contributor.Number}/overzicht.{ending}"));

    /// <summary>A day as its field shows it: as it was typed, where that was refused.</summary>
    public string Typed(string field, DateOnly? shown) =>
        Refusal is not null ? Request.Query[field].ToString() : shown is { } day ? Period.Text(day) : "";

    public async Task<IActionResult> OnGet(int number)
    {
        var refusal = await Load(number);
        if (refusal is Shared.NotFoundHere) return NotFound();
        return refusal is null ? Page() : Refused(refusal);
    }
}
