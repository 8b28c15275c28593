using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Proposals;
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
        var named = plans.Select(p => p.ProposalId).ToList();
        var themes = await (from plan in db.Set<Proposal>() join theme in db.Set<Theme>() on plan.ThemeId equals theme.Id where named.Contains(plan.Id) select new { plan.Id, theme.Name })
            .ToDictionaryAsync(t => t.Id, t => t.Name);
        return [.. round.Sections.OrderBy(s => s.Number).Select(section => SectionCount.Of(round, section, plans, ballots, themes))];
    }

    /// <summary>The figures of a counted round that nobody computed yet, in order of section; none where they are all there.</summary>
    public static async Task<IReadOnlyList<SectionFigures>> MissingFigures(WijkfondsContext db, Guid roundId)
    {
        var results = await db.Set<SectionResult>().AsNoTracking().Where(r => r.RoundId == roundId && !db.Set<SectionFigures>().Any(f => f.SectionResultId == r.Id)).ToListAsync();
        if (results.Count == 0) return [];
        var round = await db.Set<Round>().AsNoTracking().Include(r => r.Sections).SingleAsync(r => r.Id == roundId);
        var counts = round.Sections.OrderBy(s => s.Number).Zip(await Sections(db, round)).ToDictionary(c => c.First.Id, c => c.Second);
        return [.. results.Select(r => new SectionFigures { FundId = r.FundId, SectionResultId = r.Id, Text = Figures.Of(round, counts[r.SectionId]).Write() })];
    }
}
