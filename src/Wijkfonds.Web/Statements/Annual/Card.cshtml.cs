using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Statements.Annual;

/// <summary>One account of the chart: the entries behind a row of the annual accounts, with their total.</summary>
[AllowAnonymous]
public sealed class CardModel : FundPage
{
    private const int Size = 50;

    public ChartAccount Account { get; private set; } = null!;
    public int? From { get; private set; }
    public int? Until { get; private set; }
    /// <summary>On the account's own side, over all pages.</summary>
    public Cents Total { get; private set; }
    public IReadOnlyList<(EntryStory Story, Cents Debit, Cents Credit)> Rows { get; private set; } = [];
    public Pages Pages { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string number)
    {
        // What was appropriated at once stands nowhere: the card of the result would be empty or everything.
        if (Chart.All.SingleOrDefault(a => a.Number == number && a != Chart.Result) is not { } account || !Year("van", out var from) || !Year("tot", out var until)) return NotFound();
        (Account, From, Until) = (account, from, until);
        Total = (await ChartFigures.Of(Db, Fund.Id)).Balance(account, from, until);
        var found = await ChartCard.Entries(Db, Fund.Id, account, from, until);
        Pages = Pages.Of(Request, await found.CountAsync(), Size);
        var entries = await found.Include(e => e.Lines).OrderByDescending(e => e.Sequence).Skip(Pages.Skip).Take(Pages.Size).ToListAsync();
        var chart = await ChartLines.Of(Db, Fund.Id);
        Rows = [.. (await new EntryStories(T, Here).Tell(Db, entries)).Select(story =>
        {
            var amounts = chart.Of(story.Entry).Where(l => l.Account == account).Select(l => l.Debit).ToList();
            return (story, Sum(amounts.Where(a => a > Cents.Zero)), -Sum(amounts.Where(a => a < Cents.Zero)));
        })];
        return Page();
    }

    private bool Year(string key, out int? year)
    {
        year = null;
        if (Request.Query[key].ToString() is not { Length: > 0 } typed) return true;
        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var read) || read is < 1000 or > 9998) return false;
        year = read;
        return true;
    }

    private static Cents Sum(IEnumerable<Cents> amounts) => amounts.Aggregate(Cents.Zero, (sum, a) => sum + a);
}
