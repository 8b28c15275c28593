using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements.Annual;

/// <summary>The annual accounts of the fund, for anybody.</summary>
[AllowAnonymous]
public sealed class ShowModel : FundPage
{
    public AnnualAccounts Accounts { get; private set; } = null!;
    public AnnualNotes Notes { get; private set; } = null!;
    public IReadOnlyList<int> Years { get; private set; } = [];
    /// <summary>Who is related to whom, in words for anybody.</summary>
    public IReadOnlyList<string> Relations { get; private set; } = [];
    /// <summary>Who of the audit committee signed.</summary>
    public Auditing.SignOff SignOff { get; private set; } = null!;
    /// <summary>False while the year still runs.</summary>
    public bool IsOver => SignOff.IsOver;

    public async Task<IActionResult> OnGet(int year)
    {
        Years = await AnnualAccounts.Years(Db);
        if (!Years.Contains(year)) return NotFound();
        Accounts = await AnnualAccounts.Of(Db, Fund.Id, Now, year);
        Notes = await AnnualNotes.Of(Db, Fund.Id, year);
        Relations = await Auditing.Relations.About(Db, Now, null, T);
        SignOff = await Auditing.SignOff.Of(Db, Now, Fund.Id, year);
        return Page();
    }

    /// <summary>The entries on one account, up to the end of the year or within it.</summary>
    public string Card(ChartAccount account) => Here($"/geld/rekening/{account.Number}?{(account.IsBalance ? "" : $"van={Accounts.Year}&")}tot={Accounts.Year}");
}
