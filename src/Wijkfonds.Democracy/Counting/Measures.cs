namespace Wijkfonds.Democracy.Counting;

/// <summary>What an outcome means for the voters. Counts are exact; shares of money are decimals of 28 digits, the same on every machine.</summary>
/// <param name="Voters">How many ballots were cast, blank ones too.</param>
/// <param name="WithWinner">How many voters have at least one own project elected.</param>
/// <param name="WinnersPerVoter">At place k: how many voters have k own projects elected. Sums to <paramref name="Voters"/>.</param>
/// <param name="SpendingPerVoter">What is spent per voter when each project's cost is shared equally by its supporters.</param>
/// <param name="SpendingPerCategory">Per theme, in ordinal order: what its elected projects cost, in scaled units. A project with several themes counts in full for each; one without is under "".</param>
public sealed record Measures(
    long Voters, long WithWinner, IReadOnlyList<long> WinnersPerVoter, Spread SpendingPerVoter, IReadOnlyDictionary<string, long> SpendingPerCategory)
{
    /// <summary>Measures an outcome.</summary>
    public static Measures Of(Outcome outcome)
    {
        var election = outcome.Election;
        var elected = outcome.Verdicts.Select(v => v is Won).ToArray();
        var share = election.Projects.Select((p, i) => elected[i] && election.Votes[i] > 0 ? (decimal)p.Cost / election.Votes[i] : 0).ToArray();
        var winners = new List<long> { 0 };
        var spending = new List<(decimal Value, long Voters)>(election.Ballots.Count);
        foreach (var ballot in election.Ballots)
        {
            var own = 0;
            var money = 0m;
            foreach (var project in ballot.ProjectIndices)
            {
                if (!elected[project]) continue;
                own++;
                money += share[project];
            }
            while (winners.Count <= own) winners.Add(0);
            winners[own] += ballot.Count;
            spending.Add((money, ballot.Count));
        }
        return new(election.BallotCount, election.BallotCount - winners[0], winners, Spread.Of(spending, election.BallotCount), PerCategory(outcome));
    }

    private static SortedDictionary<string, long> PerCategory(Outcome outcome)
    {
        var sums = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var won in outcome.Winners)
            foreach (var category in won.Project.Categories.DefaultIfEmpty("").Distinct(StringComparer.Ordinal))
                sums[category] = sums.GetValueOrDefault(category) + won.Project.Cost;
        return sums;
    }
}

/// <summary>How an amount is spread over voters, in scaled units. A quantile is the smallest amount that at least that share of the voters has at most.</summary>
/// <param name="Least">The smallest.</param>
/// <param name="Lower">The quarter.</param>
/// <param name="Median">The half.</param>
/// <param name="Upper">Three quarters.</param>
/// <param name="Most">The largest.</param>
/// <param name="Mean">The mean.</param>
public sealed record Spread(decimal Least, decimal Lower, decimal Median, decimal Upper, decimal Most, decimal Mean)
{
    internal static Spread Of(List<(decimal Value, long Voters)> values, long voters)
    {
        if (voters == 0) return new(0, 0, 0, 0, 0, 0);
        values.Sort((a, b) => a.Value.CompareTo(b.Value));
        return new(values[0].Value, At(1), At(2), At(3), values[^1].Value, values.Sum(v => v.Value * v.Voters) / voters);

        decimal At(int quarters)
        {
            var wanted = ((Int128)voters * quarters + 3) / 4;
            Int128 seen = 0;
            foreach (var (value, count) in values) if ((seen += count) >= wanted) return value;
            return values[^1].Value;
        }
    }
}
