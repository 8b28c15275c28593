namespace Wijkfonds.Democracy.Counting;

/// <summary>What one or more voters wrote, all of them the same.</summary>
/// <remarks>Projects are named by their index in <see cref="Election.Projects"/>. A blank ballot has no projects, and counts among all ballots.</remarks>
public sealed class Ballot
{
    internal Ballot(int[] projects, long[]? points, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ProjectIndices = projects;
        PointValues = points;
        Count = count;
    }

    internal int[] ProjectIndices { get; }

    internal long[]? PointValues { get; }

    /// <summary>The supported projects, as indices: ascending, or for a ranking the best first.</summary>
    public IReadOnlyList<int> Projects => ProjectIndices;

    /// <summary>The points of each, all more than 0, in the election's scaled points (see <see cref="Election.PointDecimals"/>); null on a ballot without points.</summary>
    public IReadOnlyList<long>? Points => PointValues;

    /// <summary>How many voters wrote this, at least 1.</summary>
    public long Count { get; }

    /// <summary>A ballot that approves projects. A project that is named twice counts once.</summary>
    public static Ballot Approving(IEnumerable<int> projects, long count = 1) =>
        new([.. projects.Distinct().Order()], null, count);

    /// <summary>A ranking, the best first. A project that is ranked twice keeps its best rank.</summary>
    public static Ballot Ranking(IEnumerable<int> projects, long count = 1) => new([.. projects.Distinct()], null, count);

    /// <summary>A ballot with points. What has no points is left out.</summary>
    /// <exception cref="ArgumentException">A project is named twice, or has fewer than 0 points.</exception>
    public static Ballot WithPoints(IEnumerable<KeyValuePair<int, long>> points, long count = 1)
    {
        var given = points.Where(p => p.Value != 0).OrderBy(p => p.Key).ToArray();
        if (given.Any(p => p.Value < 0)) throw new ArgumentException("points are not negative", nameof(points));
        if (given.Select(p => p.Key).Distinct().Count() < given.Length) throw new ArgumentException("a project is named twice", nameof(points));
        return new([.. given.Select(p => p.Key)], [.. given.Select(p => p.Value)], count);
    }
}
