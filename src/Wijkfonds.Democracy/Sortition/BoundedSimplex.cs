namespace Wijkfonds.Democracy.Sortition;

/// <summary>Maximises a linear function of bounded variables under rows within bounds: the revised primal simplex with a dense inverse, in floating point.</summary>
/// <remarks>
/// <para>Variable i below the number of rows is the sum of row i; the columns follow. Every change of bounds or costs starts from the basis at hand: first the sum of
/// infeasibilities is brought down, then the objective up. Ratio test after Harris (1973); after a run of degenerate steps the lowest index enters (Bland 1977).</para>
/// <para>What it answers is a proposal: whoever uses it certifies what matters exactly. Only + - * / in a fixed order, so that every machine proposes the same.</para>
/// </remarks>
internal sealed class BoundedSimplex
{
    private const double Feasible = 1e-9, Attractive = 1e-9, SmallestPivot = 1e-8;
    private const int Refresh = 80;

    private readonly int rows;
    private readonly List<(int[] Rows, double[] Entries)> columns = [];
    private readonly int[] basis;
    private readonly double[] duals, direction, gradient;
    private readonly double[][] inverse;
    private double[] lower, upper, cost, value;
    private int[] place;
    private int updates;

    internal BoundedSimplex(int rows)
    {
        this.rows = rows;
        (basis, duals, direction, gradient) = (new int[rows], new double[rows], new double[rows], new double[rows]);
        (lower, upper, cost, value, place) = (new double[2 * rows], new double[2 * rows], new double[2 * rows], new double[2 * rows], new int[2 * rows]);
        inverse = new double[rows][];
        for (var row = 0; row < rows; row++)
        {
            columns.Add(([row], [-1]));
            (basis[row], place[row]) = (row, row);
            inverse[row] = new double[rows];
            inverse[row][row] = -1;
        }
    }

    /// <summary>Which variables are basic, by position.</summary>
    internal ReadOnlySpan<int> Basis => basis;

    /// <summary>The value of a variable.</summary>
    internal double this[int variable] => value[variable];

    /// <summary>Per row: the dual; of the sum of infeasibilities where there is no solution. The reduced cost of a column is its cost less the duals times its entries.</summary>
    internal ReadOnlySpan<double> Duals => duals;

    /// <summary>Where there is no solution: per position of the basis, which way it has to go (1 up, -1 down, 0 it is within bounds).</summary>
    internal ReadOnlySpan<double> Gradient => gradient;

    /// <summary>Adds a column.</summary>
    /// <returns>Its variable.</returns>
    internal int Add(int[] inRows, double[] entries, double least, double most, double price)
    {
        var variable = columns.Count;
        columns.Add((inRows, entries));
        if (variable == lower.Length)
        {
            var size = Math.Max(2 * variable, 16);
            Array.Resize(ref lower, size);
            Array.Resize(ref upper, size);
            Array.Resize(ref cost, size);
            Array.Resize(ref value, size);
            Array.Resize(ref place, size);
        }
        (lower[variable], upper[variable], cost[variable], value[variable], place[variable]) = (least, most, price, least, -1);
        return variable;
    }

    internal void SetBounds(int variable, double least, double most)
    {
        // A variable that was at its upper bound stays there, so that the basis remains a good start.
        if (place[variable] < 0) value[variable] = value[variable] >= upper[variable] && upper[variable] > lower[variable] ? most : least;
        (lower[variable], upper[variable]) = (least, most);
    }

    internal void SetCost(int variable, double price) => cost[variable] = price;

    internal double Objective
    {
        get
        {
            double sum = 0;
            for (var j = 0; j < columns.Count; j++) sum += cost[j] * value[j];
            return sum;
        }
    }

    /// <summary>Solves from the basis at hand.</summary>
    /// <returns>Whether there is a solution; then it is optimal.</returns>
    /// <exception cref="UncertifiedException">It does not come to an end.</exception>
    internal bool Solve()
    {
        Locate();
        var (stuck, limit) = (0, 2000 + 50 * (rows + columns.Count));
        for (var step = 0; step < limit; step++)
        {
            var feasible = SetGradient();
            SetDuals();
            var entering = Entering(feasible, byIndex: stuck > 100 + rows);
            if (entering < 0) return feasible;
            var length = Move(entering);
            stuck = length > 1e-12 ? 0 : stuck + 1;
        }
        throw new UncertifiedException("the simplex method does not come to an end");
    }

    /// <summary>The values of the basic variables, from those of the others.</summary>
    private void Locate()
    {
        var sums = new double[rows];
        for (var j = 0; j < columns.Count; j++)
        {
            if (place[j] >= 0 || value[j] == 0) continue;
            var (at, entries) = columns[j];
            for (var i = 0; i < at.Length; i++) sums[at[i]] -= entries[i] * value[j];
        }
        for (var i = 0; i < rows; i++) value[basis[i]] = Dot(inverse[i], sums);
    }

    private bool SetGradient()
    {
        var feasible = true;
        for (var i = 0; i < rows; i++)
        {
            var j = basis[i];
            gradient[i] = value[j] < lower[j] - Feasible ? 1 : value[j] > upper[j] + Feasible ? -1 : 0;
            feasible &= gradient[i] == 0;
        }
        if (feasible) for (var i = 0; i < rows; i++) gradient[i] = cost[basis[i]];
        return feasible;
    }

    private void SetDuals()
    {
        Array.Clear(duals);
        for (var i = 0; i < rows; i++) if (gradient[i] != 0) AddTimes(duals, inverse[i], gradient[i]);
    }

