using System.Numerics;
using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>The linear program of a level over the known panels: the largest z with expected seats of at least z * people for every open type, and what is fixed for the others.</summary>
/// <remarks>Row 0 is the sum of the weights, then a row per type.</remarks>
internal sealed class LevelMaster
{
    /// <summary>Duals below this are taken for 0 where they are not exact.</summary>
    private const double Noise = 1e-7;

    private readonly PersonTypes types;
    private readonly List<int[]> panels;
    private readonly Fraction?[] probability;
    private readonly BoundedSimplex simplex;
    private readonly Dictionary<int, int[]> entries = [];
    private readonly List<int> variables = [];
    private int level = -1;

    internal LevelMaster(PersonTypes types, List<int[]> panels, Fraction?[] probability)
    {
        (this.types, this.panels, this.probability, simplex) = (types, panels, probability, new(1 + types.Count));
        simplex.SetBounds(0, 1, 1);
        foreach (var panel in panels) AddColumn(panel);
    }

    /// <summary>Begins a level: another z over the types that are open now.</summary>
    internal void Begin()
    {
        if (level >= 0)
        {
            simplex.SetBounds(level, 0, 0);
            simplex.SetCost(level, 0);
        }
        var column = new int[1 + types.Count];
        for (var t = 0; t < types.Count; t++)
        {
            if (probability[t] is null) column[1 + t] = -types.Members[t].Length;
            // Nobody has more than 1 as it is; an upper bound that is never reached leaves every dual its sign.
            simplex.SetBounds(1 + t, probability[t] is { } p ? RelaxedLevels.Approximate(p) * types.Members[t].Length : 0, 2 * types.Members[t].Length);
        }
        level = Add(column, 1);
    }

    internal void Add(int[] panel)
    {
        panels.Add(panel);
        AddColumn(panel);
    }

    /// <exception cref="UncertifiedException">The level before is not reached within tolerance.</exception>
    internal void Solve()
    {
        if (!simplex.Solve()) throw new UncertifiedException("a level that was reached is not reached again");
    }

    /// <summary>What is reached surely, as a fraction just below it.</summary>
    internal Fraction Reached() => new((BigInteger)(Math.Max(0, simplex[level] - 1e-11) * (1L << 50)), 1L << 50);

    internal void Fix(int type, Fraction reached) => probability[type] = reached;

    /// <summary>The weights that the duals give people, on a grid: the largest is the grid.</summary>
    internal long[] Weights(long grid)
    {
        var duals = simplex.Duals[1..].ToArray();
        var largest = duals.Max(Math.Abs);
        return Array.ConvertAll(duals, d => -d <= Noise * largest ? 0 : (long)Math.Round(-d / largest * grid));
    }

    /// <summary>The same exactly, in whole numbers; null where one of them is above the limit.</summary>
    internal long[]? ExactWeights(long limit)
    {
        var rows = 1 + types.Count;
        var unknowns = new int[rows][];
        for (var row = 0; row < rows; row++) unknowns[row] = new int[rows];
        var right = new BigInteger[rows];
        for (var i = 0; i < rows; i++)
        {
            var variable = simplex.Basis[i];
            right[i] = variable == level ? 1 : 0;
            if (variable < rows) unknowns[variable][i] = -1;
            else for (var row = 0; row < rows; row++) unknowns[row][i] = entries[variable][row];
        }
        if (ExactSystem.Solve(unknowns, right) is not { } solution) return null;
        var divisor = solution.Numerators.Skip(1).Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        if (divisor.IsZero) return null;
        var weights = solution.Numerators.Skip(1).Select(n => -n / divisor).ToArray();
        return weights.Any(w => w > limit || w.Sign < 0) ? null : Array.ConvertAll(weights, w => (long)w);
    }

    /// <summary>The lottery of the last level: its weights on a grid, the largest taking what rounding left over.</summary>
    internal (IReadOnlyList<int[]> Compositions, ExactSolution Weights) Lottery()
    {
        var unit = BigInteger.One << 60;
        var used = Enumerable.Range(0, panels.Count).Select(i => (Panel: panels[i], Weight: (BigInteger)(simplex[variables[i]] * (1L << 60)))).Where(p => p.Weight.Sign > 0).ToList();
        var most = used.IndexOf(used.MaxBy(p => p.Weight));
        used[most] = (used[most].Panel, used[most].Weight + unit - used.Aggregate(BigInteger.Zero, (sum, p) => sum + p.Weight));
        return ([.. used.Select(p => p.Panel)], new([.. used.Select(p => p.Weight)], unit));
    }

    private void AddColumn(int[] panel) => variables.Add(Add([1, .. panel], 0));

    private int Add(int[] column, double cost)
    {
        // The rows keep weights and z at 1 at most; a bound that is never reached leaves the duals to them.
        var rows = Enumerable.Range(0, column.Length).Where(r => column[r] != 0).ToArray();
        var variable = simplex.Add(rows, Array.ConvertAll(rows, r => (double)column[r]), 0, 2, cost);
        entries[variable] = column;
        return variable;
    }
}
