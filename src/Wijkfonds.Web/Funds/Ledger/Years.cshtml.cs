using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>The years of the book: which are closed, and, for the treasurer, the act of closing one.</summary>
[AllowAnonymous]
public sealed class YearsModel : FundPage
{
    /// <summary>Newest first, with when it was closed and the open decision about it.</summary>
    public IReadOnlyList<(int Year, DateTimeOffset? ClosedAt, int? Proposed)> Years { get; private set; } = [];

    public async Task OnGet() => await Load();

    public async Task<IActionResult> OnPost(int? jaar)
    {
        await Load();
        if (jaar is not { } year) return Refused(new YearNotOver());
        var proposed = await Work.Run(db => Get<ClosingYear>().Propose(db, Get<Deciding>(), Viewer, Now, Fund.Id, year));
        return proposed.Refused ? Refused(proposed.Refusal) : Confirmed("/geld/jaren", "year.proposed", proposed.Value.About);
    }

    private async Task Load()
    {
        var rows = await Db.Set<BookYear>().AsNoTracking().ToDictionaryAsync(y => y.Year);
        var ids = rows.Values.Select(r => r.Id).ToList();
        var open = await Db.Set<Decision>().Where(d => d.Kind == DecisionKind.CloseYear && ids.Contains(d.Subject) && d.CarriedAt == null && d.DroppedAt == null)
            .ToDictionaryAsync(d => d.Subject, d => d.Number);
        var last = rows.Values.Where(r => r.ClosedAt is not null).OrderByDescending(r => r.Year).FirstOrDefault();
        Years = [.. (await ClosingYear.Years(Db, Now, Fund.Id)).Select(year =>
        {
            var row = rows.GetValueOrDefault(year);
            // Closing a year closes the years before it too.
            var closed = last is not null && year <= last.Year ? row?.ClosedAt ?? last.ClosedAt : null;
            return (year, closed, row is not null && open.TryGetValue(row.Id, out var number) ? number : (int?)null);
        })];
    }
}
