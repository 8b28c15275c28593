namespace Wijkfonds.Democracy.Counting;

/// <summary>
/// Chooses among projects that a round cannot tell apart. Where only a missing lot could choose, it remembers the alternatives,
/// so that all of them can be run through: if every one elects the same projects, the tie did not decide and no lot is needed.
/// </summary>
internal sealed class TieChoices(TieRanking ranking)
{
    private const int MostPaths = 256;
    private readonly List<(int Chosen, int[] Among)> path = [];
    private int at;
    private int paths = 1;

    /// <summary>The alternatives of the first choice that only a lot could have made.</summary>
    internal IReadOnlyList<int> FirstOpen => path[0].Among;

    internal bool HasOpen => path.Count > 0;

    internal int PlaceOf(int project) => ranking.PlaceOf(project);

    /// <summary>Begins a run, following the path as far as it goes.</summary>
    internal void Begin() => at = 0;

    /// <summary>Chooses one of the tied, which this sorts in tie order, and tells by which step.</summary>
    internal (int Project, TieStep Step) Choose(List<int> tied)
    {
        tied.Sort((a, b) => ranking.PlaceOf(a).CompareTo(ranking.PlaceOf(b)));
        var step = ranking.Separates(tied[0], tied[1]);
        if (!ranking.LacksLot(tied[0], tied[1])) return (tied[0], step);
        if (at == path.Count) path.Add((0, [.. tied.Where(p => p == tied[0] || ranking.LacksLot(tied[0], p))]));
        var (chosen, among) = path[at++];
        return (among[chosen], step);
    }

    /// <summary>Goes to the next path; false when all were run, or when there are too many to try.</summary>
    /// <param name="gaveUp">Whether there are too many.</param>
    internal bool Advance(out bool gaveUp)
    {
        gaveUp = false;
        while (path.Count > 0 && path[^1].Chosen + 1 == path[^1].Among.Length) path.RemoveAt(path.Count - 1);
        if (path.Count == 0) return false;
        path[^1] = (path[^1].Chosen + 1, path[^1].Among);
        gaveUp = ++paths > MostPaths;
        return !gaveUp;
    }
}
