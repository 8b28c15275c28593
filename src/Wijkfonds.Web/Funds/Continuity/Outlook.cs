using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Continuity;

/// <summary>What one giver promised for each of the years.</summary>
/// <param name="Lost">What a scenario takes away in each year.</param>
public sealed record GiverYears(int Number, string Name, ContributorKind Kind, IReadOnlyList<Cents> Promised, IReadOnlyList<Cents> Lost)
{
    /// <summary>The last year it promised something for; null where nothing lies ahead.</summary>
    public int? LastYear(int first) => Promised.Select((amount, i) => (amount, Year: first + i)).Where(y => y.amount > Cents.Zero).Select(y => (int?)y.Year).LastOrDefault();
}

/// <summary>One of the coming years: what is promised, of which arrived and is still expected, and what of this year is set apart or promised to plans.</summary>
/// <param name="Lost">What a scenario takes away of the promised.</param>
public sealed record OutlookYear(int Year, Cents Promised, Cents Received, Cents Lost)
{
    public Cents Left => Promised - Lost;
    public Cents Expected => Received > Left ? Cents.Zero : Left - Received;
}

/// <summary>A question: what if this giver stops from a year on?</summary>
public sealed record Scenario(int Contributor, int From);

/// <summary>
/// The coming eight years by what givers promised: nothing is extrapolated, a year that nobody promised for is empty. What is
/// received counts for this year only: for later years nothing has arrived that is not ahead of its schedule.
/// </summary>
public sealed record Outlook(int First, IReadOnlyList<OutlookYear> Years, IReadOnlyList<GiverYears> Givers, Pot Pot)
{
    public const int Ahead = 8;
    /// <summary>Council elections are every four years, in March: the council that was chosen in 2026 decides up to and including the budget of 2030.</summary>
    private const int AnElection = 2026;
    private const int Term = 4;

    /// <summary>The last year whose budget the council of this year decides.</summary>
    public int CouncilUntil => AnElection + ((int)Math.Floor((First - AnElection) / (decimal)Term) + 1) * Term;

    /// <summary>Next year's promises, the largest giver of them, and what of them comes from the municipality.</summary>
    public OutlookYear Next => Years[1];
    public GiverYears? Largest => Givers.Where(g => g.Promised[1] - g.Lost[1] > Cents.Zero).OrderByDescending(g => (g.Promised[1] - g.Lost[1]).Value).ThenBy(g => g.Number).FirstOrDefault();
    public Cents OfMunicipality(int at) => Givers.Where(g => g.Kind == ContributorKind.Municipality).Aggregate(Cents.Zero, (sum, g) => sum + g.Promised[at] - g.Lost[at]);

    public static async Task<Outlook> Of(WijkfondsContext db, Guid fund, DateOnly today, Scenario? scenario)
    {
        var contributors = await db.Set<Contributor>().AsNoTracking().Include(c => c.Party).Include(c => c.Pledges).Where(c => c.ConfirmedAt != null).OrderBy(c => c.Number).ToListAsync();
        var years = Enumerable.Range(today.Year, Ahead).ToList();
        var givers = contributors.Select(c => new GiverYears(c.Number, c.Party.Name, c.Kind, [.. years.Select(c.PledgedIn)],
            [.. years.Select(y => scenario?.Contributor == c.Number && y >= scenario.From ? c.PledgedIn(y) : Cents.Zero)])).Where(g => g.Promised.Any(p => p > Cents.Zero)).ToList();
        var movements = await Movements.Of(db);
        var received = await Received(db, fund, today, contributors, movements);
        return new(today.Year, [.. years.Select((y, i) => new OutlookYear(y, Sum(givers, g => g.Promised[i]), received.GetValueOrDefault(y), Sum(givers, g => g.Lost[i])))], givers, Pot.Of(movements));
    }

    /// <summary>What arrived for each year: by schedule, and without one what came in this year, at most what was promised.</summary>
    private static async Task<Dictionary<int, Cents>> Received(WijkfondsContext db, Guid fund, DateOnly today, List<Contributor> contributors, Movements movements)
    {
        var schedules = await Schedules.All(db, fund, today);
        var received = schedules.Values.SelectMany(s => s.Terms).GroupBy(t => t.Instalment.Year).ToDictionary(y => y.Key, y => y.Aggregate(Cents.Zero, (sum, t) => sum + t.Received));
        foreach (var contributor in contributors.Where(c => !schedules.ContainsKey(c.Number)))
        {
            var came = movements.Figure(new EntryFilter { Account = LedgerAccount.Bank, Kind = EntryKind.Deposit, From = today.Year, Until = today.Year }, contributor.PartyId);
            received[today.Year] = received.GetValueOrDefault(today.Year) + Cents.Min(came, contributor.PledgedIn(today.Year));
        }
        return received;
    }

    private static Cents Sum(IEnumerable<GiverYears> givers, Func<GiverYears, Cents> part) => givers.Aggregate(Cents.Zero, (sum, g) => sum + part(g));
}
