using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements.Complexes;

namespace Wijkfonds.Web.Tests.Statements;

public sealed class DealingTests
{
    [Fact]
    public void Twelve_and_six_addresses_share_every_cent_two_to_one_and_the_first_cent_is_of_the_larger()
    {
        Assert.Equal([0, 0], Values(Dealing.Of(Cents.Zero, [6, 12])));
        Assert.Equal([0, 1], Values(Dealing.Of(new(1), [6, 12])));
        Assert.Equal([33_33, 66_67], Values(Dealing.Of(new(100_00), [6, 12])));
        // Ties go to the earlier one.
        Assert.Equal([1, 0], Values(Dealing.Of(new(1), [3, 3])));
    }

    [Fact]
    public void Whatever_is_dealt_adds_up_stays_near_its_weight_and_a_later_cent_takes_none_away()
    {
        var deals = from weights in Gen.Choose(1, 40).Select(w => (long)w).NonEmptyListOf() from amount in Gen.Choose(0, 3_000) select (weights, amount);
        Prop.ForAll(Arb.From(deals), deal =>
        {
            var (weights, amount) = (deal.weights.ToList(), deal.amount);
            var (now, next) = (Values(Dealing.Of(new(amount), weights)), Values(Dealing.Of(new(amount + 1), weights)));
            return now.Sum() == amount && next.Sum() == amount + 1
                && now.Zip(next).All(p => p.First <= p.Second)
                && now.Zip(weights).All(p => Math.Abs(p.First - (double)amount * p.Second / weights.Sum()) < weights.Count);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Two_years_by_complex_add_up_to_both_years_by_complex() => Prop.ForAll(Arb.From(
        from weights in Gen.Choose(1, 30).Select(w => (long)w).NonEmptyListOf() from a in Gen.Choose(0, 9_999) from b in Gen.Choose(0, 9_999) from c in Gen.Choose(0, 9_999) select (weights, a, b, c)), years =>
    {
        var (weights, first, second, third) = (years.weights.ToList(), new Cents(years.a), new Cents(years.a + years.b), new Cents(years.a + years.b + years.c));
        var (one, two, both) = (Dealing.Between(first, second, weights), Dealing.Between(second, third, weights), Dealing.Between(first, third, weights));
        return one.Zip(two, (x, y) => x + y).SequenceEqual(both);
    }).QuickCheckThrowOnFailure();

    private static List<long> Values(IReadOnlyList<Cents> cents) => [.. cents.Select(c => c.Value)];
}
