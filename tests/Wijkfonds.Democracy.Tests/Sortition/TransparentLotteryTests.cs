using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Democracy.Sortition;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Sortition;

public class TransparentLotteryTests
{
    private static DrawKey Key(int seed) => DrawKey.From(new byte[32], BitConverter.GetBytes(seed));

    [Fact]
    public void Weights_are_whole_numbers_that_add_up_and_the_largest_remainders_are_rounded_up()
    {
        var thirds = TransparentLottery.Of([new(new([2]), new(1, 3)), new(new([0]), new(1, 3)), new(new([1]), new(1, 3))], numbers: 1);
        Assert.Equal([333_333_334, 333_333_333, 333_333_333], thirds.Panels.Select(p => p.Weight));
        Assert.Equal([0, 1, 2], thirds.Panels.Select(p => p.Panel.Members.Single()));
        Assert.Equal(10 * TransparentLottery.Unit, Pools.Lottery().Panels.Sum(p => p.Weight));
        Assert.Throws<ArgumentException>(() => TransparentLottery.Of([new(new([0]), new(1, 3))]));
    }

    [Fact]
    public void Every_number_belongs_to_one_panel_and_no_panel_is_off_by_a_whole_number() => Check.QuickThrowOnFailure(Prop.ForAll(
        Lotteries.Zip(Gen.Choose(0, int.MaxValue)).ToArbitrary(), input =>
        {
            var (lottery, seed) = input;
            var numbered = lottery.Round(Key(seed));
            return numbered.Copies.Sum() == lottery.Numbers
                && lottery.Panels.Zip(numbered.Copies).All(p => p.Second == p.First.Weight / TransparentLottery.Unit
                    || (p.Second == p.First.Weight / TransparentLottery.Unit + 1 && p.First.Weight % TransparentLottery.Unit > 0))
                && Enumerable.Range(0, lottery.Numbers).CountBy(numbered.At).All(p => numbered.Copies[p.Key] == p.Value);
        }));

    [Fact]
    public void Rounding_keeps_the_expectation_of_every_panel_exactly() => Check.QuickThrowOnFailure(Prop.ForAll(Lotteries.ToArbitrary(), lottery =>
    {
        // Every way the chances can fall is walked, with its exact probability.
        var expected = new Fraction[lottery.Panels.Count];
        var ways = new Stack<bool[]>([[]]);
        while (ways.TryPop(out var way))
        {
            var (chance, asked) = (new Fraction(1, 1), 0);
            var copies = lottery.Copies((round, up, down) =>
            {
                Assert.Equal(++asked, round);
                var rises = asked > way.Length || way[asked - 1];
                chance = new(chance.Numerator * (rises ? down : up), chance.Denominator * (up + down));
                return rises;
            });
            if (asked > way.Length)
            {
                ways.Push([.. way, true]);
                ways.Push([.. way, false]);
            }
            else for (var i = 0; i < expected.Length; i++) expected[i] += new Fraction(chance.Numerator * copies[i], chance.Denominator);
        }
        return lottery.Panels.Select(p => new Fraction(p.Weight, TransparentLottery.Unit)).SequenceEqual(expected);
    }));

    [Fact]
    public void The_same_key_gives_the_same_numbers() => Assert.Equal(Pools.Lottery().Round(Key(5)).Copies, Pools.Lottery().Round(Key(5)).Copies);

    [Fact]
    public void Over_many_seeds_every_panel_and_every_person_is_drawn_as_often_as_was_announced()
    {
        const int Seeds = 10_000;
        var lottery = Pools.Lottery();
        var panels = new int[lottery.Panels.Count];
        for (var seed = 0; seed < Seeds; seed++)
        {
            var numbered = lottery.Round(Key(seed));
            panels[numbered.At(numbered.Number(Key(seed)))]++;
        }
        for (var i = 0; i < panels.Length; i++) Within(panels[i], (double)lottery.Panels[i].Weight / (10 * TransparentLottery.Unit));
        for (var person = 0; person < 6; person++)
        {
            var with = Enumerable.Range(0, panels.Length).Where(i => lottery.Panels[i].Panel.Contains(person)).ToArray();
            Within(with.Sum(i => panels[i]), with.Sum(i => (double)lottery.Panels[i].Weight) / (10 * TransparentLottery.Unit));
        }

        // Five standard deviations: one failure in 1.7 million, and the seeds are fixed.
        static void Within(int times, double chance) =>
            Assert.InRange(times, Seeds * chance - 5 * Math.Sqrt(Seeds * chance * (1 - chance)) - 1, Seeds * chance + 5 * Math.Sqrt(Seeds * chance * (1 - chance)) + 1);
    }

    private static readonly Gen<TransparentLottery> Lotteries =
        from panels in Gen.Choose(1, 7)
        from parts in Gen.Choose(1, 1_000_000).ListOf(panels)
        from numbers in Gen.Choose(1, 12)
        select TransparentLottery.Of(parts.Select((part, i) => new WeightedPanel(new([i]), new(part, parts.Sum()))), numbers);
}
