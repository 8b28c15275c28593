namespace Wijkfonds.Democracy.Sortition;

/// <summary>Maximises a linear function of bounded variables under rows within bounds: the revised simplex method, primal and dual, in floating point.</summary>
/// <remarks>
/// <para>Variable i below the number of rows is the sum of row i; the columns follow. Every change of bounds or costs starts from the basis at hand. Primal: first the sum
/// of infeasibilities is brought down, then the objective up; ratio test after Harris (1973); after a run of degenerate steps the lowest index enters (Bland 1977).</para>
/// <para>What it answers is a proposal: whoever uses it certifies what matters exactly. Only + - * / in a fixed order, so that every machine proposes the same.</para>
/// </remarks>
internal sealed partial class BoundedSimplex
{
    private const double Feasible = 1e-9, Attractive = 1e-9, SmallestPivot = 1e-8;

    private readonly int rows;
    private readonly BasisInverse basis;
    private readonly double[] duals, direction, gradient;
    private double[] lower, upper, cost, value;
    private bool[] basic;

    internal BoundedSimplex(int rows)
    {
        (this.rows, basis) = (rows, new(rows));
        (duals, direction, gradient) = (new double[rows], new double[rows], new double[rows]);
        (lower, upper, cost, value, basic) = (new double[2 * rows], new double[2 * rows], new double[2 * rows], new double[2 * rows], new bool[2 * rows]);
        Array.Fill(basic, true, 0, rows);
    }

    /// <summary>Which variables are basic, by position.</summary>
    internal ReadOnlySpan<int> Basis => basis.Basic;

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
        var variable = basis.Count;
        basis.Add(inRows, entries);
        if (variable == lower.Length)
        {
            var size = Math.Max(2 * variable, 16);
            Array.Resize(ref lower, size);
            Array.Resize(ref upper, size);
            Array.Resize(ref cost, size);
            Array.Resize(ref value, size);
            Array.Resize(ref basic, size);
        }
        (lower[variable], upper[variable], cost[variable], value[variable]) = (least, most, price, least);
        return variable;
    }

    internal void SetBounds(int variable, double least, double most)
    {
        // A variable that was at its upper bound stays there, so that the basis remains a good start.
        if (!basic[variable]) value[variable] = value[variable] >= upper[variable] && upper[variable] > lower[variable] ? most : least;
        (lower[variable], upper[variable]) = (least, most);
    }

    internal void SetCost(int variable, double price) => cost[variable] = price;

    /// <summary>Solves from the basis at hand by primal steps.</summary>
    /// <returns>Whether there is a solution; then it is optimal.</returns>
    /// <exception cref="UncertifiedException">It does not come to an end.</exception>
    internal bool Solve()
    {
        Locate();
        var (stuck, limit) = (0, 2000 + 50 * (rows + basis.Count));
        for (var step = 0; step < limit; step++)
        {
            var feasible = SetGradient();
            SetDuals();
            var entering = Entering(feasible, byIndex: stuck > 100 + rows);
            if (entering < 0) return feasible;
            stuck = Move(entering) > 1e-12 ? 0 : stuck + 1;
        }
        throw new UncertifiedException("the simplex method does not come to an end");
    }

    /// <summary>The values of the basic variables, from those of the others.</summary>
    private void Locate()
    {
        var sums = new double[rows];
        for (var j = 0; j < basis.Count; j++)
        {
            if (!basic[j] && value[j] != 0) basis.AddColumn(sums, j, -value[j]);
        }
        for (var i = 0; i < rows; i++) value[basis.Basic[i]] = BasisInverse.Dot(basis[i], sums);
    }

    private bool SetGradient()
    {
        var feasible = true;
        for (var i = 0; i < rows; i++)
        {
            var j = basis.Basic[i];
            gradient[i] = value[j] < lower[j] - Feasible ? 1 : value[j] > upper[j] + Feasible ? -1 : 0;
            feasible &= gradient[i] == 0;
        }
        if (feasible) for (var i = 0; i < rows; i++) gradient[i] = cost[basis.Basic[i]];
        return feasible;
    }

    private void SetDuals()
    {
        Array.Clear(duals);
        for (var i = 0; i < rows; i++) if (gradient[i] != 0) BasisInverse.AddTimes(duals, basis[i], gradient[i]);
    }

    private int Entering(bool feasible, bool byIndex)
    {
        var (best, entering) = (Attractive, -1);
        for (var j = 0; j < basis.Count; j++)
        {
            if (basic[j] || lower[j] == upper[j]) continue;
            var reduced = (feasible ? cost[j] : 0) - basis.Product(duals, j);
            if (value[j] > lower[j]) reduced = -reduced;
            if (reduced <= best) continue;
            (best, entering) = (reduced, j);
            if (byIndex) break;
        }
        return entering;
    }
}
