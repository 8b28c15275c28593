using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Democracy.Tests.Sortition;

public class LeximinTests
{
    [Fact]
    public void Without_quotas_everyone_has_the_same_chance()
    {
        var lottery = Fair(new([], [.. Enumerable.Range(1, 7).Select(i => new Person($"{i}", []))], 3));
        Assert.All(lottery.Probabilities, p => Assert.Equal(new Fraction(3, 7), p));
        Assert.Equal(CertificateMethod.Quotas, lottery.Certificate.Method);
    }

    [Fact]
    public void Few_volunteers_of_a_group_that_must_sit_have_a_better_chance_and_nobody_more_than_it_takes()
    {
        // One of the two young, three of the six old.
        var lottery = Fair(SmallPools.Of(4, "j 1 1,o 3 3", "j", "j", "o", "o", "o", "o", "o", "o"));
        Assert.All(lottery.Probabilities, p => Assert.Equal(new Fraction(1, 2), p));
        lottery = Fair(SmallPools.Of(4, "j 2 2,o 2 2", "j", "j", "o", "o", "o", "o", "o", "o"));
        Assert.Equal([new Fraction(1, 3), new Fraction(1, 1)], lottery.Levels.Select(l => l.Probability));
        Assert.Equal([0, 1], lottery.Levels[1].People);
    }

    [Fact]
    public void Two_who_live_together_never_sit_together_and_have_no_less_a_chance()
    {
        var problem = new SelectionProblem([], [.. Enumerable.Range(1, 6).Select(i => new Person($"{i}", [], i < 4 ? "Dorpsstraat 1" : null))], 2, onePerHousehold: true);
        var lottery = Fair(problem);
        Assert.All(lottery.Probabilities, p => Assert.Equal(new Fraction(1, 3), p));
        Assert.All(lottery.Panels, p => Assert.True(p.Panel.Members.Count(m => m < 3) <= 1));
    }

    [Fact]
    public void Whoever_sits_in_no_possible_panel_is_named_even_where_half_a_person_would_fit()
    {
        // Three yes-or-no features of which each must be there once. Halves of the first three and of the last would do, and whole ones do not: only the last two go together.
        var lottery = Fair(SmallPools.Of(2, "a 1 1,b 1 1|a 1 1,b 1 1|a 1 1,b 1 1", "aab", "aba", "baa", "aaa", "bbb"));
        Assert.Equal([0, 1, 2], lottery.Uncovered);
        Assert.Equal(CertificateMethod.Search, lottery.Certificate.Method);
        Assert.Equal(new Panel([3, 4]), Assert.Single(lottery.Panels).Panel);
        Assert.Equal(default, lottery.Certificate.Gap);
    }

    [Fact]
    public void The_certificate_says_whose_weights_bound_the_least_chance()
    {
        var lottery = Fair(SmallPools.Of(2, "j 1 1,o 1 1", "j", "o", "o", "o", "o"));
        var first = lottery.Certificate.Bounds[0];
        Assert.Equal((new Fraction(1, 4), new Fraction(1, 4)), (first.Probability, first.Bound));
        Assert.Equal([1, 2, 3, 4], first.Weights.Select(w => w.Person));
        Assert.All(first.Weights, w => Assert.Equal(new Fraction(1, 4), w.Weight));
    }

    [Fact]
    public void A_quota_without_anyone_is_bent_and_nothing_else()
    {
        var infeasible = Assert.IsType<Infeasible>(Leximin.Find(SmallPools.Of(2, "a 1 2,b 0 2,c 1 1", "a", "b", "b")));
        var change = Assert.Single(infeasible.Changes);
        Assert.Equal((0, 2, 0, 1), (change.Feature, change.Value, change.Proposed.Minimum, infeasible.Seats));
        Assert.True(infeasible.WithinFlex);
    }

    [Fact]
    public void A_draw_that_is_called_off_stops()
    {
        using var stop = new CancellationTokenSource();
        var problem = SmallPools.Of(2, "j 1 1,o 1 1", "j", "o", "o", "o", "o");
        Assert.Throws<OperationCanceledException>(() => Leximin.Find(problem, new Stopping(stop), stop.Token));
    }

    private static FairLottery Fair(SelectionProblem problem) => Assert.IsType<FairLottery>(Leximin.Find(problem));

    private sealed class Stopping(CancellationTokenSource source) : IProgress<DrawProgress>
    {
        public void Report(DrawProgress value) => source.Cancel();
    }
}
