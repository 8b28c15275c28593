using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>Who checks the books, and how it stands with each year: for anybody. Who checks finds here what waits.</summary>
[AllowAnonymous]
public sealed class IndexModel : FundPage
{
    public IReadOnlyList<Checker> Checkers { get; private set; } = [];
    public IReadOnlyList<(int Year, bool IsOver, int Signatures, IReadOnlyList<Finding> Findings)> Years { get; private set; } = [];
    public DateOnly Today { get; private set; }

    /// <summary>Of the person who looks, where they check the books.</summary>
    public Checker? Own => Checkers.FirstOrDefault(c => c.Seat.AccountId == Viewer.AccountId);

    public async Task<IActionResult> OnGet()
    {
        Checkers = await Committee.Checkers(Db, Now, T);
        Today = await Book.Today(Db, Now, Fund.Id);
        var acts = (await Db.Set<AuditAct>().AsNoTracking().OrderBy(a => a.Number).ToListAsync()).ToLookup(a => a.Year);
        Years = [.. (await Annual.AnnualAccounts.Years(Db)).OrderDescending().Select(y => (y, y < Today.Year, acts[y].Count(a => a.Kind == AuditActKind.Signed), Finding.Of(acts[y])))];
        return Page();
    }

    /// <summary>The committee's names are public; an accountant is shown by office to who does not see money.</summary>
    public string NameOf(Seat seat) => seat.Body == Body.Accountant && !Viewer.SeesMoney ? T["audit.the-accountant"] : seat.PublicName.Length > 0 ? seat.PublicName : T["seat.nameless"];
}
