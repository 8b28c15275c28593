namespace Wijkfonds.Democracy.Sortition;

/// <summary>Whole numbers x within bounds whose weighted sums per row lie within bounds. All entries are small whole numbers.</summary>
/// <param name="Rows">Per column: the rows in which it stands, ascending.</param>
/// <param name="Entries">Per column: its entries in those rows.</param>
/// <param name="Lower">Per column: the least x, 0 or more.</param>
/// <param name="Upper">Per column: the most x.</param>
/// <param name="RowLower">Per row: the least sum.</param>
/// <param name="RowUpper">Per row: the most sum.</param>
internal sealed record IntegerProgram(int[][] Rows, int[][] Entries, int[] Lower, int[] Upper, int[] RowLower, int[] RowUpper)
{
    /// <summary>The number of columns.</summary>
    internal int Columns => Rows.Length;

    /// <summary>The sums per row of a solution.</summary>
    internal int[] Activities(int[] x)
    {
        var sums = new int[RowLower.Length];
        for (var column = 0; column < x.Length; column++)
            if (x[column] != 0)
                for (var i = 0; i < Rows[column].Length; i++) sums[Rows[column][i]] += Entries[column][i] * x[column];
        return sums;
    }

    /// <summary>Whether x lies within all bounds.</summary>
    internal bool Allows(int[] x)
    {
        for (var column = 0; column < x.Length; column++) if (x[column] < Lower[column] || x[column] > Upper[column]) return false;
        var sums = Activities(x);
        for (var row = 0; row < sums.Length; row++) if (sums[row] < RowLower[row] || sums[row] > RowUpper[row]) return false;
        return true;
    }

    /// <summary>The linear relaxation, ready for a solver: column j is variable rows + j.</summary>
    internal BoundedSimplex Relaxation()
    {
        var simplex = new BoundedSimplex(RowLower.Length);
        for (var row = 0; row < RowLower.Length; row++) simplex.SetBounds(row, RowLower[row], RowUpper[row]);
        for (var column = 0; column < Columns; column++)
            simplex.Add(Rows[column], Array.ConvertAll(Entries[column], e => (double)e), Lower[column], Upper[column], 0);
        return simplex;
    }
}
