using System.Numerics;
using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>Checks a lottery in exact arithmetic against everything that is claimed of it, and only then hands it out.</summary>
internal static class Certification
{
    /// <summary>The most that a probability may be away from its bound where the search over panels could not be made exact.</summary>
    private static readonly Fraction Tolerance = new(1, 10_000_000_000);

    /// <summary>The lottery with its certificate.</summary>
    /// <param name="problem">What was asked.</param>
    /// <param name="types">The types of people.</param>
    /// <param name="lottery">The panels with their weights as whole numbers, and what those sum to.</param>
    /// <param name="bounds">The bounds of the levels in order, each proved by whoever found it; a type without one is in no feasible panel.</param>
    /// <param name="method">How they were proved.</param>
    /// <exception cref="UncertifiedException">Something does not hold.</exception>
    internal static FairLottery Of(
        SelectionProblem problem, PersonTypes types, (IReadOnlyList<(Panel Panel, BigInteger Weight)> Panels, BigInteger Unit) lottery,
        IReadOnlyList<TypeBound> bounds, CertificateMethod method)
    {
        var (panels, unit) = lottery;
        Require(panels.All(p => problem.Allows(p.Panel)), "a panel breaks a quota");
        Require(panels.All(p => p.Weight.Sign > 0), "a panel has no weight");
        Require(panels.Aggregate(BigInteger.Zero, (sum, p) => sum + p.Weight) == unit, "the weights do not sum to 1");
        var sums = new BigInteger[problem.People.Count];
        foreach (var (panel, weight) in panels)
            foreach (var person in panel.Members) sums[person] += weight;
        Require(sums.Aggregate(BigInteger.Zero, (a, b) => a + b) == unit * problem.Size, "the probabilities do not sum to the size");
        var probabilities = new Fraction[sums.Length];
        foreach (var members in types.Members)
        {
            var shared = new Fraction(sums[members[0]], unit);
            foreach (var person in members)
            {
                Require(sums[person] == sums[members[0]], "people of one type differ");
                probabilities[person] = shared;
            }
        }
        var (steps, gap) = Steps(types, bounds, probabilities);
        Require(gap.CompareTo(Tolerance) <= 0, "a bound is not reached");
        var levels = Enumerable.Range(0, sums.Length).Where(p => !sums[p].IsZero).GroupBy(p => probabilities[p]).OrderBy(g => g.Key).Select(g => new Level(g.Key, [.. g]));
        return new(problem, [.. panels.Select(p => new WeightedPanel(p.Panel, new(p.Weight, unit)))], probabilities, [.. levels], [.. Enumerable.Range(0, sums.Length).Where(p => sums[p].IsZero)], new(steps, method, panels.Count, gap));
    }

    private static (IReadOnlyList<LevelBound> Steps, Fraction Gap) Steps(PersonTypes types, IReadOnlyList<TypeBound> bounds, Fraction[] probabilities)
    {
        var (steps, gap) = (new List<LevelBound>(bounds.Count), default(Fraction));
        foreach (var bound in bounds)
        {
            var reached = bound.Weights.Select(w => probabilities[types.Members[w.Type][0]]).Min();
            var weights = bound.Weights.SelectMany(w => types.Members[w.Type].Select(p => new PersonWeight(p, w.Weight))).OrderBy(w => w.Person).ToArray();
            foreach (var (type, _) in bound.Weights)
            {
                var off = probabilities[types.Members[type][0]] - bound.Bound;
                if (off.Numerator.Sign < 0) off = default(Fraction) - off;
                if (off.CompareTo(gap) > 0) gap = off;
            }
            steps.Add(new(reached, bound.Bound, weights));
        }
        return (steps, gap);
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds) throw new UncertifiedException(otherwise);
    }
}
