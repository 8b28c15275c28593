namespace Wijkfonds.Democracy.Sortition;

/// <summary>Searches the solutions of an integer program for one of large weight, or proves that there is none.</summary>
/// <remarks>
/// Depth first (Land and Doig 1960): the relaxation in floating point says where to look and supplies multipliers of the rows; a part of the tree is only
/// left out after those multipliers, rounded to a grid, have bounded it in whole numbers (a Lagrangean bound holds whatever the multipliers are).
/// So a proof is exact, and the number of nodes is the only limit.
/// </remarks>
internal sealed class BranchAndBound
{
    private readonly IntegerProgram program;
    private readonly BoundedSimplex relaxation;
    private readonly int[] lower, upper;
    private readonly int rows;
    private long[] weights = [];
    private int shift, nodes;
    private long best, enough;
    private int[]? found;
    private CancellationToken cancellation;

    internal BranchAndBound(IntegerProgram program)
    {
        this.program = program;
        relaxation = program.Relaxation();
        (lower, upper, rows) = ([.. program.Lower], [.. program.Upper], program.RowLower.Length);
    }

    /// <summary>Whether the last search proved that nothing is heavier than what it answered (or than what it was to exceed).</summary>
    internal bool Proved { get; private set; }

    /// <summary>Searches for a solution that weighs more than a limit.</summary>
    /// <param name="weight">Per column, at most 2^44 in size.</param>
    /// <param name="above">What it has to exceed.</param>
    /// <param name="sufficient">The first that weighs as much is taken.</param>
    /// <param name="nodeLimit">How many nodes to look at.</param>
    /// <param name="token">Ends the search.</param>
    /// <returns>The heaviest solution that was found, or null.</returns>
    internal int[]? Find(long[] weight, long above, long sufficient, int nodeLimit, CancellationToken token)
    {
        (weights, best, enough, nodes, found, cancellation) = (weight, above, sufficient, nodeLimit, null, token);
        var largest = Math.Max(1, weight.Max(Math.Abs));
        // The grid of the multipliers: fine enough for small weights, small enough for whole numbers.
        shift = 46 - (64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)largest));
        for (var c = 0; c < weight.Length; c++) relaxation.SetCost(rows + c, (double)weight[c] / largest);
        Proved = Visit(largest);
        return found;
    }

    /// <summary>Looks at a node.</summary>
    /// <returns>Whether everything below it was seen or left out with proof.</returns>
    private bool Visit(double scale)
    {
        cancellation.ThrowIfCancellationRequested();
        if (nodes-- <= 0) return false;
        var feasible = relaxation.SolveAgain();
        if (LeftOut(feasible, scale)) return true;
        var column = feasible ? Branching() : -1;
        if (column >= 0) return Branch(column, scale);
        if (feasible)
        {
            Take(Rounded());
            if (LeftOut(feasible, scale)) return true;
        }
        // Whole, or infeasible by too little to prove it: what is still open is divided until one point is left, and that one is looked at exactly.
        column = Open();
        if (column >= 0) return Branch(column, scale);
        Take([.. lower]);
        return true;
    }

    private bool Branch(int column, double scale)
    {
        var (least, most, at) = (lower[column], upper[column], relaxation[rows + column]);
        var floor = Math.Clamp((int)Math.Floor(at + 1e-7), least, most - 1);
        var upFirst = at - floor >= 0.5;
        var all = true;
        for (var side = 0; side < 2; side++)
        {
            if (side == 0 == upFirst) Bound(column, floor + 1, most);
            else Bound(column, least, floor);
            all &= Visit(scale);
            Bound(column, least, most);
            if (best >= enough || nodes <= 0) return false;
        }
        return all;
    }

    private void Bound(int column, int least, int most)
    {
        (lower[column], upper[column]) = (least, most);
        relaxation.SetBounds(rows + column, least, most);
    }

    /// <summary>The column farthest from whole, -1 where all are whole.</summary>
    private int Branching()
    {
        var (farthest, column) = (1e-6, -1);
        for (var c = 0; c < lower.Length; c++)
        {
            if (lower[c] == upper[c]) continue;
            var value = relaxation[rows + c];
            var distance = Math.Abs(value - Math.Round(value));
            if (distance > farthest) (farthest, column) = (distance, c);
        }
        return column;
    }

    /// <summary>Keeps a solution if it holds and is heavier.</summary>
    private void Take(int[] x)
    {
        if (!program.Allows(x)) return;
        long weight = 0;
        for (var c = 0; c < x.Length; c++) weight += weights[c] * x[c];
        if (weight > best) (best, found) = (weight, x);
    }

    private int[] Rounded()
    {
        var x = new int[lower.Length];
        for (var c = 0; c < x.Length; c++) x[c] = (int)Math.Round(relaxation[rows + c]);
        return x;
    }

    private int Open()
    {
        for (var c = 0; c < lower.Length; c++) if (lower[c] < upper[c]) return c;
        return -1;
    }

    /// <summary>Whether the multipliers prove that nothing below this node is heavier than the best.</summary>
    private bool LeftOut(bool feasible, double scale)
    {
        var grid = feasible ? scale * (1L << shift) : 1L << 40;
        Int128 bound = 0;
        Span<long> multipliers = rows <= 512 ? stackalloc long[rows] : new long[rows];
        for (var row = 0; row < rows; row++)
        {
            multipliers[row] = (long)Math.Round(relaxation.Duals[row] * grid);
            bound += Int128.Max((Int128)multipliers[row] * program.RowLower[row], (Int128)multipliers[row] * program.RowUpper[row]);
        }
        for (var c = 0; c < lower.Length; c++)
        {
            var reduced = feasible ? weights[c] << shift : 0;
            var (at, entries) = (program.Rows[c], program.Entries[c]);
            for (var i = 0; i < at.Length; i++) reduced -= multipliers[at[i]] * entries[i];
            bound += (Int128)reduced * (reduced > 0 ? upper[c] : lower[c]);
        }
        return feasible ? bound >> shift <= best : bound < 0;
    }
}
