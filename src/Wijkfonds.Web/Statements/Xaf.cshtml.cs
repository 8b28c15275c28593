using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Statements.Xaf;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements;

/// <summary>One contributor's euros of one year as an auditfile, in the fund's chart of accounts.</summary>
[Authorize]
public sealed class XafModel : StatementPage
{
    public async Task<IActionResult> OnGet(int number, string? versie)
    {
        if (await Load(number) is not null || Statement.Period.Year is not { } year || XafVersions.Read(versie) is not { } version) return NotFound();
        var (end, created) = Statement.Period.Known is { } known ? (Period.EndOf(known, Fund.Zone), known) : (Now.AddMilliseconds(1), Today);
        var words = Get<Texts>().In(Fund.Language, Fund.Zone);
        var auditfile = await XafSource.Of(Db, Fund, year, number, Statement.Book, end, created, words);
        return File(Scratch.Of(file => XafWriter.Write(file, auditfile, version)), "application/xml", $"{FileName}.xaf");
    }
}
