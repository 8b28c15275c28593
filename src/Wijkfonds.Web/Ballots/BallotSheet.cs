using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Ballots;

/// <summary>The frozen ballot of a round, and what may be written on it. Final, so one is kept in memory for each round.</summary>
public sealed class BallotSheet
{
    private readonly Dictionary<int, int> places;

    public BallotSheet(Round round, IEnumerable<BallotPlan> plans)
    {
        (RoundId, Type, MaximumChoices) = (round.Id, round.BallotType, round.MaximumChoices);
        Plans = [.. plans.OrderBy(p => p.Number)];
        places = Plans.Select((p, i) => (p.Number, i)).ToDictionary(x => x.Number, x => x.i);
        Parts = [.. round.Sections.OrderBy(s => s.Number).Select(s => new SheetPart(s.Id, s.Number, s.Name, s.Budget, [.. Plans.Where(p => p.SectionId == s.Id)]))];
    }

    public Guid RoundId { get; }
    public BallotType Type { get; }
    public int MaximumChoices { get; }
    /// <summary>All plans, by number.</summary>
    public IReadOnlyList<BallotPlan> Plans { get; }
    public IReadOnlyList<SheetPart> Parts { get; }

    public bool Has(int number) => places.ContainsKey(number);

    /// <summary>Why these plans cannot be on one ballot together; null when they can.</summary>
    public Refusal? Check(IReadOnlyCollection<int> chosen)
    {
        foreach (var number in chosen) if (!Has(number)) return new UnknownPlan(number);
        foreach (var part in Parts)
        {
            var count = part.Chosen(chosen).Count();
            if (Type == BallotType.Approval && count > MaximumChoices) return new TooManyChoices(part.Name, MaximumChoices, count - MaximumChoices);
            if (Type == BallotType.Knapsack && part.Cost(chosen) > part.Budget) return new BallotOverBudget(part.Name, part.Budget, part.Cost(chosen) - part.Budget);
        }
        return null;
    }

    /// <summary>One bit for each plan, in order of number: fixed length, whatever was chosen.</summary>
    public byte[] Mark(IEnumerable<int> chosen)
    {
        var marks = new byte[(Plans.Count + 7) / 8];
        foreach (var number in chosen)
            if (places.TryGetValue(number, out var at)) marks[at / 8] |= (byte)(1 << (at % 8));
        return marks;
    }

    public int[] Read(byte[] marks) => [.. Plans.Where((_, at) => at / 8 < marks.Length && (marks[at / 8] & (1 << (at % 8))) != 0).Select(p => p.Number)];

    /// <summary>The sheet of a round whose ballot is frozen; null before.</summary>
    public static async Task<BallotSheet?> Of(WijkfondsContext db, Guid roundId)
    {
        if (Kept.TryGetValue(roundId, out var kept)) return kept;
        var plans = await db.Set<BallotPlan>().AsNoTracking().Where(p => p.RoundId == roundId).ToListAsync();
        if (plans.Count == 0) return null;
        var round = await db.Set<Round>().AsNoTracking().Include(r => r.Sections).SingleAsync(r => r.Id == roundId);
        return Kept[roundId] = new BallotSheet(round, plans);
    }

    private static readonly ConcurrentDictionary<Guid, BallotSheet> Kept = new();
}

/// <summary>A section's part of the ballot.</summary>
public sealed record SheetPart(Guid Id, int Number, string Name, Cents Budget, IReadOnlyList<BallotPlan> Plans)
{
    public IEnumerable<BallotPlan> Chosen(IReadOnlyCollection<int> chosen) => Plans.Where(p => chosen.Contains(p.Number));

    public Cents Cost(IReadOnlyCollection<int> chosen) => Chosen(chosen).Aggregate(Cents.Zero, (sum, p) => sum + p.Cost);
}

/// <summary>This plan is not on the ballot.</summary>
public sealed record UnknownPlan(int Number) : Refusal
{
    public override string? Field => "plan";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>More plans in one section than the rules allow.</summary>
public sealed record TooManyChoices(string Section, int Most, int Over) : Refusal
{
    public override string? Field => "plan";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>The chosen plans together cost more than the section has.</summary>
public sealed record BallotOverBudget(string Section, Cents Budget, Cents Over) : Refusal
{
    public override string? Field => "plan";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
