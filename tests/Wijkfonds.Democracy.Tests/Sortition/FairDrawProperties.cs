using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Democracy.Sortition;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Sortition;

/// <summary>From any pool to the file that anyone can check.</summary>
public class FairDrawProperties
{
    private sealed record Draw(SelectionProblem Problem, int Seed);

    /// <summary>Pools of 6 to 12 people with two features and some households; the quotas lie around a panel that exists, so that they can be met.</summary>
    private static readonly Gen<Draw> Draws =
        from people in Gen.Choose(6, 12)
        from size in Gen.Choose(2, 4)
        from sexes in Gen.Choose(0, 1).ListOf(people)
        from quarters in Gen.Choose(0, 2).ListOf(people)
        from homes in Gen.Choose(0, 6).ListOf(people)
        from onePerHousehold in Gen.Elements(true, false)
        from slack in Gen.Choose(0, 1)
        from seed in Gen.Choose(0, int.MaxValue)
        let pool = sexes.Select((sex, i) => new Person($"r{i}", [sex, quarters[i]], homes[i] == 0 ? null : $"{homes[i]}")).ToArray()
        let sitting = pool.DistinctBy(p => onePerHousehold ? p.Household ?? p.Label : p.Label).Take(size).ToArray()
        where sitting.Length == size
        select new Draw(new([Around("sekse", 0, 2, sitting, slack), Around("buurt", 1, 3, sitting, slack)], pool, size, onePerHousehold), seed);

    [Fact]
    public void Every_draw_can_be_redone_from_its_file_and_its_panel_keeps_every_quota() => Holds(draw =>
    {
        var bundle = Bundle(draw);
        var everyone = bundle.Result.Drawn.Concat(bundle.Result.Reserve.Select(r => r.Label));
        return bundle.Write() == Bundle(draw).Write()
            && FairBundle.Read(bundle.Write()).Check().All(f => f.Holds)
            && draw.Problem.Allows(Drawn(draw.Problem, bundle))
            && everyone.Order(StringComparer.Ordinal).SequenceEqual(draw.Problem.People.Select(p => p.Label).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Who_leaves_is_replaced_by_the_first_who_keeps_every_quota_or_the_violation_is_the_least() => Holds(draw =>
    {
        var (problem, bundle) = (draw.Problem, Bundle(draw));
        var panel = Drawn(problem, bundle);
        var order = bundle.Result.Reserve.Select(r => Index(problem, r.Label)).ToArray();
        return panel.Members.All(leaver =>
        {
            var panels = order.Select(person => new Panel(panel.Members.Where(m => m != leaver).Append(person))).ToArray();
            var found = Replacements.For(problem, panel.Members.ToArray(), leaver, order);
            var first = Array.FindIndex(panels, problem.Allows);
            if (first >= 0) return found is { Violations.Count: 0 } && found.Person == order[first];
            if (found is null) return problem.OnePerHousehold;
            return found.Violations.Count > 0 && found.Violations.SequenceEqual(Replacements.Violations(problem, panels[Array.IndexOf(order, found.Person)].Members));
        });
    });

    private static FairBundle Bundle(Draw draw)
    {
        var fair = Assert.IsType<FairLottery>(Leximin.Find(draw.Problem));
        var reserve = draw.Problem.People.Count - draw.Problem.Size;
        return FairBundle.Of(new("proef", "munt", draw.Problem, TransparentLottery.Of(fair.Panels), reserve), $"{draw.Seed}", new(draw.Problem.People));
    }

    private static Panel Drawn(SelectionProblem problem, FairBundle bundle) => new(bundle.Result.Drawn.Select(label => Index(problem, label)));

    private static int Index(SelectionProblem problem, string label) => problem.People.Select((p, i) => (p.Label, i)).First(p => p.Label == label).i;

    private static Feature Around(string name, int feature, int values, Person[] sitting, int slack) => new(name, [.. Enumerable.Range(0, values).Select(v =>
    {
        var count = sitting.Count(p => p.Values[feature] == v);
        return new FeatureValue($"{v}", Math.Max(0, count - slack), count + slack);
    })]);

    private static void Holds(Func<Draw, bool> property) => Check.QuickThrowOnFailure(Prop.ForAll(Draws.ToArbitrary(), property));
}
