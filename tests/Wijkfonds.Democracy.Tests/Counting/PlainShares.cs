using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Tests.Counting;

/// <summary>Equal Shares as the paper writes it, voter by voter in fractions: slow, and so short that one can see that it is right.</summary>
internal sealed class PlainShares
{
    private readonly Election election;
    private readonly SharesUtility utility;
    private readonly List<(Fraction Left, Dictionary<int, long> Utilities)> voters = [];

    internal PlainShares(Election election, SharesUtility utility, Fraction endowment)
    {
        this.election = election;
        this.utility = utility;
        foreach (var ballot in election.Ballots)
            for (var i = 0; i < ballot.Count; i++)
                voters.Add((endowment, Enumerable.Range(0, ballot.Projects.Count).ToDictionary(place => ballot.Projects[place], place => UtilityOf(ballot, place))));
    }

    internal List<(int Project, Fraction Rho)> Winners { get; } = [];

    internal IReadOnlyList<Fraction> Left => [.. voters.Select(v => v.Left)];

    internal PlainShares Run(Func<int, int> tiePlace)
    {
        while (true)
        {
            var payable = Enumerable.Range(0, election.Projects.Count).Where(p => Winners.All(w => w.Project != p))
                .Select(p => (Project: p, Rho: Rho(p))).Where(p => p.Rho is not null).ToList();
            if (payable.Count == 0) return this;
            var best = payable.OrderBy(p => p.Rho!.Value).ThenBy(p => tiePlace(p.Project)).First();
            Winners.Add((best.Project, best.Rho!.Value));
            for (var i = 0; i < voters.Count; i++)
                if (voters[i].Utilities.TryGetValue(best.Project, out var u))
                    voters[i] = (voters[i].Left - Min(voters[i].Left, Times(best.Rho.Value, u)), voters[i].Utilities);
        }
    }

    private Fraction? Rho(int project)
    {
        var supporters = voters.Where(v => v.Utilities.ContainsKey(project)).Select(v => (v.Left, Utility: v.Utilities[project]))
            .OrderBy(v => Over(v.Left, v.Utility)).ToList();
        var missing = new Fraction(election.Projects[project].Cost, 1);
        for (var i = 0; i < supporters.Count; i++)
        {
            var rho = Over(missing, supporters.Skip(i).Sum(v => v.Utility));
            if (rho.CompareTo(Over(supporters[i].Left, supporters[i].Utility)) <= 0) return rho;
            missing -= supporters[i].Left;
        }
        return null;
    }

    private long UtilityOf(Ballot ballot, int place) => utility switch
    {
        SharesUtility.Cost => election.Projects[ballot.Projects[place]].Cost,
        SharesUtility.Cardinality => 1,
        _ => election.PointsAt(ballot, place),
    };

    private static Fraction Min(Fraction a, Fraction b) => a.CompareTo(b) < 0 ? a : b;

    private static Fraction Times(Fraction a, long b) => new(a.Numerator * b, a.Denominator);

    private static Fraction Over(Fraction a, long b) => new(a.Numerator, a.Denominator * b);
}
