using System.Numerics;

namespace Wijkfonds.Web.Shared;

/// <summary>Dividing money without a cent left over.</summary>
public static class Division
{
    /// <summary>
    /// Splits <paramref name="amount"/> in proportion to <paramref name="weights"/> by largest remainder:
    /// everyone gets the part rounded down, the cents left go one each to the largest remainders,
    /// ties to the earlier weight. The parts add up to the amount.
    /// </summary>
    /// <exception cref="ArgumentException">A weight is negative, or all are zero while the amount is not.</exception>
    public static Cents[] InProportion(Cents amount, IReadOnlyList<long> weights)
    {
        var total = weights.Aggregate(BigInteger.Zero, (sum, w) => sum + w);
        if (weights.Any(w => w < 0) || (total.IsZero && amount.Value != 0) || amount.Value < 0)
            throw new ArgumentException("Money is divided over weights that are not negative and not all zero.", nameof(weights));
        var parts = new Cents[weights.Count];
        if (amount.Value == 0) return parts;
        var remainders = new (BigInteger Remainder, int Index)[weights.Count];
        var left = amount.Value;
        for (var i = 0; i < weights.Count; i++)
        {
            var share = BigInteger.DivRem(amount.Value * (BigInteger)weights[i], total, out var rest);
            parts[i] = new Cents((long)share);
            remainders[i] = (rest, i);
            left -= (long)share;
        }
        foreach (var (_, index) in remainders.OrderByDescending(r => r.Remainder).ThenBy(r => r.Index).Take((int)left))
            parts[index] += new Cents(1);
        return parts;
    }
}
