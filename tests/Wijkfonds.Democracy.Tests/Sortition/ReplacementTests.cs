using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Democracy.Sortition;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Sortition;

public class ReplacementTests
{
    // anna 0, ben 1, cor 2 (zuid), dia 3, eva 4 (zuid), fer 5

    [Fact]
    public void The_first_in_order_who_keeps_every_quota_takes_the_seat()
    {
        var replacement = Replacements.For(Pools.Street(), [0, 1], leaver: 1, inOrder: [4, 3, 5, 2])!;
        Assert.Equal(5, replacement.Person);
        Assert.Empty(replacement.Violations);
    }

    [Fact]
    public void Where_one_per_household_may_sit_a_housemate_is_passed_over()
    {
        Assert.Equal(1, Replacements.For(Pools.Street(), [0, 5], leaver: 5, inOrder: [1, 2])!.Person);
        Assert.Equal(2, Replacements.For(Pools.Street(onePerHousehold: true), [0, 5], leaver: 5, inOrder: [1, 2])!.Person);
        Assert.Equal(1, Replacements.For(Pools.Street(onePerHousehold: true), [0, 5], leaver: 0, inOrder: [1])!.Person);
        Assert.Null(Replacements.For(Pools.Street(onePerHousehold: true), [0, 5], leaver: 5, inOrder: [1]));
    }

    [Fact]
    public void Where_nobody_keeps_every_quota_the_least_violation_is_taken_and_stated()
    {
        // Cor stays. Dia would leave nothing to wish for, but said no; eva makes two of zuid, ben two men and no woman.
        var replacement = Replacements.For(Pools.Street(), [2, 3], leaver: 3, inOrder: [1, 4])!;
        Assert.Equal(4, replacement.Person);
        var violation = Assert.Single(replacement.Violations);
        Assert.Equal(("buurt", "zuid ten westen", 2), (violation.Feature, violation.Quota.Name, violation.Count));
        Assert.Equal(new Fraction(1, 1), violation.Weight);
        Assert.Equal([new(3, 1), new(1, 1)], Replacements.For(Pools.Street(), [2, 3], leaver: 3, inOrder: [1])!.Violations.Select(v => v.Weight));
    }

    [Fact]
    public void Nobody_left_to_ask_is_said_by_nobody() => Assert.Null(Replacements.For(Pools.Street(), [0, 1], leaver: 0, inOrder: [1]));

    [Fact]
    public void Every_household_is_equally_likely_and_then_everyone_in_it()
    {
        var people = Pools.Street().People;
        Assert.Equal([new(1, 4), new(1, 4), new(1, 4), new(1, 4), new(1, 2), new(1, 2)], HouseholdOrder.Chances(people, 2));
        var drawn = new int[people.Count];
        for (var seed = 0; seed < 10_000; seed++)
        {
            var order = HouseholdOrder.Of(DrawKey.From(new byte[32], BitConverter.GetBytes(seed)), people);
            Assert.Equal(Enumerable.Range(0, 6), order.Order());
            Assert.Equal(4, order.Take(4).Select(p => people[p].Household ?? people[p].Label).Distinct().Count());
            foreach (var person in order.Take(2)) drawn[person]++;
        }
        // Five standard deviations: 217 around 2,500, 250 around 5,000.
        Assert.All(drawn[..4], times => Assert.InRange(times, 2500 - 217, 2500 + 217));
        Assert.All(drawn[4..], times => Assert.InRange(times, 5000 - 250, 5000 + 250));
    }
}
