using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Continuity;

/// <summary>What one giver promised for each of the years.</summary>
/// <param name="Lost">What a scenario takes away in each year.</param>
public sealed record GiverYears(int Number, string Name, ContributorKind Kind, IReadOnlyList<Cents> Promised, IReadOnlyList<Cents> Lost)
{
    public Cents Left(int at) => Promised[at] - Lost[at];
}

/// <summary>One of the coming years. What is pledged: of which arrived, and is still expected. What it is for: commitments, conditional years, free.</summary>
/// <param name="Promised">With the indexation that was agreed.</param>
/// <param name="Lost">What a scenario takes away of it: only what did not arrive yet.</param>
/// <param name="InPot">What lies free in the pot now: of this year only.</param>
/// <param name="Committed">Promised to plans by the book and not paid yet, as far as it falls in this year.</param>
/// <param name="Uncovered">What of the conditional rests on no pledge.</param>
public sealed record OutlookYear(int Year, Cents Promised, Cents Received, Cents Lost, Cents InPot, Cents Committed, Cents Conditional, Cents Uncovered)
{
    public Cents Left => Promised - Lost;
    public Cents Expected => Received > Left ? Cents.Zero : Left - Received;
    public Cents Free => InPot + Expected - (Conditional - Uncovered) is var free && free > Cents.Zero ? free : Cents.Zero;
    /// <summary>What the year is for, as its bar shows it.</summary>
    public Cents Whole => Committed + Conditional + Free;
}

/// <summary>A question: what if this giver stops from a year on?</summary>
public sealed record Scenario(int Contributor, int From);

/// <summary>
/// The coming eight years by what givers promised and what is promised to plans: nothing is extrapolated, a year that nobody
/// promised for is empty.
/// </summary>
/// <param name="Waiting">The conditional years of plans, also those of years that are over, as they stand under the scenario.</param>
public sealed record Outlook(int First, IReadOnlyList<OutlookYear> Years, IReadOnlyList<GiverYears> Givers, IReadOnlyList<YearStanding> Waiting, Pot Pot)
{
    public const int Ahead = 8;
    /// <summary>Council elections are every four years, in March: the council that was chosen in 2026 decides up to and including the budget of 2030.</summary>
    private const int AnElection = 2026;
    private const int Term = 4;

    /// <summary>The last year whose budget the council of this year decides.</summary>
    public int CouncilUntil => AnElection + ((int)Math.Floor((First - AnElection) / (decimal)Term) + 1) * Term;

    /// <summary>Next year's promises, the largest giver of them, and what of them comes from the municipality.</summary>
    public OutlookYear Next => Years[1];
    public GiverYears? Largest => Givers.Where(g => g.Left(1) > Cents.Zero).OrderByDescending(g => g.Left(1).Value).ThenBy(g => g.Number).FirstOrDefault();
    public Cents OfMunicipality(int at) => Givers.Where(g => g.Kind == ContributorKind.Municipality).Aggregate(Cents.Zero, (sum, g) => sum + g.Left(at));

    public static async Task<Outlook> Of(WijkfondsContext db, Guid fund, DateOnly today, Scenario? scenario)
    {
        var contributors = await db.Set<Contributor>().AsNoTracking().Include(c => c.Party).Where(c => c.FundId == fund && c.ConfirmedAt != null).OrderBy(c => c.Number).ToListAsync();
        var years = Enumerable.Range(today.Year, Ahead).ToList();
        var pledges = await LayerYears.Of(db, fund, today);
        var waiting = (await YearStandings.Of(db, fund, today, [.. pledges.Select(p => p with { Promised = p.Promised - Lost(p, scenario) })])).Waiting.ToList();
        var givers = contributors.Select(c => new GiverYears(c.Number, c.Party.Name, c.Kind,
            [.. years.Select(y => Sum(pledges.Where(p => p.Layer.Contributor == c.Number && p.Year == y), p => p.Promised))],
            [.. years.Select(y => Sum(pledges.Where(p => p.Layer.Contributor == c.Number && p.Year == y), p => Lost(p, scenario)))])).Where(g => g.Promised.Any(p => p > Cents.Zero)).ToList();
        var (pot, committed) = (await Pot.Of(db), await Commitments.ByYear(db, fund, today.Year));
        return new(today.Year, [.. years.Select(y =>
        {
            var (here, rows) = (pledges.Where(p => p.Year == y).ToList(), waiting.Where(w => w.Row.Year == y).ToList());
            return new OutlookYear(y, Sum(here, p => p.Promised), Sum(here, p => p.Received), Sum(here, p => Lost(p, scenario)), y == today.Year ? pot.Free : Cents.Zero,
                committed.GetValueOrDefault(y), Sum(rows, r => r.Row.Amount), Sum(rows, r => r.Short));
        })], givers, waiting, pot);
    }

    private static Cents Lost(LayerYear pledge, Scenario? scenario) =>
        scenario is not null && pledge.Layer.Contributor == scenario.Contributor && pledge.Year >= scenario.From ? pledge.Open : Cents.Zero;

    private static Cents Sum<T>(IEnumerable<T> all, Func<T, Cents> part) => all.Aggregate(Cents.Zero, (sum, one) => sum + part(one));
}
