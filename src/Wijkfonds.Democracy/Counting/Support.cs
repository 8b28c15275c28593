namespace Wijkfonds.Democracy.Counting;

/// <summary>The supporters of each project as flat lists: groups of equal ballots, how many voters each, and their utility.</summary>
internal sealed class Support
{
    private readonly int[] starts;
    private readonly int[] groups;
    private readonly int[] weights;
    private readonly int[]? utilities;

    /// <param name="election">The election.</param>
    /// <param name="byPoints">Whether a supporter's utility is its points; else it is 1.</param>
    internal Support(Election election, bool byPoints)
    {
        Ballots = [.. election.Ballots];
        starts = new int[election.Projects.Count + 1];
        foreach (var ballot in Ballots)
            foreach (var project in ballot.ProjectIndices) starts[project + 1]++;
        for (var project = 0; project < election.Projects.Count; project++) starts[project + 1] += starts[project];
        groups = new int[starts[^1]];
        weights = new int[starts[^1]];
        utilities = byPoints ? new int[starts[^1]] : null;
        Total = new long[election.Projects.Count];
        var next = starts[..^1];
        for (var group = 0; group < Ballots.Length; group++)
            for (var place = 0; place < Ballots[group].ProjectIndices.Length; place++)
            {
                var project = Ballots[group].ProjectIndices[place];
                var at = next[project]++;
                groups[at] = group;
                weights[at] = (int)Ballots[group].Count;
                var utility = byPoints ? (int)election.PointsAt(Ballots[group], place) : 1;
                if (utilities is not null) utilities[at] = utility;
                Total[project] += weights[at] * (long)utility;
            }
    }

    internal Ballot[] Ballots { get; }

    /// <summary>Per project the sum of its supporters' utilities, every voter counted.</summary>
    internal long[] Total { get; }

    /// <summary>The supporters of a project.</summary>
    internal Supporters this[int project]
    {
        get
        {
            var (start, length) = (starts[project], starts[project + 1] - starts[project]);
            return new(groups.AsSpan(start, length), weights.AsSpan(start, length), utilities is null ? [] : utilities.AsSpan(start, length));
        }
    }

    /// <summary>The utility that a group has for the project at a place of its ballot.</summary>
    internal long UtilityAt(Election election, int group, int place) => utilities is null ? 1 : election.PointsAt(Ballots[group], place);
}

/// <summary>The supporters of one project: parallel lists.</summary>
internal readonly ref struct Supporters(ReadOnlySpan<int> groups, ReadOnlySpan<int> weights, ReadOnlySpan<int> utilities)
{
    /// <summary>The groups of equal ballots.</summary>
    internal ReadOnlySpan<int> Groups { get; } = groups;

    /// <summary>How many voters each group has.</summary>
    internal ReadOnlySpan<int> Weights { get; } = weights;

    /// <summary>The utility of each; empty where it is 1.</summary>
    internal ReadOnlySpan<int> Utilities { get; } = utilities;

    internal long Utility(int i) => Utilities.IsEmpty ? 1 : Utilities[i];
}