    private int Entering(bool feasible, bool byIndex)
    {
        var (best, entering) = (Attractive, -1);
        for (var j = 0; j < columns.Count; j++)
        {
            if (place[j] >= 0 || lower[j] == upper[j]) continue;
            var reduced = feasible ? cost[j] : 0;
            var (at, entries) = columns[j];
            for (var i = 0; i < at.Length; i++) reduced -= duals[at[i]] * entries[i];
            if (value[j] > lower[j]) reduced = -reduced;
            if (reduced <= best) continue;
            (best, entering) = (reduced, j);
            if (byIndex) break;
        }
        return entering;
    }

    /// <summary>Moves a variable off its bound, as far as the others allow.</summary>
    /// <returns>How far.</returns>
    private double Move(int entering)
    {
        double sign = value[entering] > lower[entering] ? -1 : 1;
        var (at, entries) = columns[entering];
        for (var i = 0; i < rows; i++)
        {
            double sum = 0;
            for (var e = 0; e < at.Length; e++) sum += inverse[i][at[e]] * entries[e];
            direction[i] = sum;
        }
        var (longest, own) = (double.PositiveInfinity, upper[entering] - lower[entering]);
        for (var i = 0; i < rows; i++)
            if (Room(i, -sign * direction[i]) is var room && room < double.PositiveInfinity) longest = Math.Min(longest, (Math.Max(room, 0) + Feasible) / Math.Abs(direction[i]));
        if (own <= longest) return Flip(entering, sign, own);
        var leaving = -1;
        for (var i = 0; i < rows; i++)
            if (Room(i, -sign * direction[i]) / Math.Abs(direction[i]) <= longest && (leaving < 0 || Math.Abs(direction[i]) > Math.Abs(direction[leaving]))) leaving = i;
        if (leaving < 0 || (Math.Abs(direction[leaving]) < SmallestPivot && updates > 0)) return Fresh();
        var step = Math.Max(0, Room(leaving, -sign * direction[leaving]) / Math.Abs(direction[leaving]));
        var bound = Target(leaving, -sign * direction[leaving]);
        for (var i = 0; i < rows; i++) value[basis[i]] -= sign * step * direction[i];
        value[entering] += sign * step;
        value[basis[leaving]] = bound;
        (place[basis[leaving]], place[entering], basis[leaving]) = (-1, leaving, entering);
        Pivot(leaving);
        return step;
    }

    private double Flip(int entering, double sign, double own)
    {
        if (double.IsPositiveInfinity(own)) throw new UncertifiedException("the linear program has no bound");
        for (var i = 0; i < rows; i++) value[basis[i]] -= sign * own * direction[i];
        value[entering] = sign > 0 ? upper[entering] : lower[entering];
        return own;
    }

    private double Fresh()
    {
        if (updates == 0) throw new UncertifiedException("the simplex method finds no pivot");
        Refactor();
        Locate();
        return 1;
    }

    /// <summary>How far a basic variable may move (per unit of its direction) before it blocks: at its bound, or where it becomes feasible.</summary>
    private double Room(int i, double way)
    {
        if (Math.Abs(way) < 1e-11) return double.PositiveInfinity;
        var j = basis[i];
        if (way > 0) return value[j] < lower[j] - Feasible ? lower[j] - value[j] : value[j] > upper[j] + Feasible ? double.PositiveInfinity : upper[j] - value[j];
        return value[j] > upper[j] + Feasible ? value[j] - upper[j] : value[j] < lower[j] - Feasible ? double.PositiveInfinity : value[j] - lower[j];
    }

    private double Target(int i, double way) => way > 0
        ? value[basis[i]] < lower[basis[i]] - Feasible ? lower[basis[i]] : upper[basis[i]]
        : value[basis[i]] > upper[basis[i]] + Feasible ? upper[basis[i]] : lower[basis[i]];

    private void Pivot(int leaving)
    {
        var (pivotRow, scale) = (inverse[leaving], 1 / direction[leaving]);
        for (var k = 0; k < rows; k++) pivotRow[k] *= scale;
        for (var i = 0; i < rows; i++) if (i != leaving && direction[i] != 0) AddTimes(inverse[i], pivotRow, -direction[i]);
        if (++updates < Refresh) return;
        Refactor();
        Locate();
    }

    /// <summary>The inverse of the basis from scratch: Gauss and Jordan with the largest pivot of the column.</summary>
    private void Refactor()
    {
        var matrix = new double[rows][];
        for (var row = 0; row < rows; row++)
        {
            matrix[row] = new double[rows];
            Array.Clear(inverse[row]);
            inverse[row][row] = 1;
        }
        for (var i = 0; i < rows; i++)
            for (var e = 0; e < columns[basis[i]].Rows.Length; e++) matrix[columns[basis[i]].Rows[e]][i] = columns[basis[i]].Entries[e];
        for (var i = 0; i < rows; i++)
        {
            var best = i;
            for (var row = i + 1; row < rows; row++) if (Math.Abs(matrix[row][i]) > Math.Abs(matrix[best][i])) best = row;
            if (Math.Abs(matrix[best][i]) < 1e-11) throw new UncertifiedException("the basis is singular");
            (matrix[i], matrix[best], inverse[i], inverse[best]) = (matrix[best], matrix[i], inverse[best], inverse[i]);
            var scale = 1 / matrix[i][i];
            for (var k = 0; k < rows; k++) (matrix[i][k], inverse[i][k]) = (matrix[i][k] * scale, inverse[i][k] * scale);
            for (var row = 0; row < rows; row++)
            {
                if (row == i || matrix[row][i] == 0) continue;
                var factor = -matrix[row][i];
                AddTimes(inverse[row], inverse[i], factor);
                AddTimes(matrix[row], matrix[i], factor);
            }
        }
        updates = 0;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void AddTimes(double[] to, double[] from, double factor)
    {
        for (var i = 0; i < to.Length; i++) to[i] += from[i] * factor;
    }
}
