using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation;

public static class ResultQueries
{
    /// <summary>What the vote meant for one plan, for its own page; null before the count and for plans that were not on the ballot.</summary>
    public static Task<PlanResult?> ResultOf(this WijkfondsContext db, Guid proposal) => db.Set<PlanResult>().AsNoTracking()
        .Include(r => r.Plan).SingleOrDefaultAsync(r => r.Plan.ProposalId == proposal);

    /// <summary>The results of a round's sections with their plans, in order of section; none before the count.</summary>
    public static Task<List<SectionResult>> Results(this WijkfondsContext db, Guid round) => db.Set<SectionResult>().AsNoTracking().AsSplitQuery()
        .Include(r => r.Section).Include(r => r.Plans).ThenInclude(p => p.Plan)
        .Where(r => r.RoundId == round).OrderBy(r => r.Section.Number).ToListAsync();
}
