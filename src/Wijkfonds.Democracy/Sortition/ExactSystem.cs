using System.Numerics;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>Solves linear systems with whole entries exactly.</summary>
/// <remarks>
/// p-adic lifting (Dixon, <i>Exact solution of linear equations using p-adic expansions</i>, Numer. Math. 40, 1982): one factorisation modulo a prime,
/// then a digit of every unknown per step, at the cost of two products of matrix and vector; at the end rational reconstruction with one common
/// denominator. What is answered was put into every equation again, so that neither the prime nor the number of digits has to be trusted.
/// </remarks>
internal static class ExactSystem
{
    /// <summary>Solves a system of as many equations as unknowns, or of more that agree.</summary>
    /// <param name="columns">Per unknown: its entry in every equation.</param>
    /// <param name="right">The right-hand sides.</param>
    /// <param name="advance">Told after every digit how many there are.</param>
    /// <returns>Numerators over one positive denominator, not always in lowest terms; null where the columns are dependent or the equations contradict each other.</returns>
    internal static ExactSolution? Solve(int[][] columns, BigInteger[] right, Action<int>? advance = null)
    {
        foreach (var prime in ModularFactor.Primes)
            if (ModularFactor.Of(columns, right.Length, prime) is { } factor)
                return new Lifting(columns, right, factor, advance ?? (_ => { })).Run();
        return null;
    }

    /// <summary>Whether a solution meets every equation.</summary>
    internal static bool Holds(int[][] columns, BigInteger[] right, ExactSolution solution)
    {
        for (var row = 0; row < right.Length; row++)
        {
            var sum = -right[row] * solution.Denominator;
            for (var c = 0; c < columns.Length; c++)
                if (columns[c][row] != 0) sum += columns[c][row] * solution.Numerators[c];
            if (!sum.IsZero) return false;
        }
        return true;
    }

    private sealed class Lifting(int[][] columns, BigInteger[] right, ModularFactor factor, Action<int> advance)
    {
        private readonly int[][] equations = [.. factor.Equations.Select(row => columns.Select(c => c[row]).ToArray())];
        private readonly BigInteger[] rest = [.. factor.Equations.Select(row => right[row])];
        private readonly long[] residual = new long[columns.Length];
        private readonly List<long[]> digits = [];

        internal ExactSolution? Run()
        {
            // Hadamard's bound on numerators and denominator ends the search for digits; most of the time far fewer are enough.
            var most = 8 + (int)((2 * Bits() + right.Max(r => r.GetBitLength())) / 28);
            for (var next = 4; ; next = Math.Min(most, next + next / 2))
            {
                while (digits.Count < next) Lift();
                if (Reconstruct() is { } solution && Holds(columns, right, solution)) return solution;
                if (next == most) return null;
            }
        }

        private long Bits() => equations.Sum(e => 1 + new BigInteger(e.Sum(v => (long)v * v)).GetBitLength() / 2);

        /// <summary>One more digit of every unknown.</summary>
        private void Lift()
        {
            long p = factor.Prime;
            var now = new long[residual.Length];
            for (var i = 0; i < now.Length; i++)
            {
                // The right-hand side comes in digit by digit, so that the residual stays a machine number.
                var high = BigInteger.DivRem(rest[i], p, out var low);
                if (low.Sign < 0) (high, low) = (high - 1, low + p);
                rest[i] = high;
                residual[i] += (long)low;
                now[i] = (residual[i] % p + p) % p;
            }
            var digit = factor.Solve(now);
            for (var i = 0; i < residual.Length; i++)
            {
                var (sum, row) = (residual[i], equations[i]);
                for (var j = 0; j < row.Length; j++) if (row[j] != 0) sum -= row[j] * digit[j];
                residual[i] = sum / p;
            }
            digits.Add(digit);
            advance(digits.Count);
        }

        private ExactSolution? Reconstruct()
        {
            var modulus = BigInteger.Pow(factor.Prime, digits.Count);
            var (denominator, bound) = (BigInteger.One, BigInteger.One << (int)(modulus.GetBitLength() / 2 - 1));
            var numerators = new BigInteger[columns.Length];
            for (var i = 0; i < numerators.Length; i++)
            {
                var value = Symmetric(Number(i) * denominator, modulus);
                if (BigInteger.Abs(value) < bound) numerators[i] = value;
                else
                {
                    if (Fraction(value, modulus, bound) is not { } found || found.Denominator * denominator > bound) return null;
                    for (var before = 0; before < i; before++) numerators[before] *= found.Denominator;
                    (denominator, numerators[i]) = (denominator * found.Denominator, found.Numerator);
                }
            }
            return new(numerators, denominator);
        }

        private BigInteger Number(int unknown)
        {
            return Range(0, digits.Count);

            BigInteger Range(int from, int to)
            {
                if (to - from == 1) return digits[from][unknown];
                var middle = (from + to) / 2;
                return Range(from, middle) + Range(middle, to) * BigInteger.Pow(factor.Prime, middle - from);
            }
        }

        private static BigInteger Symmetric(BigInteger value, BigInteger modulus)
        {
            value = BigInteger.Remainder(value, modulus);
            if (value.Sign < 0) value += modulus;
            return value * 2 > modulus ? value - modulus : value;
        }

        /// <summary>The fraction with small numerator and denominator that is this number modulo the modulus (Wang 1981), by Euclid's algorithm.</summary>
        private static (BigInteger Numerator, BigInteger Denominator)? Fraction(BigInteger value, BigInteger modulus, BigInteger bound)
        {
            var (a, b) = (modulus, value.Sign < 0 ? value + modulus : value);
            var (s, t) = (BigInteger.Zero, BigInteger.One);
            while (b >= bound)
            {
                var quotient = BigInteger.DivRem(a, b, out var remainder);
                (a, b) = (b, remainder);
                (s, t) = (t, s - quotient * t);
            }
            return t.IsZero || BigInteger.Abs(t) > bound ? null : t.Sign < 0 ? (-b, -t) : (b, t);
        }
    }
}

/// <summary>An exact solution.</summary>
/// <param name="Numerators">Per unknown.</param>
/// <param name="Denominator">Of all of them, above 0.</param>
internal sealed record ExactSolution(BigInteger[] Numerators, BigInteger Denominator);
