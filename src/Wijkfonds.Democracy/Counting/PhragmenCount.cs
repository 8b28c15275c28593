using System.Numerics;

namespace Wijkfonds.Democracy.Counting;

/// <summary>One run of sequential Phragmén, all of it exact.</summary>
/// <remarks>
/// A voter's load is that of its latest winner, so there are only as many different loads as rounds. All are numerators over one common
/// denominator; a project's sum changes only by counts of supporters that move from one round's load to the next.
/// </remarks>
internal sealed class PhragmenCount
{
    private readonly Election election;
    private readonly bool stop;
    private readonly TieChoices choices;
    private readonly Support support;
    private readonly BigInteger[] sums;
    private readonly List<BigInteger> loads = [BigInteger.Zero];
    private readonly int[] rounds;
    private readonly List<int> open;
    private BigInteger denominator = BigInteger.One;
    private long left;

    internal PhragmenCount(Election election, bool stop, TieChoices choices)
    {
        this.election = election;
        this.stop = stop;
        this.choices = choices;
        support = new(election, byPoints: false);
        sums = new BigInteger[election.Projects.Count];
        rounds = new int[support.Ballots.Length];
        Verdicts = new Verdict[election.Projects.Count];
        open = [.. Enumerable.Range(0, election.Projects.Count)];
        left = election.Budget;
    }

    internal Verdict[] Verdicts { get; }

    internal HashSet<int> Winners { get; } = [];

    internal List<(int Round, int[] Tied, TieStep Step)> Ties { get; } = [];

    internal PhragmenCount Run()
    {
        choices.Begin();
        foreach (var p in open.Where(p => support.Total[p] == 0).ToList()) Close(p, new NoVotes(election.Projects[p]));
        DropWhatDoesNotFit();
        while (open.Count > 0)
        {
            var tied = Lightest();
            if (stop && tied.FirstOrDefault(p => election.Projects[p].Cost > left, -1) is var late && late >= 0) { End(late); break; }
            var winner = tied[0];
            if (tied.Count > 1)
            {
                (winner, var step) = choices.Choose(tied);
                Ties.Add((loads.Count, [.. tied], step));
            }
            Elect(winner);
            if (!stop) DropWhatDoesNotFit();
        }
        return this;
    }

    private List<int> Lightest()
    {
        List<int> tied = [];
        foreach (var p in open)
        {
            var order = tied.Count == 0 ? -1 : (Burden(p) * support.Total[tied[0]]).CompareTo(Burden(tied[0]) * support.Total[p]);
            if (order < 0) tied.Clear();
            if (order <= 0) tied.Add(p);
        }
        return tied;
    }

    private BigInteger Burden(int p) => sums[p] + election.Projects[p].Cost * denominator;

    private void Elect(int winner)
    {
        var burden = Burden(winner);
        var divisor = BigInteger.GreatestCommonDivisor(burden, support.Total[winner]);
        var factor = support.Total[winner] / divisor;
        if (!factor.IsOne)
        {
            denominator *= factor;
            for (var i = 0; i < loads.Count; i++) loads[i] *= factor;
            for (var p = 0; p < sums.Length; p++) sums[p] *= factor;
        }
        loads.Add(burden / divisor);
        Move(winner);
        left -= election.Projects[winner].Cost;
        Winners.Add(winner);
        Close(winner, new Won(election.Projects[winner], election.Votes[winner], Winners.Count, left) { Load = new(loads[^1], denominator) });
    }

    // Counts first, and multiplies large numbers only once per project and earlier round.
    private void Move(int winner)
    {
        var now = loads.Count - 1;
        var moved = new long[sums.Length * now];
        foreach (var group in support[winner].Groups)
        {
            foreach (var p in support.Ballots[group].ProjectIndices) moved[p * now + rounds[group]] += support.Ballots[group].Count;
            rounds[group] = now;
        }
        foreach (var p in open)
            for (var round = 0; round < now; round++)
                if (moved[p * now + round] is var count && count != 0) sums[p] += count * (loads[now] - loads[round]);
    }

    private void DropWhatDoesNotFit()
    {
        foreach (var p in open.Where(p => election.Projects[p].Cost > left).ToList()) Close(p, new DidNotFit(election.Projects[p], election.Votes[p], left));
    }

    private void End(int late)
    {
        Close(late, new DidNotFit(election.Projects[late], election.Votes[late], left));
        foreach (var p in open.ToList()) Close(p, new CountEnded(election.Projects[p], election.Votes[p], election.Projects[late]));
    }

    private void Close(int p, Verdict verdict)
    {
        open.Remove(p);
        Verdicts[p] = verdict;
    }
}
