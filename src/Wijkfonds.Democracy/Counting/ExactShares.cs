using System.Numerics;

namespace Wijkfonds.Democracy.Counting;

/// <summary>The exact side of a run of Equal Shares.</summary>
/// <remarks>
/// A voter who still has money has paid every own winner in full, so that its purse is the endowment less utility times the payment of each.
/// Hence only one number per round has to be kept exactly: all are numerators over one common denominator.
/// </remarks>
internal sealed class ExactShares(Election election, Support support, Purses purses)
{
    private readonly List<BigInteger> payments = [];
    private readonly int[] rounds = new int[election.Projects.Count];
    private BigInteger denominator;
    private BigInteger endowment;
    private long[] coefficients = [];

    /// <summary>Begins a run.</summary>
    internal void Begin(Fraction start)
    {
        payments.Clear();
        Array.Fill(rounds, -1);
        denominator = start.Denominator;
        endowment = start.Numerator;
    }

    /// <summary>The exact maximal payment of a project, enclosed beforehand; null where its supporters cannot pay.</summary>
    /// <param name="project">The project.</param>
    /// <param name="low">A payment that is not above the answer, scaled by 2^shift; 0 where nothing is known.</param>
    /// <param name="high">A payment that is not below the answer, scaled.</param>
    internal ExactPayment? Evaluate(int project, long low, long high)
    {
        Array.Resize(ref coefficients, payments.Count);
        Array.Clear(coefficients);
        var supporters = support[project];
        List<int> spent = [];
        List<(int Group, long Weight, long Utility, BigInteger Purse)> unsure = [];
        long poor = 0, rest = 0, empty = 0;
        for (var i = 0; i < supporters.Groups.Length; i++)
        {
            var (group, weight, utility) = (supporters.Groups[i], supporters.Weights[i], supporters.Utility(i));
            if (purses.IsEmpty(group)) empty += weight;
            else if (purses.SurelyAtLeast(group, high, utility)) rest += weight * utility;
            else if (!purses.SurelyBelow(group, low, utility)) unsure.Add((group, weight, utility, Purse(group)));
            else
            {
                spent.Add(group);
                poor += weight;
                AddPaid(group, weight);
            }
        }
        var missing = election.Projects[project].Cost * denominator - (poor * endowment - Paid());
        // The rest of the walk, exactly: who has least per utility first.
        unsure.Sort((a, b) => (a.Purse * b.Utility).CompareTo(b.Purse * a.Utility));
        rest += unsure.Sum(u => u.Weight * u.Utility);
        foreach (var (group, weight, utility, purse) in unsure)
        {
            if (purse * rest > missing * utility) break;
            spent.Add(group);
            // Who has exactly the payment pays all, and is still one of those who can pay it.
            if (purse * rest == missing * utility) continue;
            rest -= weight * utility;
            missing -= purse * weight;
            poor += weight;
        }
        return rest == 0 ? null : new(missing, rest, spent, new(election.Votes[project] - poor - empty, poor, empty));
    }

    /// <summary>Books a round: everything that follows is exact in terms of this payment too.</summary>
    /// <returns>The payment, and rounded down for the intervals.</returns>
    internal (Fraction Exact, long Down) Book(int project, ExactPayment payment)
    {
        var divisor = BigInteger.GreatestCommonDivisor(payment.Missing, payment.Rest);
        var factor = payment.Rest / divisor;
        if (!factor.IsOne)
        {
            for (var i = 0; i < payments.Count; i++) payments[i] *= factor;
            denominator *= factor;
            endowment *= factor;
        }
        rounds[project] = payments.Count;
        payments.Add(payment.Missing / divisor);
        return (new(payments[^1], denominator), (long)((payments[^1] << purses.Shift) / denominator));
    }

    /// <summary>What the supporters of a project have left together, exactly.</summary>
    internal Fraction LeftWith(int project)
    {
        Array.Resize(ref coefficients, payments.Count);
        Array.Clear(coefficients);
        long voters = 0;
        var supporters = support[project];
        for (var i = 0; i < supporters.Groups.Length; i++)
        {
            if (purses.IsEmpty(supporters.Groups[i])) continue;
            voters += supporters.Weights[i];
            AddPaid(supporters.Groups[i], supporters.Weights[i]);
        }
        return new(voters * endowment - Paid(), denominator);
    }

    private void AddPaid(int group, long weight)
    {
        var projects = support.Ballots[group].ProjectIndices;
        for (var place = 0; place < projects.Length; place++)
            if (rounds[projects[place]] is var round && round >= 0) coefficients[round] += weight * support.UtilityAt(election, group, place);
    }

    private BigInteger Paid()
    {
        var sum = BigInteger.Zero;
        for (var round = 0; round < coefficients.Length; round++)
            if (coefficients[round] != 0) sum += coefficients[round] * payments[round];
        return sum;
    }

    private BigInteger Purse(int group)
    {
        var purse = endowment;
        var projects = support.Ballots[group].ProjectIndices;
        for (var place = 0; place < projects.Length; place++)
            if (rounds[projects[place]] is var round && round >= 0) purse -= payments[round] * support.UtilityAt(election, group, place);
        return purse;
    }
}

/// <summary>A payment per utility, as what is missing (over the run's common denominator) divided by the utility of those who can pay it.</summary>
/// <param name="Missing">The numerator, over the common denominator.</param>
/// <param name="Rest">The utility of those who can pay it, above 0.</param>
/// <param name="Spent">The groups that pay all they have.</param>
/// <param name="Payers">How many voters pay how.</param>
internal sealed record ExactPayment(BigInteger Missing, BigInteger Rest, IReadOnlyList<int> Spent, Payers Payers);
