using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation.Years;

/// <summary>At every member's desk: years whose money arrived but is not free, and years whose pledges are gone.</summary>
public sealed class YearTasks : IDeskTasks
{
    public async Task<IReadOnlyList<DeskTask>> For(Viewer who, WijkfondsContext db, Words words, DateTimeOffset now)
    {
        if (who.AllianceSeat is not { } seat) return [];
        var standings = await YearStandings.Of(db, seat.FundId, await Book.Today(db, now, seat.FundId));
        var stuck = standings.Waiting.Where(s => s.State is YearState.Arrived or YearState.Uncovered).ToList();
        if (stuck.Count == 0) return [];
        var came = await db.Set<Deposit>().MaxAsync(d => (DateTimeOffset?)d.ConfirmedAt);
        return [.. stuck.Select(s => new DeskTask(words[$"year.task.{s.State}", s.Row.Award.Proposal.Title, s.Row.Year.ToString(CultureInfo.InvariantCulture)],
            string.Create(CultureInfo.InvariantCulture, $"/geld/toekenningen/{s.Row.Award.Number}/jaren"),
            s.State == YearState.Arrived && came > s.Row.DecidedAt ? came.Value : s.Row.DecidedAt, words[$"year.task.{s.State}.nothing"]))];
    }
}
