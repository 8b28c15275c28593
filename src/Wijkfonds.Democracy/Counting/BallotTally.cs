namespace Wijkfonds.Democracy.Counting;

/// <summary>Groups equal ballots while they stream in: a table with open addressing, so that a ballot seen before costs no memory.</summary>
internal sealed class BallotTally
{
    private readonly List<(int[] Projects, long[]? Points)> groups = [];
    private readonly List<long> counts = [];
    private readonly List<int> hashes = [];
    private int[] slots = new int[1024];

    internal void Add(ReadOnlySpan<int> projects, ReadOnlySpan<long> points, long count)
    {
        var hash = Hash(projects, points);
        for (var slot = hash & (slots.Length - 1); ; slot = (slot + 1) & (slots.Length - 1))
        {
            var group = slots[slot] - 1;
            if (group < 0)
            {
                groups.Add((projects.ToArray(), points.IsEmpty ? null : points.ToArray()));
                counts.Add(count);
                hashes.Add(hash);
                slots[slot] = groups.Count;
                if (groups.Count * 2 > slots.Length) Grow();
                return;
            }
            if (hashes[group] == hash && projects.SequenceEqual(groups[group].Projects) && points.SequenceEqual(groups[group].Points))
            {
                counts[group] += count;
                return;
            }
        }
    }

    /// <summary>Multiplies the points of all ballots so far: another one has more decimals.</summary>
    internal void ScalePoints(long factor)
    {
        Array.Clear(slots);
        for (var group = 0; group < groups.Count; group++)
        {
            var (projects, points) = groups[group];
            for (var i = 0; i < points?.Length; i++) points[i] *= factor;
            hashes[group] = Hash(projects, points);
            Place(group);
        }
    }

    internal Ballot[] Ballots() => [.. groups.Select((group, i) => new Ballot(group.Projects, group.Points, counts[i]))];

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (var group = 0; group < hashes.Count; group++) Place(group);
    }

    private void Place(int group)
    {
        var slot = hashes[group] & (slots.Length - 1);
        while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = group + 1;
    }

    private static int Hash(ReadOnlySpan<int> projects, ReadOnlySpan<long> points)
    {
        // HashCode is seeded per process: a hostile file cannot aim at one slot.
        var hash = new HashCode();
        foreach (var project in projects) hash.Add(project);
        foreach (var value in points) hash.Add(value);
        return hash.ToHashCode() & int.MaxValue;
    }
}
