using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Proposals;

/// <summary>Plans and rounds with what their rules look at. What a person may not see is not found.</summary>
public static class PlanQueries
{
    /// <summary>A round that is public: after its approval.</summary>
    public static async Task<Round?> PublicRound(this WijkfondsContext db, int number) =>
        await db.Rounds().AsNoTracking().SingleOrDefaultAsync(r => r.Number == number) is { } round && round.Has(RoundActKind.Approved) ? round : null;

    /// <summary>The round that people look for now: the latest whose plans can be written, read or voted on.</summary>
    public static async Task<Round?> CurrentRound(this WijkfondsContext db, DateTimeOffset now)
    {
        var rounds = (await db.Rounds().AsNoTracking().ToListAsync()).Where(r => r.Has(RoundActKind.Approved)).OrderByDescending(r => r.Number).ToList();
        return rounds.FirstOrDefault(r => r.PhaseAt(now) is Phase.Submitting or Phase.Reviewing or Phase.OpeningDelayed or Phase.Voting)
            ?? rounds.FirstOrDefault(r => r.PhaseAt(now) is not (Phase.Announced or Phase.Cancelled)) ?? rounds.FirstOrDefault();
    }

    /// <summary>This person's own plan, draft or not.</summary>
    public static async Task<Proposal?> Mine(this WijkfondsContext db, Guid account, string handle) =>
        await db.Whole().SingleOrDefaultAsync(p => p.Handle == handle && p.AccountId == account);

    /// <summary>A plan that was sent in.</summary>
    public static async Task<Proposal?> Plan(this WijkfondsContext db, int round, int number) =>
        await db.Whole().SingleOrDefaultAsync(p => p.Round.Number == round && p.Number == number);

    /// <summary>Plans with costs, acts and their round.</summary>
    public static IQueryable<Proposal> Whole(this WijkfondsContext db) => db.Set<Proposal>()
        .Include(p => p.Costs).Include(p => p.Acts).Include(p => p.Round).ThenInclude(r => r.Acts)
        .Include(p => p.Round).ThenInclude(r => r.Sections).Include(p => p.Round).ThenInclude(r => r.Themes).AsSplitQuery();

    /// <summary>What was sent in, oldest first.</summary>
    public static Task<List<ProposalVersion>> VersionsOf(this WijkfondsContext db, Guid plan) =>
        db.Set<ProposalVersion>().AsNoTracking().Where(v => v.ProposalId == plan).OrderBy(v => v.Number).ToListAsync();
}
