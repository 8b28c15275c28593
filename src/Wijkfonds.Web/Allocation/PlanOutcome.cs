using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation;

/// <summary>What the vote meant for one plan, for its own page (partial /Allocation/_PlanOutcome): why, and once confirmed the money.</summary>
/// <param name="Award">Null until two members confirmed the result, and for plans that were not elected.</param>
/// <param name="Left">Promised and not paid yet.</param>
public sealed record PlanOutcome(PlanResult Result, Award? Award, Cents Left)
{
    public Cents Paid => Award is { } award ? award.Amount - Left : Cents.Zero;

    /// <summary>Null for a plan that was not on a ballot that is counted.</summary>
    public static async Task<PlanOutcome?> Of(WijkfondsContext db, Guid proposal)
    {
        var result = await db.Set<PlanResult>().AsNoTracking().Include(r => r.Plan).SingleOrDefaultAsync(r => r.Plan.ProposalId == proposal);
        if (result is null) return null;
        var award = await db.Set<Award>().AsNoTracking().SingleOrDefaultAsync(a => a.ProposalId == proposal);
        return new PlanOutcome(result, award, award is null ? Cents.Zero : await Pot.LeftOf(db, award.Id));
    }
}
