using System.Numerics;
using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>Writes expected seats per type as a lottery over whole compositions, where that is possible.</summary>
/// <remarks>
/// <para>The nearest point of the compositions' hull: non-negative least squares by active sets (Lawson and Hanson 1974; with columns found on the way it is
/// Wolfe's nearest point algorithm, Math. Programming 11, 1976). The next composition is the one that reaches farthest along what is still missing. The compositions
/// in use stay independent, so that there are never more than types, and the exact weights are the solution of one linear system.</para>
/// <para>Every composition of such a lottery lies on the face of the target: what is at a bound in expectation is at it in every panel. So only those are searched.</para>
/// </remarks>
internal sealed class Decomposition
{
    /// <summary>Weights and what is missing are whole numbers of 2^-112: the columns are whole, so that what is missing is known exactly.</summary>
    private const int Scale = 112;

    /// <summary>What is missing, where only rounding is; and where it may be nothing.</summary>
    private static readonly double Close = (double)(Int128.One << (Scale - 100)), Near = (double)(Int128.One << (Scale - 84));

    private readonly Fraction[] seats;
    private readonly Int128[] target;
    private readonly double[] approximate;
    private readonly BranchAndBound search;
    private readonly GramFactor factor = new();
    private readonly List<Column> active = [];
    private readonly List<Int128> weights = [];
    private readonly Chance chance = new();
    private readonly int haste;
    private Missing missing;

    /// <param name="program">The compositions.</param>
    /// <param name="seats">Per type the expected seats.</param>
    /// <param name="haste">How many bits closer the nearest point should have come by the end.</param>
    internal Decomposition(IntegerProgram program, Fraction[] seats, int haste = 40)
    {
        (this.seats, this.haste) = (seats, haste);
        target = Array.ConvertAll(seats, s => (Int128)((s.Numerator << Scale) / s.Denominator));
        approximate = Array.ConvertAll(target, t => (double)t / (double)(Int128.One << Scale));
        var face = new Face(program, seats);
        (search, Most) = (new(face.Program), face.Dimension + 1);
        missing = Measure();
    }

    /// <summary>Whether next to nothing is missing.</summary>
    internal bool CameClose => missing.Largest < Near;

    /// <summary>How many compositions can be in use at once.</summary>
    internal int Most { get; }

    /// <summary>The compositions of the lottery.</summary>
    internal IReadOnlyList<int[]> Compositions => [.. active.Select(c => c.Composition)];

    /// <summary>Finds the lottery.</summary>
    /// <returns>Its weights, exact; null where none was found: then the target is not in the hull, or not provably.</returns>
    internal ExactSolution? Find(Action<int> found, Action<int> digits, CancellationToken cancellation)
    {
        for (var spare = 50; ; found(active.Count))
        {
            cancellation.ThrowIfCancellationRequested();
            // Close by rounding alone is only there once the compositions span the face; where they never do, because the hull is flatter than the face, it ends all the same.
            if (missing.Largest < Close && (active.Count == Most || spare-- == 0)) return Exact(digits);
            if (Next(cancellation) is not { } composition || !Enter(new(composition))) return missing.Largest < Near ? Exact(digits) : null;
        }
    }

    /// <summary>The weights as they are, the heaviest taking what rounding left over, so that they sum to 1.</summary>
    internal ExactSolution Rounded()
    {
        var unit = BigInteger.One << Scale;
        var rounded = weights.Select(w => (BigInteger)w).ToArray();
        rounded[Array.IndexOf(rounded, rounded.Max())] += unit - rounded.Aggregate(BigInteger.Zero, (a, b) => a + b);
        return new(rounded, unit);
    }

    /// <summary>A composition that reaches farther along what is missing than all in use.</summary>
    private int[]? Next(CancellationToken cancellation)
    {
        var along = Array.ConvertAll(missing.Direction, d => (long)Math.Round(d * (1L << 36)));
        double aim = 0;
        for (var t = 0; t < along.Length; t++) aim += along[t] * approximate[t];
        var above = active.Count == 0 ? long.MinValue / 4 : active.Max(c => c.Along(along));
        for (var strength = Obliqueness(); strength > 0.3; strength /= 2)
            if (search.Find(Oblique(along, strength), long.MinValue / 4, long.MinValue / 4, 400, cancellation) is { } aside && new Column(aside).Along(along) > above + (aim - above) / 10) return aside;
        // Where the target can be reached some composition lies as far along as the target itself.
        var sufficient = Math.Max(above + 1, (long)aim);
        return search.Find(along, above, sufficient, 400, cancellation) ?? search.Find(along, above, above + 1, 20_000, cancellation);
    }

