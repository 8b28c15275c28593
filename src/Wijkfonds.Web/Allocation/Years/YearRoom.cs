using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Wijkfonds.Web.Allocation.Years;

/// <summary>What can be promised to one plan for one later year: of pledges not yet received, those it may use, less what is conditional already.</summary>
/// <param name="Pledged">Not yet received, whatever its earmark.</param>
/// <param name="Conditional">Promised to plans, this one included.</param>
public sealed record YearRoom(int Year, Cents Pledged, Cents Conditional, Cents Room)
{
    /// <summary>For the years that may be promised on a day, in order.</summary>
    public static async Task<IReadOnlyList<YearRoom>> Of(WijkfondsContext db, Guid fund, DateOnly today, Guid proposal)
    {
        var pledges = await LayerYears.Of(db, fund, today);
        var standings = await YearStandings.Of(db, fund, today, pledges);
        var earmarks = await PlanEarmarks.Of(db, fund, [proposal]);
        return [.. Enumerable.Range(today.Year + 1, ConditionalYear.MostAhead).Select(year =>
        {
            var here = pledges.Where(p => p.Year == year).Select(p => new LayerAmount(p.Layer, p.Open)).ToList();
            var waiting = standings.Waiting.Where(w => w.Row.Year == year).Select(w => w.Row).ToList();
            var cover = new Cover(here);
            foreach (var row in waiting) cover.Take(row.Amount, standings.Earmarks.For(row.Award.ProposalId, year, row.Amount));
            return new YearRoom(year, here.Sum(), waiting.Aggregate(Cents.Zero, (sum, r) => sum + r.Amount), cover.Room(amount => earmarks.For(proposal, year, amount)));
        })];
    }
}
