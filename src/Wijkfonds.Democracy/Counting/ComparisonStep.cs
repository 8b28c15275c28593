namespace Wijkfonds.Democracy.Counting;

/// <summary>Keep the Equal Shares outcome unless more voters strictly prefer the greedy one, by number of own projects elected; equality keeps it.</summary>
internal static class ComparisonStep
{
    internal static Outcome Take(Outcome shares, Outcome greedy)
    {
        long preferShares = 0, preferGreedy = 0;
        var (inShares, inGreedy) = (Elected(shares), Elected(greedy));
        foreach (var ballot in shares.Election.Ballots)
        {
            var difference = ballot.Projects.Count(p => inShares[p]) - ballot.Projects.Count(p => inGreedy[p]);
            if (difference > 0) preferShares += ballot.Count;
            if (difference < 0) preferGreedy += ballot.Count;
        }
        var chosen = preferGreedy > preferShares;
        var comparison = new Comparison(preferShares, preferGreedy, chosen);
        return chosen ? greedy with { Rule = shares.Rule, Shares = shares.Shares, Comparison = comparison } : shares with { Comparison = comparison };
    }

    private static bool[] Elected(Outcome outcome) => [.. outcome.Verdicts.Select(v => v is Won)];
}
