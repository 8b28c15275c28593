namespace Wijkfonds.Democracy.Counting;

/// <summary>Extended justified representation, EJR+ up to any project, for cost utilities: a certificate, or who is let down.</summary>
/// <remarks>
/// Brill, Peters, <i>Robust and Verifiable Proportionality Axioms for Multiwinner Voting</i>, EC 2023, carried over to projects with costs.
/// It fails if there is a project c that lost, and a group of k voters who all support it, each of whom has own winners of at most k·B/n - cost(c).
/// It is enough to look, per losing project, at its k supporters who got least, for every k. Equal Shares with cost utilities always passes.
/// </remarks>
/// <param name="Failures">The groups that are let down, the largest for each losing project, in the order of the election's projects; empty where the outcome passes.</param>
public sealed record JustifiedRepresentation(IReadOnlyList<LetDown> Failures)
{
    /// <summary>Whether the outcome passes.</summary>
    public bool Holds => Failures.Count == 0;

    /// <summary>Checks an outcome, exactly.</summary>
    public static JustifiedRepresentation Of(Outcome outcome)
    {
        var election = outcome.Election;
        var got = election.Ballots.Select(ballot => ballot.ProjectIndices.Where(p => outcome.Verdicts[p] is Won).Sum(p => election.Projects[p].Cost)).ToArray();
        var support = new Support(election, byPoints: false);
        var failures = new List<LetDown>();
        for (var p = 0; p < election.Projects.Count; p++)
            if (outcome.Verdicts[p] is not Won && Largest(election, support, got, p) is { } group) failures.Add(group);
        return new(failures);
    }

    private static LetDown? Largest(Election election, Support support, long[] got, int project)
    {
        var groups = support[project].Groups.ToArray();
        Array.Sort(groups, (a, b) => got[a].CompareTo(got[b]));
        LetDown? found = null;
        long voters = 0;
        for (var i = 0; i < groups.Length; i++)
        {
            voters += election.Ballots[groups[i]].Count;
            if (i + 1 < groups.Length && got[groups[i + 1]] == got[groups[i]]) continue;
            if (((Int128)got[groups[i]] + election.Projects[project].Cost) * election.BallotCount <= (Int128)voters * election.Budget)
                found = new(election.Projects[project], voters, got[groups[i]]);
        }
        return found;
    }
}

/// <summary>A group of voters that is let down.</summary>
/// <param name="Project">A project that all of them support, and that lost.</param>
/// <param name="Voters">How many they are.</param>
/// <param name="MostOwn">What the own winners of each of them cost at most, in scaled units.</param>
public sealed record LetDown(Project Project, long Voters, long MostOwn);
