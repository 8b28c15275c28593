namespace Wijkfonds.Democracy.Sortition;

/// <summary>Sparse columns, which of them are basic, and the dense inverse of the basis.</summary>
internal sealed class BasisInverse
{
    private const int Refresh = 80;

    private readonly int rows;
    private readonly List<int> starts = [0];
    private int[] places = new int[256];
    private double[] entries = new double[256];
    private readonly int[] basis;
    private readonly double[][] inverse;
    private int updates;

    internal BasisInverse(int rows)
    {
        this.rows = rows;
        (basis, inverse) = (new int[rows], new double[rows][]);
        for (var row = 0; row < rows; row++)
        {
            Add([row], [-1]);
            basis[row] = row;
            inverse[row] = new double[rows];
            inverse[row][row] = -1;
        }
    }

    /// <summary>Which columns are basic, by position.</summary>
    internal ReadOnlySpan<int> Basic => basis;

    /// <summary>A row of the inverse, by position.</summary>
    internal double[] this[int position] => inverse[position];

    /// <summary>Whether the inverse was not updated since it was made from scratch.</summary>
    internal bool IsFresh => updates == 0;

    internal int Count => starts.Count - 1;

    internal void Add(int[] inRows, double[] values)
    {
        var start = starts[^1];
        starts.Add(start + inRows.Length);
        if (starts[^1] > places.Length)
        {
            Array.Resize(ref places, 2 * starts[^1]);
            Array.Resize(ref entries, 2 * starts[^1]);
        }
        inRows.CopyTo(places, start);
        values.CopyTo(entries, start);
    }

    /// <summary>The inner product of a row vector and a column.</summary>
    internal double Product(double[] vector, int column)
    {
        var (start, end) = (starts[column], starts[column + 1]);
        var at = places.AsSpan(start, end - start);
        var by = entries.AsSpan(start, end - start);
        double sum = 0;
        for (var i = 0; i < at.Length; i++) sum += vector[at[i]] * by[i];
        return sum;
    }

    /// <summary>Adds a multiple of a column.</summary>
    internal void AddColumn(double[] to, int column, double factor)
    {
        for (var i = starts[column]; i < starts[column + 1]; i++) to[places[i]] += entries[i] * factor;
    }

    /// <summary>The column in terms of the basis.</summary>
    internal void Express(int column, double[] direction)
    {
        for (var i = 0; i < rows; i++) direction[i] = Product(inverse[i], column);
    }

    /// <summary>Makes a column basic in place of another.</summary>
    /// <returns>Whether the inverse was made from scratch on the way.</returns>
    internal bool Replace(int position, int column, double[] direction)
    {
        basis[position] = column;
        if (++updates >= Refresh)
        {
            Refactor();
            return true;
        }
        var (pivotRow, scale) = (inverse[position], 1 / direction[position]);
        for (var k = 0; k < rows; k++) pivotRow[k] *= scale;
        for (var i = 0; i < rows; i++) if (i != position && direction[i] != 0) AddTimes(inverse[i], pivotRow, -direction[i]);
        return false;
    }

    /// <summary>Makes the inverse from scratch: Gauss and Jordan with the largest pivot of the column.</summary>
    /// <exception cref="UncertifiedException">The basis is singular.</exception>
    internal void Refactor()
    {
        var matrix = new double[rows][];
        for (var row = 0; row < rows; row++)
        {
            matrix[row] = new double[rows];
            Array.Clear(inverse[row]);
            inverse[row][row] = 1;
        }
        for (var i = 0; i < rows; i++)
        {
            for (var e = starts[basis[i]]; e < starts[basis[i] + 1]; e++) matrix[places[e]][i] = entries[e];
        }
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

    internal static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    internal static void AddTimes(double[] to, double[] from, double factor)
    {
        for (var i = 0; i < to.Length; i++) to[i] += from[i] * factor;
    }
}
