using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Statements.Complexes;

/// <summary>
/// Deals amounts that add up over time. By largest remainder one cent more can take a cent away from somebody, so that two
/// years would not add up to both; here every cent stays where it was dealt. It goes to who is furthest behind for its weight
/// (weight divided by twice the cents it has plus one, the largest first), ties to the earlier one.
/// </summary>
public static class Dealing
{
    /// <summary>The parts of an amount, which add up to it; weights are whole and above zero.</summary>
    public static IReadOnlyList<Cents> Of(Cents amount, IReadOnlyList<long> weights)
    {
        if (amount < Cents.Zero || weights.Count == 0 || weights.Any(w => w <= 0)) throw new ArgumentException("An amount is dealt over weights above zero.", nameof(weights));
        // After as many cents as all weights together everybody has precisely its weight, and the dealing begins anew.
        var (rounds, rest) = Math.DivRem(amount.Value, weights.Sum());
        var dealt = new long[weights.Count];
        for (; rest > 0; rest--)
        {
            var next = 0;
            for (var i = 1; i < weights.Count; i++)
                if ((Int128)weights[i] * (2 * dealt[next] + 1) > (Int128)weights[next] * (2 * dealt[i] + 1)) next = i;
            dealt[next]++;
        }
        return [.. weights.Select((w, i) => new Cents(checked(w * rounds + dealt[i])))];
    }

    /// <summary>What a growing amount dealt between two moments.</summary>
    public static IReadOnlyList<Cents> Between(Cents before, Cents after, IReadOnlyList<long> weights) => [.. Of(after, weights).Zip(Of(before, weights), (a, b) => a - b)];
}
