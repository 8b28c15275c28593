using System.Numerics;
using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>LEXIMIN over fractional compositions: panels in which half a person may sit. No lottery over real panels can be fairer.</summary>
/// <remarks>
/// <para>Level by level the largest z with z * people ≤ expected seats for every type not fixed yet. Newton's method from above: where the quotas cannot be met at z, the duals
/// of the infeasibility are multipliers of the quotas under which they contradict each other for every larger z than the next one. The last multipliers are the proof
/// of the level, and the types with a weight in it are fixed.</para>
/// <para>Multipliers are found in floating point and solved for again exactly, and z follows from them in fractions: a bound holds whatever the multipliers are. Whether it is reached
/// is checked once, at the end: then every level was right.</para>
/// </remarks>
internal sealed class RelaxedLevels
{
    private readonly PersonTypes types;
    private readonly IntegerProgram program;
    private readonly BoundedSimplex simplex;
    private readonly Fraction?[] probability;
    private readonly int rows;

    internal RelaxedLevels(PersonTypes types)
    {
        (this.types, program, simplex) = (types, types.Program, types.Program.Relaxation());
        (probability, rows) = (new Fraction?[types.Count], types.Program.RowLower.Length);
    }

    /// <summary>The steps, from the least probability upward.</summary>
    internal List<TypeBound> Bounds { get; } = [];

    /// <summary>The probability of each type.</summary>
    /// <returns>Null where even fractions of people cannot meet the quotas.</returns>
    /// <exception cref="UncertifiedException">The bounds are not reached exactly.</exception>
    internal Fraction[]? Find(Action<int> advance, CancellationToken cancellation)
    {
        if (!simplex.Solve()) return null;
        for (var open = types.Count; open > 0; open = probability.Count(p => p is null))
        {
            advance(types.Count - open);
            Bounds.Add(NextLevel(cancellation));
            foreach (var (type, _) in Bounds[^1].Weights) probability[type] = Bounds[^1].Bound;
        }
        var found = Array.ConvertAll(probability, p => p!.Value);
        return Reached(found) ? found : throw new UncertifiedException("the levels are not reached exactly");
    }

    private TypeBound NextLevel(CancellationToken cancellation)
    {
        // At first everybody alike: the size of the panel alone is a bound.
        var bound = Smaller(OwnBound(), Cut(ByRow(0)) ?? throw new UncertifiedException("the size bounds nothing"));
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            SetBounds(bound.Bound);
            if (simplex.Solve()) return bound;
            var cut = Cut(ExactMultipliers());
            if (cut is null || cut.Bound.CompareTo(bound.Bound) >= 0) throw new UncertifiedException("a level does not come out exactly");
            bound = cut;
        }
    }

    /// <summary>The type that cannot have more than its own bound: two who live together share one seat.</summary>
    private TypeBound OwnBound()
    {
        var (least, type) = (default(Fraction), -1);
        for (var t = 0; t < types.Count; t++)
            if (probability[t] is null && new Fraction(program.Upper[t], types.Members[t].Length) is var most && (type < 0 || most.CompareTo(least) < 0)) (least, type) = (most, t);
        return new(least, [(type, new Fraction(1, types.Members[type].Length))]);
    }

    private static TypeBound Smaller(TypeBound a, TypeBound b) => b.Bound.CompareTo(a.Bound) < 0 ? b : a;

    private void SetBounds(Fraction z)
    {
        for (var t = 0; t < types.Count; t++)
        {
            var seats = Approximate(probability[t] ?? z) * types.Members[t].Length;
            simplex.SetBounds(rows + t, Math.Min(seats, program.Upper[t]), probability[t] is null ? program.Upper[t] : seats);
        }
    }

    private BigInteger[] ByRow(int row) => [.. Enumerable.Range(0, rows).Select(r => r == row ? BigInteger.One : BigInteger.Zero)];

    /// <summary>The duals of the infeasibility, times a whole number.</summary>
    private BigInteger[] ExactMultipliers()
    {
        var basis = simplex.Basis.ToArray();
        // One equation per basic variable: the multipliers times its column are its gradient. So the unknowns' columns are the rows.
        var unknowns = new int[rows][];
        for (var row = 0; row < rows; row++) unknowns[row] = new int[rows];
        for (var i = 0; i < rows; i++)
        {
            if (basis[i] < rows) unknowns[basis[i]][i] = -1;
            else for (var e = 0; e < program.Rows[basis[i] - rows].Length; e++) unknowns[program.Rows[basis[i] - rows][e]][i] = program.Entries[basis[i] - rows][e];
        }
        var gradient = Array.ConvertAll(simplex.Gradient.ToArray(), g => new BigInteger(g));
        return ExactSystem.Solve(unknowns, gradient)?.Numerators ?? throw new UncertifiedException("the multipliers of a level are not exact");
    }

    /// <summary>The largest z that these multipliers leave: the weighted sum of all rows, everything within its bounds, must not contradict itself.</summary>
    /// <returns>Null where they bound nothing.</returns>
    private TypeBound? Cut(BigInteger[] multipliers)
    {
        Fraction room = default;
        BigInteger slope = 0;
        for (var row = 0; row < rows; row++)
            room += new Fraction(multipliers[row] * (multipliers[row].Sign > 0 ? program.RowUpper[row] : program.RowLower[row]), 1);
        var weights = new List<(int Type, BigInteger Weight)>();
        for (var t = 0; t < types.Count; t++)
        {
            var weight = BigInteger.Zero;
            for (var i = 0; i < program.Rows[t].Length; i++) weight += multipliers[program.Rows[t][i]] * program.Entries[t][i];
            if (probability[t] is { } p) room += new Fraction(-weight * types.Members[t].Length * p.Numerator, p.Denominator);
            else if (weight.Sign < 0) room += new Fraction(-weight * program.Upper[t], 1);
            else if (weight.Sign > 0)
            {
                slope += weight * types.Members[t].Length;
                weights.Add((t, weight));
            }
        }
        return slope.IsZero ? null : new(new(room.Numerator, room.Denominator * slope), [.. weights.Select(w => (w.Type, new Fraction(w.Weight, slope)))]);
    }

    /// <summary>Whether expected seats with these probabilities are within every bound and quota, exactly.</summary>
    private bool Reached(Fraction[] found)
    {
        var common = found.Select(p => p.Denominator).Distinct().Aggregate(BigInteger.One, (a, b) => a / BigInteger.GreatestCommonDivisor(a, b) * b);
        var sums = new BigInteger[rows];
        for (var t = 0; t < found.Length; t++)
        {
            var seats = found[t].Numerator * (common / found[t].Denominator) * types.Members[t].Length;
            if (seats.Sign < 0 || seats > program.Upper[t] * common) return false;
            for (var i = 0; i < program.Rows[t].Length; i++) sums[program.Rows[t][i]] += program.Entries[t][i] * seats;
        }
        return Enumerable.Range(0, rows).All(row => sums[row] >= program.RowLower[row] * common && sums[row] <= program.RowUpper[row] * common);
    }

    /// <summary>The nearest number, or next to it; the same on every machine.</summary>
    internal static double Approximate(Fraction fraction) => (double)(long)((fraction.Numerator << 60) / fraction.Denominator) / (1L << 60);
}

/// <summary>The bound of a level: weighed like this no panel outweighs it.</summary>
/// <param name="Bound">The bound.</param>
/// <param name="Weights">Per type of this step the weight of each of its people; together, over all those people, 1.</param>
internal sealed record TypeBound(Fraction Bound, IReadOnlyList<(int Type, Fraction Weight)> Weights);
