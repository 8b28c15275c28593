namespace Wijkfonds.Democracy.Sortition;

/// <summary>A pool of people, the quotas, and the size of the panel to be drawn from it.</summary>
/// <remarks>
/// That it stands does not mean that it can be solved: whether any panel meets every quota is the question of
/// <c>Leximin.Find</c>. Terms: Flanigan, Gölz, Gupta, Hennig, Procaccia, <i>Fair algorithms for selecting citizens' assemblies</i>, Nature 596 (2021).
/// </remarks>
public sealed record SelectionProblem
{
    /// <param name="features">The features with their quotas; none at all is a draw without quotas.</param>
    /// <param name="people">The pool, in the order of its file.</param>
    /// <param name="size">How many people sit in a panel, at least 1.</param>
    /// <param name="onePerHousehold">Whether at most one person of a household may sit in a panel.</param>
    /// <exception cref="ArgumentException">A name or label is there twice, a quota is impossible by itself, a person's values do not
    /// fit the features, or the pool holds fewer people (or households) than a panel.</exception>
    public SelectionProblem(IReadOnlyList<Feature> features, IReadOnlyList<Person> people, int size, bool onePerHousehold = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        (Features, People, Size, OnePerHousehold) = (features, people, size, onePerHousehold);
        Unique(features.Select(f => f.Name), nameof(features));
        foreach (var feature in features) Check(feature);
        Unique(people.Select(p => p.Label), nameof(people));
        foreach (var person in people) Check(person);
        if (size > Seatable(people, onePerHousehold)) throw new ArgumentException($"the pool is too small for {size} seats", nameof(size));
    }

    /// <summary>The features with their quotas, in the order of their file.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>The pool, in the order of its file.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>How many people sit in a panel.</summary>
    public int Size { get; }

    /// <summary>Whether at most one person of a household may sit in a panel.</summary>
    public bool OnePerHousehold { get; }

    /// <summary>How many people of a pool can sit together as far as households go.</summary>
    public static int Seatable(IReadOnlyList<Person> people, bool onePerHousehold) => !onePerHousehold ? people.Count
        : people.Count(p => p.Household is null) + people.Where(p => p.Household is not null).Select(p => p.Household).Distinct(StringComparer.Ordinal).Count();

    /// <summary>How many people with each value sit among these: per feature, per value.</summary>
    public int[][] CountPerValue(IEnumerable<int> people)
    {
        var counts = Features.Select(f => new int[f.Values.Count]).ToArray();
        foreach (var person in people)
            for (var f = 0; f < counts.Length; f++) counts[f][People[person].Values[f]]++;
        return counts;
    }

    /// <summary>Whether a panel has the right size, meets every quota, and keeps to one per household where that is asked.</summary>
    public bool Allows(Panel panel)
    {
        if (panel.Members.Count != Size || panel.Members[^1] >= People.Count) return false;
        var counts = CountPerValue(panel.Members);
        for (var f = 0; f < counts.Length; f++)
            for (var v = 0; v < counts[f].Length; v++)
                if (counts[f][v] < Features[f].Values[v].Minimum || counts[f][v] > Features[f].Values[v].Maximum) return false;
        return Seatable([.. panel.Members.Select(m => People[m])], OnePerHousehold) == Size;
    }

    private static void Check(Feature feature)
    {
        if (feature.Values.Count == 0) throw new ArgumentException($"{feature.Name} has no values", "features");
        Unique(feature.Values.Select(v => v.Name), "features");
        foreach (var value in feature.Values)
            if (value.MinimumFlex < 0 || value.Minimum < value.MinimumFlex || value.Maximum < value.Minimum || value.MaximumFlex < value.Maximum)
                throw new ArgumentException($"{feature.Name}, {value.Name}: {value.Minimum} to {value.Maximum} is no quota", "features");
    }

    private void Check(Person person)
    {
        if (person.Values.Count != Features.Count) throw new ArgumentException($"{person.Label} has {person.Values.Count} values for {Features.Count} features", "people");
        for (var f = 0; f < Features.Count; f++)
            if (person.Values[f] < 0 || person.Values[f] >= Features[f].Values.Count) throw new ArgumentException($"{person.Label} has no value of {Features[f].Name}", "people");
    }

    private static void Unique(IEnumerable<string> names, string parameter)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
            if (!seen.Add(name)) throw new ArgumentException($"{name} is there twice", parameter);
    }
}
