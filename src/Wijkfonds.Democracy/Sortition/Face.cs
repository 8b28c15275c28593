using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>The part of a program on which every lottery with given expected seats lies: what is at a bound in expectation is at it in every panel.</summary>
internal sealed class Face
{
    private const long Prime = 536870909;

    internal Face(IntegerProgram program, Fraction[] seats)
    {
        int[] lower = [.. program.Lower], upper = [.. program.Upper], rowLower = [.. program.RowLower], rowUpper = [.. program.RowUpper];
        var sums = new Fraction[rowLower.Length];
        for (var t = 0; t < seats.Length; t++)
        {
            if (seats[t] == new Fraction(lower[t], 1)) upper[t] = lower[t];
            if (seats[t] == new Fraction(upper[t], 1)) lower[t] = upper[t];
            for (var i = 0; i < program.Rows[t].Length; i++) sums[program.Rows[t][i]] += new Fraction(seats[t].Numerator * program.Entries[t][i], seats[t].Denominator);
        }
        for (var row = 0; row < sums.Length; row++)
        {
            if (sums[row] == new Fraction(rowLower[row], 1)) rowUpper[row] = rowLower[row];
            if (sums[row] == new Fraction(rowUpper[row], 1)) rowLower[row] = rowUpper[row];
        }
        Program = program with { Lower = lower, Upper = upper, RowLower = rowLower, RowUpper = rowUpper };
        var open = Enumerable.Range(0, seats.Length).Where(t => lower[t] < upper[t]).ToArray();
        Dimension = open.Length - Rank(open);
    }

    /// <summary>The program with every bound that is touched made an equality.</summary>
    internal IntegerProgram Program { get; }

    /// <summary>The dimension of this face of the relaxation: the types that are free, less the independent equalities among them.</summary>
    internal int Dimension { get; }

    /// <summary>By elimination modulo a prime; too small a rank by chance would only cost time.</summary>
    private int Rank(int[] open)
    {
        var equalities = Enumerable.Range(0, Program.RowLower.Length).Where(r => Program.RowLower[r] == Program.RowUpper[r]).ToArray();
        var place = equalities.Select((row, i) => (row, i)).ToDictionary(e => e.row, e => e.i);
        var matrix = equalities.Select(_ => new long[open.Length]).ToArray();
        for (var c = 0; c < open.Length; c++)
            for (var i = 0; i < Program.Rows[open[c]].Length; i++)
                if (place.TryGetValue(Program.Rows[open[c]][i], out var at)) matrix[at][c] = (Program.Entries[open[c]][i] % Prime + Prime) % Prime;
        var rank = 0;
        for (var c = 0; c < open.Length && rank < matrix.Length; c++)
        {
            var pivot = Array.FindIndex(matrix, rank, row => row[c] != 0);
            if (pivot < 0) continue;
            (matrix[rank], matrix[pivot]) = (matrix[pivot], matrix[rank]);
            for (var row = rank + 1; row < matrix.Length; row++)
            {
                // Row times the pivot less the pivot row times the entry: no inverse is needed for a rank.
                var (keep, take) = (matrix[rank][c], matrix[row][c]);
                if (take != 0) for (var k = c; k < open.Length; k++) matrix[row][k] = ((matrix[row][k] * keep - matrix[rank][k] * take) % Prime + Prime) % Prime;
            }
            rank++;
        }
        return rank;
    }
}