    /// <summary>How far to look aside of what is missing. The straightest compositions bring the nearest point so close so soon that the last ones would have
    /// next to no weight, and rounding would choose them; so the closer it is for the number of compositions in use, the more aside.</summary>
    private double Obliqueness()
    {
        var bits = Scale - Math.ILogB(Math.Max(1, missing.Largest));
        var planned = 10 + (double)haste * active.Count / Most;
        return bits <= planned ? 0 : Math.Min(64, 1 + (bits - planned) * (bits - planned) / 8);
    }

    private long[] Oblique(long[] along, double strength)
    {
        double squares = 0;
        foreach (var a in along) squares += (double)a * a;
        var size = strength * Math.Sqrt(squares / along.Length) / (1L << 34);
        return Array.ConvertAll(along, a => a + (long)(size * ((long)(chance.Next() >> 28) - (1L << 35))));
    }

    /// <summary>Takes a composition into use, and those out of use whose weight falls to 0 on the way to the nearest point.</summary>
    private bool Enter(Column column)
    {
        var products = new double[active.Count + 1];
        var dense = Array.ConvertAll(column.Composition, x => (double)x);
        for (var i = 0; i < active.Count; i++) products[i] = active[i].Inner(dense) + 1;
        products[^1] = column.Inner(dense) + 1;
        if (!factor.Add(products)) return false;
        active.Add(column);
        weights.Add(0);
        while (true)
        {
            var change = factor.Solve([.. active.Select(c => c.Inner(missing.Direction) + missing.Unplaced)]);
            var (step, blocking) = (1.0, -1);
            for (var i = 0; i < change.Length; i++)
            {
                change[i] *= missing.Largest;
                if (-change[i] >= (double)weights[i] && (double)weights[i] / -change[i] is var ratio && (blocking < 0 || ratio < step)) (step, blocking) = (ratio, i);
            }
            if (blocking == active.Count - 1 && weights[blocking] == 0) return false;
            for (var i = 0; i < change.Length; i++) weights[i] += (Int128)(step * change[i]);
            if (blocking >= 0) weights[blocking] = 0;
            for (var i = change.Length - 1; i >= 0; i--) if (weights[i] <= 0) Leave(i);
            var before = missing.Largest;
            missing = Measure();
            // So sharp a fall is down to rounding: the true nearest point is nearer still.
            if (blocking < 0 && (missing.Largest > 1e-4 * before || missing.Largest < 256)) return true;
        }
    }

    private void Leave(int at)
    {
        factor.Remove(at);
        active.RemoveAt(at);
        weights.RemoveAt(at);
    }

    private Missing Measure()
    {
        var rest = (Int128[])target.Clone();
        var unplaced = Int128.One << Scale;
        for (var i = 0; i < active.Count; i++)
        {
            active[i].Subtract(rest, weights[i]);
            unplaced -= weights[i];
        }
        var largest = (double)rest.Aggregate(Int128.Abs(unplaced), (most, r) => Int128.Max(most, Int128.Abs(r)));
        return new(Array.ConvertAll(rest, r => (double)r / Math.Max(1, largest)), (double)unplaced / Math.Max(1, largest), largest);
    }

    /// <summary>The weights in fractions: they sum to 1 and give every type its seats exactly, and none is negative.</summary>
    private ExactSolution? Exact(Action<int> digits)
    {
        var common = seats.Select(s => s.Denominator).Distinct().Aggregate(BigInteger.One, (a, b) => a / BigInteger.GreatestCommonDivisor(a, b) * b);
        BigInteger[] right = [common, .. seats.Select(s => s.Numerator * (common / s.Denominator))];
        var solution = ExactSystem.Solve([.. active.Select(c => (int[])[1, .. c.Composition])], right, digits);
        return solution is null || solution.Numerators.Any(n => n.Sign < 0) ? null : solution with { Denominator = solution.Denominator * common };
    }

    /// <summary>What is missing.</summary>
    /// <param name="Direction">Per type: the missing seats, divided by the largest.</param>
    /// <param name="Unplaced">The missing weight, divided by it.</param>
    /// <param name="Largest">The largest of them all in size, in 2^-112.</param>
    private readonly record struct Missing(double[] Direction, double Unplaced, double Largest);
}
