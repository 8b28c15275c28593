using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Statements.Xaf;

namespace Wijkfonds.Web.Statements.Annual;

/// <summary>The whole fund's year as an auditfile, for anybody: it names who gives, never who receives.</summary>
[AllowAnonymous]
public sealed class XafModel : FundPage
{
    public async Task<IActionResult> OnGet(int year, string? versie)
    {
        if (XafVersions.Read(versie) is not { } version || !(await AnnualAccounts.Years(Db)).Contains(year)) return NotFound();
        var end = Now.AddMilliseconds(1);
        var auditfile = await XafSource.Of(Db, Fund, year, null, await Statement.Mark(Db, end), end, await Book.Today(Db, Now, Fund.Id), Get<Texts>().In(Fund.Language, Fund.Zone));
        return File(Scratch.Of(file => XafWriter.Write(file, auditfile, version)), "application/xml", $"auditfile-{Fund.Slug}-{year}.xaf");
    }
}
