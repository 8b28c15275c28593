using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>What organisations bring to one plan beside money: what it took up, what is meant for it, and what else is left for whoever can use it.</summary>
/// <param name="Takes">The plan can take up more.</param>
public sealed record PlanInKind(Proposal Plan, bool Takes, IReadOnlyList<OfferStanding> Taken, IReadOnlyList<OfferStanding> Meant, IReadOnlyList<OfferStanding> ForAnybody)
{
    /// <summary>What everybody sees with the plan.</summary>
    public bool IsShown => Taken.Count > 0 || Meant.Count > 0;

    public static async Task<PlanInKind> Of(WijkfondsContext db, DateTimeOffset now, Guid id)
    {
        var plan = await db.Set<Proposal>().AsNoTracking().Include(p => p.Round).Include(p => p.Acts).AsSplitQuery().SingleAsync(p => p.Id == id);
        var today = await Book.Today(db, now, plan.FundId);
        var standings = (await Offers.Counting(db).ToListAsync()).Select(o => OfferStanding.Of(o, today)).ToList();
        var takes = await PlanTeam.Takes(db, plan) is null;
        return new PlanInKind(plan, takes,
            [.. standings.Where(s => s.Plans.Any(p => p.Plan == plan.Id && p.Accepted > 0))],
            [.. standings.Where(s => takes && s.Offer.ProposalId == plan.Id && s.Whole.Left > 0)],
            [.. standings.Where(s => takes && s.Offer.ProposalId is null && s.Whole.Left > 0)]);
    }

    public PlanPortion PortionOf(OfferStanding standing) => standing.Plans.Single(p => p.Plan == Plan.Id);
}
