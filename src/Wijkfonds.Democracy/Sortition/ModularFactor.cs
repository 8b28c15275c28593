namespace Wijkfonds.Democracy.Sortition;

/// <summary>A matrix of independent columns, factorised modulo a prime: lower times upper triangle, over as many of its equations as it has columns.</summary>
internal sealed class ModularFactor
{
    /// <summary>The largest primes below 2^29: the sum of 32 products fits a machine number.</summary>
    internal static readonly int[] Primes = [536870909, 536870879, 536870869, 536870849];

    private readonly uint[][] triangles;
    private readonly ulong[] pivots;

    private ModularFactor(uint[][] triangles, ulong[] pivots, int[] equations, int prime) =>
        (this.triangles, this.pivots, Equations, Prime) = (triangles, pivots, equations, prime);

    internal int Prime { get; }

    /// <summary>The equations that were chosen, in the order of the pivots.</summary>
    internal int[] Equations { get; }

    /// <summary>Factorises; null where the columns are dependent modulo the prime.</summary>
    internal static ModularFactor? Of(int[][] columns, int rows, int prime)
    {
        var (n, p) = (columns.Length, (ulong)prime);
        var order = Enumerable.Range(0, rows).ToArray();
        var matrix = new uint[rows][];
        for (var row = 0; row < rows; row++)
        {
            matrix[row] = new uint[n];
            for (var c = 0; c < n; c++) matrix[row][c] = (uint)(((long)columns[c][row] % prime + prime) % prime);
        }
        var pivots = new ulong[n];
        for (var c = 0; c < n; c++)
        {
            var pivot = c;
            while (pivot < rows && matrix[pivot][c] == 0) pivot++;
            if (pivot >= rows) return null;
            (matrix[c], matrix[pivot], order[c], order[pivot]) = (matrix[pivot], matrix[c], order[pivot], order[c]);
            pivots[c] = Inverse(matrix[c][c], p);
            for (var row = c + 1; row < rows; row++)
                if (matrix[row][c] != 0) Eliminate(matrix[row], matrix[c], c, pivots[c], p);
        }
        return new(matrix[..n], pivots, order[..n], prime);
    }

    /// <summary>The unknowns modulo the prime, for right-hand sides in the order of <see cref="Equations"/>.</summary>
    internal long[] Solve(long[] right)
    {
        var (n, p) = (right.Length, (ulong)Prime);
        var x = new ulong[n];
        for (var i = 0; i < n; i++) x[i] = Less((ulong)right[i], triangles[i], x, 0, i, p);
        for (var i = n - 1; i >= 0; i--) x[i] = Less(x[i], triangles[i], x, i + 1, n, p) * pivots[i] % p;
        return Array.ConvertAll(x, v => (long)v);
    }

    private static void Eliminate(uint[] row, uint[] pivotRow, int c, ulong inverse, ulong p)
    {
        unchecked
        {
            var factor = row[c] * inverse % p;
            var negative = p - factor;
            row[c] = (uint)factor;
            for (var j = c + 1; j < row.Length; j++) row[j] = (uint)((row[j] + negative * pivotRow[j]) % p);
        }
    }

    private static ulong Less(ulong value, uint[] row, ulong[] x, int from, int to, ulong p)
    {
        unchecked
        {
            ulong sum = 0;
            for (var j = from; j < to;)
            {
                for (var end = Math.Min(to, j + 16); j < end; j++) sum += row[j] * x[j];
                sum %= p;
            }
            return (value + p - sum) % p;
        }
    }

    /// <summary>By Fermat: the power prime - 2.</summary>
    private static ulong Inverse(ulong value, ulong p)
    {
        var result = 1UL;
        for (var exponent = p - 2; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) result = result * value % p;
            value = value * value % p;
        }
        return result;
    }
}
