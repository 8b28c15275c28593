using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation;

/// <summary>Counts a sealed round, once: the results of its sections, and the act that says so. It books nothing.</summary>
public static class Counting
{
    public static async Task<Outcome<Done>> Count(WijkfondsContext db, Guid roundId, DateTimeOffset now)
    {
        var round = await db.Set<Round>().Include(r => r.Sections).Include(r => r.Acts).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == roundId);
        if (round is null || !IsDue(round)) return Done.It;
        foreach (var count in await Sections(db, round)) db.Add(count.Result(now));
        db.Add(new RoundAct { FundId = round.FundId, RoundId = round.Id, Kind = RoundActKind.Counted, At = now });
        return Done.It;
    }

    public static bool IsDue(Round round) =>
        round.Has(RoundActKind.Sealed) && !round.Has(RoundActKind.Counted) && !round.Has(RoundActKind.Cancelled);

    /// <summary>Every section of a sealed round, counted; in order of number. The same each time.</summary>
    public static async Task<IReadOnlyList<SectionCount>> Sections(WijkfondsContext db, Round round)
    {
        var plans = await db.Set<BallotPlan>().AsNoTracking().Where(p => p.RoundId == round.Id).ToListAsync();
        // The database puts equal ballots together, so that memory follows from how people differ, not from how many they are.
        var equal = await db.Set<SealedBallot>().Where(b => b.RoundId == round.Id).GroupBy(b => b.Choices)
            .Select(g => new { Choices = g.Key, Count = g.LongCount() }).ToListAsync();
        var ballots = equal.Select(e => new EqualBallots(new SealedBallot { FundId = round.FundId, RoundId = round.Id, Row = 0, Choices = e.Choices }.Plans, e.Count)).ToList();
        return [.. round.Sections.OrderBy(s => s.Number).Select(section => SectionCount.Of(round, section, plans, ballots))];
    }
}
