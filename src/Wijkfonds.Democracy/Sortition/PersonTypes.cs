namespace Wijkfonds.Democracy.Sortition;

/// <summary>The pool seen as types: people whom no quota and no household tells apart. A panel then is a composition: how many of each type.</summary>
/// <remarks>
/// LEXIMIN gives people of one type the same probability: swapping two of them maps feasible panels to feasible panels, and the sorted vector is
/// unique (Flanigan et al. 2021, supplement). Where at most one per household may sit, those who live with others in the pool are told apart by household.
/// </remarks>
internal sealed class PersonTypes
{
    private readonly SelectionProblem problem;

    internal PersonTypes(SelectionProblem problem)
    {
        this.problem = problem;
        var households = Households();
        // Types stand in the order of their values, so that the order of the pool decides nothing.
        Members = [.. Enumerable.Range(0, problem.People.Count)
            .GroupBy(p => new Key(problem.People[p].Values, households[p]))
            .OrderBy(g => g.Key).Select(g => g.ToArray())];
        var first = problem.Features.Select((_, f) => 1 + problem.Features.Take(f).Sum(before => before.Values.Count)).ToArray();
        var quotas = problem.Features.SelectMany(f => f.Values).ToArray();
        var shared = households.Where(h => h >= 0).Distinct().Count();
        Program = new(
            [.. Members.Select(m => RowsOf(m[0], first, households[m[0]] < 0 ? -1 : 1 + quotas.Length + households[m[0]]))],
            [.. Members.Select(m => Enumerable.Repeat(1, problem.Features.Count + (households[m[0]] < 0 ? 1 : 2)).ToArray())],
            new int[Members.Length],
            [.. Members.Select(m => households[m[0]] < 0 ? m.Length : 1)],
            [problem.Size, .. quotas.Select(q => q.Minimum), .. new int[shared]],
            [problem.Size, .. quotas.Select(q => q.Maximum), .. Enumerable.Repeat(1, shared)]);
    }

    /// <summary>Per type: indices of its people, ascending. Types in the order of their values.</summary>
    internal int[][] Members { get; }

    /// <summary>The number of types.</summary>
    internal int Count => Members.Length;

    /// <summary>The compositions of panels: row 0 is the size, then one row per feature value in their order, then one per shared household.</summary>
    internal IntegerProgram Program { get; }

    private int[] RowsOf(int person, int[] first, int householdRow)
    {
        var values = problem.People[person].Values;
        int[] rows = [0, .. values.Select((v, f) => first[f] + v)];
        return householdRow < 0 ? rows : [.. rows, householdRow];
    }

    /// <summary>Per person: the number of the household shared with others in the pool, or -1.</summary>
    private int[] Households()
    {
        var numbers = new int[problem.People.Count];
        Array.Fill(numbers, -1);
        if (!problem.OnePerHousehold) return numbers;
        var shared = Enumerable.Range(0, numbers.Length).Where(p => problem.People[p].Household is not null)
            .GroupBy(p => problem.People[p].Household, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => (People: g.ToArray(), Kinds: g.Select(p => new Key(problem.People[p].Values, 0)).Order().ToArray()))
            .ToList();
        // Households in the order of who lives there; only among households alike does the pool's order name them.
        shared.Sort((a, b) => a.Kinds.AsSpan().SequenceCompareTo(b.Kinds) is var kinds && kinds != 0 ? kinds : a.People[0].CompareTo(b.People[0]));
        for (var h = 0; h < shared.Count; h++)
            foreach (var person in shared[h].People) numbers[person] = h;
        return numbers;
    }

    private readonly struct Key(IReadOnlyList<int> values, int household) : IEquatable<Key>, IComparable<Key>
    {
        private readonly IReadOnlyList<int> values = values;
        private readonly int household = household;

        public bool Equals(Key other) => CompareTo(other) == 0;

        public override bool Equals(object? obj) => obj is Key key && Equals(key);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var value in values) hash.Add(value);
            return hash.ToHashCode() ^ household;
        }

        public int CompareTo(Key other)
        {
            for (var f = 0; f < values.Count; f++)
                if (values[f].CompareTo(other.values[f]) is var c && c != 0) return c;
            return household.CompareTo(other.household);
        }
    }
}
