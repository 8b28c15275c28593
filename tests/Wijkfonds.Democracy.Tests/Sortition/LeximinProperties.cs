using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Democracy.Tests.Sortition;

public class LeximinProperties
{
    [Fact]
    public void Nobody_could_have_a_fairer_chance_over_all_panels_there_are() => ForEachPool(60, (problem, solution) =>
    {
        var panels = SmallPools.Panels(problem).ToArray();
        if (solution is not FairLottery lottery) return panels.Length == 0;
        return lottery.Probabilities.SequenceEqual(PlainLeximin.Of(problem.People.Count, panels))
            && lottery.Certificate.Gap == default
            && lottery.Uncovered.SequenceEqual(Enumerable.Range(0, problem.People.Count).Where(p => !panels.Any(q => q.Contains(p))));
    });

    [Fact]
    public void Every_panel_meets_every_quota_and_the_chances_are_sums_of_weights() => ForEachPool(500, (problem, solution) =>
        solution is not FairLottery lottery || (
            lottery.Panels.All(p => problem.Allows(p.Panel) && p.Weight.Numerator.Sign > 0)
            && lottery.Panels.Select(p => p.Panel).Distinct().Count() == lottery.Panels.Count
            && lottery.Panels.Count <= problem.People.Count + 1
            && Sum(lottery.Panels.Select(p => p.Weight)) == new Fraction(1, 1)
            && Sum(lottery.Probabilities) == new Fraction(problem.Size, 1)
            && lottery.Probabilities.Select((p, i) => Sum(lottery.Panels.Where(q => q.Panel.Contains(i)).Select(q => q.Weight)) == p).All(same => same)));

    [Fact]
    public void The_first_weights_of_the_certificate_bound_every_panel() => ForEachPool(500, (problem, solution) =>
    {
        if (solution is not FairLottery { Certificate.Bounds: [var first, ..] } lottery) return true;
        var weights = first.Weights.ToDictionary(w => w.Person, w => w.Weight);
        return Sum(weights.Values) == new Fraction(1, 1) && first.Bound == lottery.Levels[0].Probability
            ? SmallPools.Panels(problem).All(p => Sum(p.Members.Where(weights.ContainsKey).Select(m => weights[m])).CompareTo(first.Bound) <= 0)
            : first.Bound == default;
    });

    [Fact]
    public void Another_order_of_the_pool_changes_nobodys_chance() => ForEachPool(300, (problem, solution) =>
    {
        var turned = new SelectionProblem(problem.Features, [.. problem.People.Reverse()], problem.Size, problem.OnePerHousehold);
        return solution is not FairLottery lottery
            || lottery.Probabilities.Reverse().SequenceEqual(Assert.IsType<FairLottery>(Leximin.Find(turned)).Probabilities);
    });

    [Fact]
    public void The_same_pool_has_the_same_lottery_to_the_last_panel() => ForEachPool(100, (problem, solution) =>
        solution is not FairLottery lottery || lottery.Panels.SequenceEqual(Assert.IsType<FairLottery>(Leximin.Find(problem)).Panels));

    [Fact]
    public void Impossible_quotas_are_bent_as_little_as_can_be() => ForEachPool(60, (problem, solution) =>
    {
        if (solution is not Infeasible infeasible) return true;
        var within = SmallPools.Panels(problem, withQuotas: false).Select(p => Bend(problem, p, flexible: true)).Min();
        var least = within ?? SmallPools.Panels(problem, withQuotas: false).Select(p => Bend(problem, p, flexible: false)).Min();
        var bent = infeasible.Changes.Aggregate(problem, With);
        return infeasible.WithinFlex == within is not null
            && infeasible.Changes.Sum(c => Weight(c.Old, c.Old.Minimum - c.Proposed.Minimum, c.Proposed.Maximum - c.Old.Maximum)) == least
            && infeasible.Seats == infeasible.Changes.Sum(c => c.Old.Minimum - c.Proposed.Minimum + c.Proposed.Maximum - c.Old.Maximum)
            && SmallPools.Panels(bent).Any();
    });

    private static SelectionProblem With(SelectionProblem problem, QuotaChange change) => new(
        [.. problem.Features.Select((f, i) => i != change.Feature ? f : f with { Values = [.. f.Values.Select((v, n) => n == change.Value ? change.Proposed : v)] })],
        problem.People, problem.Size, problem.OnePerHousehold);

    private static long? Bend(SelectionProblem problem, Panel panel, bool flexible)
    {
        long sum = 0;
        var counts = problem.CountPerValue(panel.Members);
        foreach (var (f, feature) in problem.Features.Index())
            foreach (var (v, quota) in feature.Values.Index())
            {
                if (flexible && (counts[f][v] < quota.MinimumFlex || counts[f][v] > quota.MaximumFlex)) return null;
                sum += Weight(quota, Math.Max(0, quota.Minimum - counts[f][v]), Math.Max(0, counts[f][v] - quota.Maximum));
            }
        return sum;
    }

    private static long Weight(FeatureValue quota, int less, int more) => (less == 0 ? 0 : less * (1000 + 2000L / quota.Minimum)) + 1000L * more;

    private static Fraction Sum(IEnumerable<Fraction> fractions) => fractions.Aggregate(default(Fraction), (a, b) => a + b);

    private static void ForEachPool(int pools, Func<SelectionProblem, Solution, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(pools), Prop.ForAll(SmallPools.Any, problem => holds(problem, Leximin.Find(problem))));
}
