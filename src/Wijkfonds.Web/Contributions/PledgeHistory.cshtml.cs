using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;
using Wijkfonds.Web.Statements;

namespace Wijkfonds.Web.Contributions;

/// <summary>How the promises of an organisation came to what they are: every step, of one year or of all, as known on a day. What a statement's pledged amounts lead to.</summary>
[AllowAnonymous]
public sealed class PledgeHistoryModel : FundPage
{
    public int Number { get; private set; }
    public string Name { get; private set; } = "";
    public int? Year { get; private set; }
    public DateOnly? Known { get; private set; }
    public IReadOnlyList<PledgeChange> Changes { get; private set; } = [];
    public Cents Total => PledgesKnown.Sum(Changes);

    /// <summary>The address of the steps of one year, or of all, as known on a day.</summary>
    public static string At(int contributor, int? year, DateOnly? known) => QueryHelpers.AddQueryString($"/bijdragers/{contributor}/toezeggingen", new Dictionary<string, string?>
    {
        ["jaar"] = year?.ToString(CultureInfo.InvariantCulture), ["bekend"] = known is { } day ? Period.Text(day) : null,
    }.Where(pair => pair.Value is not null));

    public async Task<IActionResult> OnGet(int number)
    {
        var contributor = await Db.Set<Contributor>().AsNoTracking().Where(c => c.Number == number && (c.ConfirmedAt != null || Viewer.SeesMoney))
            .Select(c => new { c.Id, c.Party.Name }).SingleOrDefaultAsync();
        var period = Period.Read(Request.Query, await Book.Today(Db, Now, Fund.Id));
        if (contributor is null || period.Refused) return NotFound();
        (Number, Name, Known) = (number, contributor.Name, period.Value.Known);
        Year = period.Value.Year;
        var end = Known is { } known ? Period.EndOf(known, Fund.Zone) : Now.AddMilliseconds(1);
        Changes = [.. (await PledgesKnown.Of(Db, contributor.Id, end)).Changes.Where(c => Year is null || c.Year == Year)];
        return Page();
    }

    /// <summary>What happened, in one sentence.</summary>
    public string What(PledgeChange change) => change.Agreement is { } agreement
        ? T[$"pledges.{change.Reason}.agreement", agreement.ToString(CultureInfo.InvariantCulture)]
        : T[$"pledges.{change.Reason}"];
}
