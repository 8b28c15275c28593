using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements.Annual;

/// <summary>The annual accounts on paper, for anybody.</summary>
[AllowAnonymous]
public sealed class PdfModel : FundPage
{
    public async Task<IActionResult> OnGet(int year)
    {
        if (!(await AnnualAccounts.Years(Db)).Contains(year)) return NotFound();
        var (accounts, notes, words) = (await AnnualAccounts.Of(Db, Fund.Id, Now, year), await AnnualNotes.Of(Db, Fund.Id, year), this.PaperWords());
        var address = Get<PublicAddress>().Of(Fund, $"/geld/jaarrekening/{year}");
        var signed = await Auditing.SignOff.Of(Db, Now, Fund.Id, year);
        return this.Paper($"jaarrekening-{Fund.Slug}-{year}.pdf", words["annual.title", year.ToString(CultureInfo.InvariantCulture)], words,
            paper => AnnualPaper.Write(paper, accounts, notes, signed, Fund.Name, words, address));
    }
}
