using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>The committee counts the petty cash and writes down what lay there.</summary>
[Authorize]
public sealed class CountModel : FundPage
{
    public int Year { get; private set; }
    public DateOnly Today { get; private set; }
    /// <summary>By the book: now, and at the end of the year.</summary>
    public Cents Held { get; private set; }
    public Cents AtYearEnd { get; private set; }
    /// <summary>The other members of the committee.</summary>
    public IReadOnlyList<Seat> Others { get; private set; } = [];

    [BindProperty(Name = "amount")] public string? Amount { get; set; }
    [BindProperty(Name = "day")] public string? Day { get; set; }
    [BindProperty(Name = "along")] public string? Along { get; set; }
    [BindProperty(Name = "explained")] public string? Explained { get; set; }

    public async Task<IActionResult> OnGet(int year)
    {
        if (!await Load(year)) return NotFound();
        Day = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPost(int year)
    {
        if (!await Load(year)) return NotFound();
        var counted = await Work.Run(db => CountingAlong.Count(db, Viewer, Now, Fund.Id, year, new(Amount, Day, Along, Explained)));
        return counted.Refused ? Refused(counted.Refusal) : Confirmed($"/geld/kascommissie/{Audit.Text(year)}", "count.done", counted.Value.Counted);
    }

    private async Task<bool> Load(int year)
    {
        if (!Viewer.IsCommittee || !await Audit.IsBooked(Db, Year = year)) return false;
        Today = await Book.Today(Db, Now, Fund.Id);
        (Held, AtYearEnd) = (await CountingAlong.Held(Db, Today), await CountingAlong.Held(Db, new DateOnly(year, 12, 31)));
        Others = [.. (await Committee.Of(Db, Now)).Where(s => s.Body == Body.AuditCommittee && s.AccountId != Viewer.AccountId)];
        return true;
    }
}
