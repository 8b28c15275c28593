using System.Numerics;
using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>LEXIMIN over whole compositions, level by level: for pools in which fractions of people could be fairer than panels can.</summary>
/// <remarks>
/// Column generation as in Flanigan et al. 2021: over the known panels the largest z; its duals weigh people; the heaviest panel of all comes in while
/// it is heavier than the known ones. The proof of a level is the weight of that heaviest panel, by <see cref="BranchAndBound"/> in whole numbers:
/// where the duals of the last basis, solved for again exactly, are small enough the bound is exact, otherwise they are rounded to a grid, and the certificate says how far
/// the lottery is from the bound.
/// </remarks>
internal sealed class SearchedLevels
{
    private const int NodeLimit = 2_000_000;
    private const long Grid = 1L << 40;

    private readonly PersonTypes types;
    private readonly IntegerProgram program;
    private readonly BranchAndBound search;
    private readonly List<int[]> panels;
    private readonly Fraction?[] probability;
    private readonly Action<int> advance;
    private readonly CancellationToken cancellation;

    /// <param name="types">The people.</param>
    /// <param name="known">Compositions that are known already.</param>
    /// <param name="advance">Told how many types have their probability.</param>
    /// <param name="cancellation">Ends the search.</param>
    internal SearchedLevels(PersonTypes types, IEnumerable<int[]> known, Action<int> advance, CancellationToken cancellation)
    {
        (this.types, program, this.advance, this.cancellation) = (types, types.Program, advance, cancellation);
        (search, panels, probability) = (new(types.Program), [.. known], new Fraction?[types.Count]);
    }

    /// <summary>The steps, from the least probability upward.</summary>
    internal List<TypeBound> Bounds { get; } = [];

    /// <summary>Finds the lottery.</summary>
    /// <returns>Its compositions and weights; null where there is no panel at all.</returns>
    /// <exception cref="UncertifiedException">A search does not come to an end.</exception>
    internal (IReadOnlyList<int[]> Compositions, ExactSolution Weights)? Find()
    {
        Cover();
        if (panels.Count == 0) return null;
        var master = new LevelMaster(types, panels, probability);
        var exact = true;
        while (probability.Count(p => p is null) is var open && open > 0)
        {
            advance(types.Count - open);
            master.Begin();
            var bound = Level(master);
            exact &= bound.Exact;
            var reached = bound.Exact ? bound.Bound.Bound : master.Reached();
            Bounds.Add(bound.Bound);
            foreach (var (type, _) in bound.Bound.Weights) master.Fix(type, reached);
        }
        if (exact)
        {
            var decomposition = new Decomposition(program, [.. probability.Select((p, t) => new Fraction(p!.Value.Numerator * types.Members[t].Length, p.Value.Denominator))]);
            if (decomposition.Find(_ => { }, _ => { }, cancellation) is { } weights) return (decomposition.Compositions, weights);
        }
        return master.Lottery();
    }

    /// <summary>A panel for every type; the types of which there is none keep probability 0.</summary>
    private void Cover()
    {
        for (var type = 0; type < types.Count; type++)
        {
            if (panels.Exists(p => p[type] > 0)) continue;
            var only = new long[types.Count];
            only[type] = 1;
            if (Heavier(only, 0, 1) is { } panel) panels.Add(panel);
            else probability[type] = default(Fraction);
        }
    }

    private (TypeBound Bound, bool Exact) Level(LevelMaster master)
    {
        while (true)
        {
            master.Solve();
            if (Better(master.Weights(Grid)) is { } panel)
            {
                master.Add(panel);
                continue;
            }
            // Nothing is heavier; once more with the exact duals, where they are small enough for exact sums.
            if (master.ExactWeights(Grid << 3) is not { } weights) return (Bound(master.Weights(Grid)), false);
            if (Better(weights) is not { } last) return (Bound(weights), true);
            master.Add(last);
        }
    }

    private int[]? Better(long[] weights)
    {
        var above = panels.Max(p => Weigh(weights, p));
        // Much heavier is better than the heaviest: it comes sooner.
        return Heavier(weights, above, above + Math.Max(1, above >> 6));
    }

    private int[]? Heavier(long[] weights, long above, long sufficient)
    {
        cancellation.ThrowIfCancellationRequested();
        var found = search.Find(weights, above, sufficient, NodeLimit, cancellation);
        return found is not null || search.Proved ? found : throw new UncertifiedException("the heaviest panel was not found within the limit of the search");
    }

    /// <summary>What the weights prove: for every lottery, their sum over the expected seats is at most that of the heaviest panel.</summary>
    private TypeBound Bound(long[] weights)
    {
        var room = new Fraction(panels.Max(p => Weigh(weights, p)), 1);
        var slope = BigInteger.Zero;
        var open = new List<(int Type, BigInteger Weight)>();
        for (var t = 0; t < weights.Length; t++)
        {
            if (weights[t] == 0) continue;
            var weight = new BigInteger(weights[t]);
            if (probability[t] is { } fixedAt) room -= new Fraction(weight * types.Members[t].Length * fixedAt.Numerator, fixedAt.Denominator);
            else
            {
                slope += weight * types.Members[t].Length;
                open.Add((t, weight));
            }
        }
        if (slope.IsZero) throw new UncertifiedException("the duals of a level bound nobody");
        return new(new(room.Numerator, room.Denominator * slope), [.. open.Select(o => (o.Type, new Fraction(o.Weight, slope)))]);
    }

    private static long Weigh(long[] weights, int[] panel)
    {
        long sum = 0;
        for (var t = 0; t < panel.Length; t++) sum += weights[t] * panel[t];
        return sum;
    }
}
