using System.Numerics;

namespace Wijkfonds.Democracy.Counting;

/// <summary>What every voter has left in a run of Equal Shares, enclosed in intervals of 64-bit fixed-point numbers.</summary>
/// <remarks>
/// The true amount of a group lies in [upper - error, upper], and is at least 0; one error holds for all. Amounts are scaled by 2^shift,
/// chosen so that what all voters have together stays below 2^62: sums of purses cannot overflow.
/// </remarks>
internal sealed class Purses(Support support)
{
    private const int Bits = 62;
    private readonly long[] upper = new long[support.Ballots.Length];
    private long error;

    internal int Shift { get; private set; }

    /// <summary>Gives every voter the same endowment.</summary>
    /// <exception cref="OverflowException">All endowments together do not fit in 62 bits.</exception>
    internal void Fill(Fraction endowment, long voters)
    {
        var all = new Fraction(endowment.Numerator * voters, endowment.Denominator).Floor() + 1;
        Shift = Bits - (int)all.GetBitLength();
        // One unit more per voter is what rounding up can add.
        while (Shift >= 0 && (all << Shift) + voters >= BigInteger.One << Bits) Shift--;
        if (Shift < 0) throw new OverflowException("the endowments do not fit in 62 bits");
        Array.Fill(upper, (long)(new Fraction(endowment.Numerator << Shift, endowment.Denominator).Floor() + 1));
        error = 1;
    }

    internal bool IsEmpty(int group) => upper[group] == 0;

    internal bool SurelyBelow(int group, long payment, long utility) => upper[group] < (Int128)payment * utility;

    internal bool SurelyAtLeast(int group, long payment, long utility) => upper[group] - error >= (Int128)payment * utility;

    /// <summary>Takes a payment per unit of utility (rounded down here) from the supporters of a project; the spent ones pay all they have.</summary>
    internal void Pay(int project, long payment, IReadOnlyList<int> spent)
    {
        foreach (var group in spent) upper[group] = 0;
        var supporters = support[project];
        long most = 1;
        for (var i = 0; i < supporters.Groups.Length; i++)
        {
            var utility = supporters.Utility(i);
            ref var purse = ref upper[supporters.Groups[i]];
            if (purse == 0) continue;
            purse = Math.Max(0, purse - payment * utility);
            most = Math.Max(most, utility);
        }
        error += most;
    }

    /// <summary>
    /// The smallest payment per utility at which the supporters pay the cost, if every purse held its upper (or its lower) bound: Newton's
    /// method on a piecewise linear concave function, from below, which ends after finitely many steps on the exact answer.
    /// </summary>
    /// <param name="project">The project.</param>
    /// <param name="cost">The cost, scaled.</param>
    /// <param name="from">A payment that is not above the answer.</param>
    /// <param name="cap">A payment above which the answer is of no interest.</param>
    /// <param name="lower">Whether purses are taken at their lower bound.</param>
    /// <returns>The payment, rounded down for upper bounds and up for lower bounds; beyond the cap, a lower bound; -1 if they cannot pay.</returns>
    internal long Walk(int project, long cost, long from, long cap, bool lower)
    {
        var supporters = support[project];
        return supporters.Utilities.IsEmpty ? WalkEqual(supporters, cost, from, cap, lower) : WalkWeighted(supporters, cost, from, cap, lower);
    }

    private long WalkEqual(Supporters supporters, long cost, long from, long cap, bool lower)
    {
        var groups = supporters.Groups;
        var weights = supporters.Weights[..groups.Length];
        var slack = lower ? error : 0;
        for (var payment = from; ;)
        {
            // Overflow is impossible: all purses together are below 2^62. Masks instead of branches, which would be mispredicted.
            long poor = 0, rest = 0;
            unchecked
            {
                for (var i = 0; i < groups.Length; i++)
                {
                    var purse = upper[groups[i]] - slack;
                    purse &= ~(purse >> 63);
                    var isPoor = (purse - payment) >> 63;
                    poor += (purse * weights[i]) & isPoor;
                    rest += weights[i] & ~isPoor;
                }
            }
            if (rest == 0) return -1;
            var (down, remainder) = Math.DivRem(cost - poor, rest);
            var up = remainder == 0 ? down : down + 1;
            if (up <= payment || down > cap) return lower ? up : down;
            payment = up;
        }
    }

    private long WalkWeighted(Supporters supporters, long cost, long from, long cap, bool lower)
    {
        var slack = lower ? error : 0;
        // The payment is missing / rest, as a fraction.
        for (Int128 missing = from, rest = 1; ;)
        {
            Int128 poor = 0, others = 0;
            for (var i = 0; i < supporters.Groups.Length; i++)
            {
                var purse = Math.Max(0, upper[supporters.Groups[i]] - slack);
                if (purse * rest < missing * supporters.Utilities[i]) poor += (Int128)purse * supporters.Weights[i];
                else others += (long)supporters.Utilities[i] * supporters.Weights[i];
            }
            if (others == 0) return -1;
            var next = cost - poor;
            var grows = next * rest > missing * others;
            var down = (long)(next / others);
            if (!grows || down > cap) return lower && next % others != 0 ? down + 1 : down;
            (missing, rest) = (next, others);
        }
    }
}
