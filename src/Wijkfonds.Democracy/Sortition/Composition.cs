namespace Wijkfonds.Democracy.Sortition;

/// <summary>How many there are of one value of a feature: in the area, in the pool, in a panel on average, in the drawn panel, and what the quota says.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Quota">The value with its quota.</param>
/// <param name="Population">People in the area; null where it is not known.</param>
/// <param name="Pool">People in the pool.</param>
/// <param name="Expected">Seats on average over the lottery.</param>
/// <param name="Panel">Seats in the drawn panel.</param>
public sealed record Composition(string Feature, FeatureValue Quota, int? Population, int Pool, double Expected, int Panel)
{
    /// <summary>Whether the drawn panel keeps the quota.</summary>
    public bool Kept => Panel >= Quota.Minimum && Panel <= Quota.Maximum;

    /// <summary>Every value of every feature, in the order of the quotas.</summary>
    /// <param name="problem">Pool and quotas.</param>
    /// <param name="chances">Everyone's chance.</param>
    /// <param name="panel">The drawn panel.</param>
    /// <param name="population">Per feature, per value, people in the area; null where it is not known.</param>
    public static IReadOnlyList<Composition> Of(SelectionProblem problem, Chances chances, Panel panel, IReadOnlyList<IReadOnlyList<int>>? population = null)
    {
        var everyone = Enumerable.Range(0, problem.People.Count).ToArray();
        var (pool, seated) = (problem.CountPerValue(everyone), problem.CountPerValue(panel.Members));
        return [.. from f in Enumerable.Range(0, problem.Features.Count)
                   let feature = problem.Features[f]
                   from v in Enumerable.Range(0, feature.Values.Count)
                   let expected = chances.Expected(everyone.Where(p => problem.People[p].Values[f] == v))
                   select new Composition(feature.Name, feature.Values[v], population?[f][v], pool[f][v], expected, seated[f][v])];
    }
}
