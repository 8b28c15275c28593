namespace Wijkfonds.Democracy.Sortition;

/// <summary>Least squares over a changing set of columns: the triangle R with RᵀR = AᵀA, kept while columns come and go.</summary>
/// <remarks>A column comes by one forward substitution; one goes by Givens rotations (Golub and Van Loan, <i>Matrix Computations</i>, 6.5).</remarks>
internal sealed class GramFactor
{
    /// <summary>Column i of R, its i + 1 entries from the top.</summary>
    private readonly List<double[]> triangle = [];

    internal int Count => triangle.Count;

    /// <summary>Adds a column.</summary>
    /// <param name="products">Its inner products with the columns that are there, then with itself.</param>
    /// <returns>False, and nothing is added, where it depends on the others.</returns>
    internal bool Add(double[] products)
    {
        var n = Count;
        var column = new double[n + 1];
        double square = 0;
        for (var i = 0; i < n; i++)
        {
            column[i] = (products[i] - Dot(triangle[i], column, i)) / triangle[i][i];
            square += column[i] * column[i];
        }
        var rest = products[n] - square;
        if (rest < 1e-9 * products[n]) return false;
        column[n] = Math.Sqrt(rest);
        triangle.Add(column);
        return true;
    }

    /// <summary>Takes a column away; those behind it move up.</summary>
    internal void Remove(int at)
    {
        triangle.RemoveAt(at);
        var rotations = new (double Cos, double Sin)[Count - at];
        for (var c = at; c < Count; c++)
        {
            var column = triangle[c];
            for (var i = at; i < c; i++) Rotate(rotations[i - at], ref column[i], ref column[i + 1]);
            var (a, b) = (column[c], column[c + 1]);
            var length = Math.Sqrt(a * a + b * b);
            rotations[c - at] = (a / length, b / length);
            column[c] = length;
        }
    }

    /// <summary>The solution of RᵀR x = right.</summary>
    internal double[] Solve(double[] right)
    {
        var x = new double[Count];
        for (var i = 0; i < x.Length; i++) x[i] = (right[i] - Dot(triangle[i], x, i)) / triangle[i][i];
        for (var i = x.Length - 1; i >= 0; i--)
        {
            var column = triangle[i];
            var value = x[i] /= column[i];
            for (var j = 0; j < i; j++) x[j] -= column[j] * value;
        }
        return x;
    }

    private static void Rotate((double Cos, double Sin) rotation, ref double a, ref double b) =>
        (a, b) = (rotation.Cos * a + rotation.Sin * b, rotation.Cos * b - rotation.Sin * a);

    /// <summary>Four sums side by side, always in the same order.</summary>
    private static double Dot(double[] a, double[] b, int length)
    {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        var i = 0;
        for (; i <= length - 4; i += 4)
        {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < length; i++) s0 += a[i] * b[i];
        return s0 + s1 + (s2 + s3);
    }
}
