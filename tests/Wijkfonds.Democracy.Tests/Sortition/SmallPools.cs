using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Democracy.Tests.Sortition;

/// <summary>Pools so small that every panel can be looked at.</summary>
internal static class SmallPools
{
    /// <summary>Chance pools with tight quotas, most of them around a panel that exists, some impossible; with and without households.</summary>
    internal static Arbitrary<SelectionProblem> Any => Arb.From(
        from people in Gen.Choose(2, 8)
        from size in Gen.Choose(1, Math.Min(5, people))
        from values in Gen.Choose(2, 3).ArrayOf().Where(v => v.Length is > 0 and < 4)
        from traits in Gen.Choose(0, 5).ArrayOf(values.Length).ArrayOf(people)
        from homes in Gen.Choose(0, 6).ArrayOf(people)
        from grouped in Gen.Elements(true, false)
        from slack in Gen.Choose(0, 2).ArrayOf(values.Sum() * 2)
        from shift in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
        select Of(size, values, traits, homes, grouped, slack, shift));

    /// <summary>A pool by hand: one row per person with a letter per feature (<c>"ax"</c>), quotas as <c>"a 1 2"</c> per value, features divided by a bar.</summary>
    internal static SelectionProblem Of(int size, string quotas, params string[] people)
    {
        var features = quotas.Split('|').Select((f, i) => new Feature($"f{i}", [.. f.Split(',').Select(v => v.Trim().Split(' '))
            .Select(v => new FeatureValue(v[0], int.Parse(v[1]), int.Parse(v[2])))])).ToArray();
        return new(features, [.. people.Select((p, i) => new Person($"{i}", [.. features.Select((f, n) => f.Values.Select(v => v.Name).ToList().IndexOf(p[n].ToString()))]))], size);
    }

    /// <summary>All panels of people that the quotas (where asked) and the households allow.</summary>
    internal static IEnumerable<Panel> Panels(SelectionProblem problem, bool withQuotas = true) =>
        from set in Enumerable.Range(0, 1 << problem.People.Count)
        where System.Numerics.BitOperations.PopCount((uint)set) == problem.Size
        let panel = new Panel(Enumerable.Range(0, problem.People.Count).Where(p => (set >> p & 1) == 1))
        where withQuotas ? problem.Allows(panel) : SelectionProblem.Seatable([.. panel.Members.Select(m => problem.People[m])], problem.OnePerHousehold) == problem.Size
        select panel;

    private static SelectionProblem Of(int size, int[] values, int[][] traits, int[] homes, bool grouped, int[] slack, int shift)
    {
        // Half the people live with others, of those some share a home.
        var people = traits.Select((t, i) => new Person($"{i}", [.. t.Select((v, f) => v % values[f])], homes[i] < 3 ? $"home {homes[i]}" : null)).ToArray();
        grouped &= SelectionProblem.Seatable(people, true) >= size;
        var at = 0;
        var features = values.Select((count, f) => new Feature($"f{f}", [.. Enumerable.Range(0, count).Select(v =>
        {
            var sit = people.Take(size).Count(p => p.Values[f] == v) + (v == 0 ? shift : 0);
            var least = Math.Max(0, sit - slack[at++] / 2);
            return new FeatureValue($"v{v}", least, sit + slack[at++] / 2) { MinimumFlex = Math.Max(0, least - 1), MaximumFlex = sit + 2 };
        })]));
        return new([.. features], people, size, grouped);
    }
}
