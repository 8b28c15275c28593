namespace Wijkfonds.Democracy.Counting;

/// <summary>All that a count needs: projects, budget and ballots. Nothing in it can change.</summary>
/// <remarks>
/// Amounts are whole numbers: the file's amounts times 10 to the power <see cref="Decimals"/>. Sums are overflow checked.
/// The result of a count never depends on the order of the ballots, nor on that of the projects where ties have a stated order.
/// </remarks>
public sealed class Election
{
    private readonly Ballot[] ballots;
    private readonly long[] votes;
    private readonly Dictionary<string, int> indices;
    private long[]? points;

    /// <param name="projects">The projects; ids are unique, costs more than 0.</param>
    /// <param name="budget">What can be spent, 0 or more, in scaled units.</param>
    /// <param name="type">What the ballots mean.</param>
    /// <param name="ballots">All ballots cast, blank ones too; equal ones are grouped here.</param>
    /// <param name="decimals">How many decimals the amounts were scaled by: 2 where amounts are cents, 0 where they are euros.</param>
    /// <param name="ranks">For rankings: how many ranks a ballot has; 0 where that is not given.</param>
    /// <exception cref="ArgumentException">A promise above is broken, or a ballot names a project that does not exist.</exception>
    public Election(IReadOnlyList<Project> projects, long budget, BallotType type, IEnumerable<Ballot> ballots, int decimals = 2, int ranks = 0)
        : this(projects, budget, type, Group(ballots), decimals, ranks) { }

    internal Election(IReadOnlyList<Project> projects, long budget, BallotType type, BallotTally tally, int decimals, int ranks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        if (decimals is < 0 or > 18) throw new ArgumentOutOfRangeException(nameof(decimals));
        Projects = [.. projects];
        Budget = budget;
        Type = type;
        Decimals = decimals;
        indices = new(StringComparer.Ordinal);
        for (var i = 0; i < Projects.Count; i++)
        {
            if (Projects[i].Cost <= 0) throw new ArgumentException($"project {Projects[i].Id} has no cost above 0", nameof(projects));
            if (!indices.TryAdd(Projects[i].Id, i)) throw new ArgumentException($"project {Projects[i].Id} is there twice", nameof(projects));
        }
        this.ballots = tally.Ballots();
        votes = new long[Projects.Count];
        foreach (var ballot in this.ballots)
        {
            BallotCount += ballot.Count;
            foreach (var project in ballot.ProjectIndices)
                votes[project] += (uint)project < (uint)votes.Length ? ballot.Count : throw new ArgumentException("a ballot names a project that does not exist", nameof(tally));
            if (type == BallotType.Ordinal) ranks = Math.Max(ranks, ballot.ProjectIndices.Length);
        }
        Ranks = ranks;
    }

    /// <summary>The same election with more ballots of one kind. Equal ballots that were there already stay a group of their own, which no count notices.</summary>
    internal Election(Election other, Ballot more)
    {
        (Projects, Budget, Type, Decimals, Ranks, PointDecimals, indices) = (other.Projects, other.Budget, other.Type, other.Decimals, other.Ranks, other.PointDecimals, other.indices);
        ballots = [.. other.ballots, more];
        votes = [.. other.votes];
        foreach (var project in more.ProjectIndices) votes[project] += more.Count;
        BallotCount = other.BallotCount + more.Count;
    }

    /// <summary>The projects, in the order of the file.</summary>
    public IReadOnlyList<Project> Projects { get; }

    /// <summary>What can be spent, in scaled units.</summary>
    public long Budget { get; }

    /// <summary>What the ballots mean.</summary>
    public BallotType Type { get; }

    /// <summary>The power of ten by which the amounts were scaled.</summary>
    public int Decimals { get; }

    /// <summary>For rankings: how many ranks a ballot has, so that the best one has this many points.</summary>
    public int Ranks { get; }

    /// <summary>The power of ten by which the points of the ballots were scaled: 0 where all of them are whole.</summary>
    public int PointDecimals { get; init; }

    /// <summary>One point, in scaled points.</summary>
    public long OnePoint => Amount.PowerOfTen(PointDecimals);

    /// <summary>The ballots, equal ones together.</summary>
    public IReadOnlyList<Ballot> Ballots => ballots;

    /// <summary>n: how many ballots were cast, blank ones too.</summary>
    public long BallotCount { get; }

    /// <summary>One currency unit (one euro, not a cent) in scaled units.</summary>
    public long Unit => Amount.PowerOfTen(Decimals);

    /// <summary>Per project, in their order: how many ballots support it.</summary>
    public IReadOnlyList<long> Votes => votes;

    /// <summary>Per project, in their order: the sum of its points, scaled by <see cref="PointDecimals"/>; without points on the ballots, its votes.</summary>
    public IReadOnlyList<long> Points => points ??= SumPoints();

    /// <summary>The index of a project, or -1.</summary>
    public int IndexOf(string id) => indices.GetValueOrDefault(id, -1);

    /// <summary>An amount exactly, in currency units with a point: 1234.5.</summary>
    public string Text(long amount) => Amount.Text(amount, Decimals);

    /// <summary>Points exactly, with a decimal point where they are not whole: 12.5.</summary>
    public string PointsText(long points) => Amount.Text(points, PointDecimals);

    /// <summary>The points that a ballot gives to the project at a place of it; 1 on a ballot without points.</summary>
    internal long PointsAt(Ballot ballot, int place) => ballot.PointValues?[place] ?? (Type == BallotType.Ordinal ? Ranks - place : 1);

    private long[] SumPoints()
    {
        var sums = new long[Projects.Count];
        foreach (var ballot in ballots)
            for (var place = 0; place < ballot.ProjectIndices.Length; place++)
                sums[ballot.ProjectIndices[place]] += ballot.Count * PointsAt(ballot, place);
        return sums;
    }

    private static BallotTally Group(IEnumerable<Ballot> ballots)
    {
        var tally = new BallotTally();
        foreach (var ballot in ballots) tally.Add(ballot.ProjectIndices, ballot.PointValues, ballot.Count);
        return tally;
    }
}
