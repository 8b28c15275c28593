using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Democracy.Sortition;

/// <summary>Who takes the seat of someone who leaves.</summary>
/// <remarks>
/// The first in the order of the draw with whom the panel keeps every quota. If there is none: the first with whom the weighted violation is least, and it is stated.
/// A seat too many weighs 1; a seat too few below a minimum m weighs 1 + 2/m, because who are few should not become fewer (the weights with which
/// the Sortition Foundation relaxes quotas). A household of which someone sits is passed over always, where at most one may sit.
/// </remarks>
public static class Replacements
{
    /// <summary>The replacement, or null where nobody can take the seat.</summary>
    /// <param name="problem">Pool and quotas.</param>
    /// <param name="sitting">Who sit now, the leaver among them. Of several who leave, each is replaced in turn while the others still sit.</param>
    /// <param name="leaver">Who leaves.</param>
    /// <param name="inOrder">Who can be asked, in the order of the draw: whoever sits or sat, or said no, is left out or passed over.</param>
    public static Replacement? For(SelectionProblem problem, IReadOnlyCollection<int> sitting, int leaver, IEnumerable<int> inOrder)
    {
        if (!sitting.Contains(leaver)) throw new ArgumentException("who leaves does not sit", nameof(leaver));
        var staying = sitting.Where(person => person != leaver).ToHashSet();
        var households = staying.Select(person => problem.People[person].Household).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Replacement? best = null;
        var least = default(Fraction);
        foreach (var person in inOrder)
        {
            if (person == leaver || staying.Contains(person)) continue;
            if (problem.OnePerHousehold && problem.People[person].Household is { } household && households.Contains(household)) continue;
            var violations = Violations(problem, [.. staying, person]);
            if (violations.Count == 0) return new(person, violations);
            var weight = violations.Aggregate(default(Fraction), (sum, v) => sum + v.Weight);
            if (best is null || weight.CompareTo(least) < 0) (best, least) = (new(person, violations), weight);
        }
        return best;
    }

    /// <summary>Every quota that these people do not keep, in the order of the features.</summary>
    public static IReadOnlyList<Violation> Violations(SelectionProblem problem, IEnumerable<int> people)
    {
        var counts = problem.CountPerValue(people);
        return [.. from f in Enumerable.Range(0, counts.Length)
                   from v in Enumerable.Range(0, counts[f].Length)
                   let quota = problem.Features[f].Values[v]
                   where counts[f][v] < quota.Minimum || counts[f][v] > quota.Maximum
                   select new Violation(problem.Features[f].Name, quota, counts[f][v])];
    }
}

/// <summary>Who takes a seat, and which quotas the panel then does not keep: none, wherever that is possible.</summary>
/// <param name="Person">The index in the pool.</param>
/// <param name="Violations">The quotas that are not kept.</param>
public sealed record Replacement(int Person, IReadOnlyList<Violation> Violations);

/// <summary>A quota that is not kept.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Quota">The value with its quota.</param>
/// <param name="Count">How many there are.</param>
public sealed record Violation(string Feature, FeatureValue Quota, int Count)
{
    /// <summary>How heavy it weighs.</summary>
    public Fraction Weight => Count > Quota.Maximum ? new(Count - Quota.Maximum, 1) : new((long)(Quota.Minimum - Count) * (Quota.Minimum + 2), Quota.Minimum);
}
