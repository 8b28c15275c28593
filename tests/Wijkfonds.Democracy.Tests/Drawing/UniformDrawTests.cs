using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Democracy.Drawing;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Drawing;

public class UniformDrawTests
{
    private static DrawKey Key(int seed) => DrawKey.From(new byte[32], BitConverter.GetBytes(seed));

    private static DrawAnnouncement Announcement(int people, int seats = 3, int reserve = 2) =>
        new("panel-1", seats, reserve, "Staatsloterij van 10 december", Enumerable.Range(1, people).Select(i => $"k{i}"));

    [Fact]
    public void The_same_seed_gives_the_same_draw_in_whatever_order_the_labels_come() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(0, 30)).ToArbitrary(), (input) =>
        {
            var labels = Enumerable.Range(0, input.Item2).Select(i => $"r{i}").ToArray();
            return UniformDraw.Order(Key(input.Item1), labels).SequenceEqual(UniformDraw.Order(Key(input.Item1), labels.Reverse()));
        }));

    [Fact]
    public void Who_falls_out_changes_no_one_elses_order()
    {
        var all = UniformDraw.Order(Key(7), ["a", "b", "c", "d", "e"]).Select(d => d.Label).ToArray();
        Assert.Equal(all.Where(l => l != "c"), UniformDraw.Order(Key(7), ["a", "b", "d", "e"]).Select(d => d.Label));
    }

    [Fact]
    public void Over_many_seeds_everyone_is_drawn_equally_often()
    {
        // 10,000 draws of 3 from 10: 3,000 expected each, standard deviation 45.8; five of them is one failure in 1.7 million.
        var drawn = Enumerable.Range(0, 10_000).SelectMany(seed => UniformDraw.Draw(Announcement(10), Key(seed)).Drawn).CountBy(d => d.Label).ToArray();
        Assert.Equal(10, drawn.Length);
        Assert.All(drawn, count => Assert.InRange(count.Value, 3000 - 229, 3000 + 229));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(1000)]
    public void Numbers_below_a_limit_are_equally_likely(int limit)
    {
        var counts = Enumerable.Range(0, 6000).Select(i => Key(1).Below((ulong)limit, $"number/{i}")).CountBy(n => n).ToArray();
        var expected = 6000.0 / limit;
        Assert.All(counts, c => Assert.InRange(c.Value, expected - 6 * Math.Sqrt(expected), expected + 6 * Math.Sqrt(expected)));
        Assert.True(counts.Max(c => c.Key) < (ulong)limit);
    }

    [Fact]
    public void A_word_in_the_unfair_top_is_passed_over()
    {
        // With this limit every second word is at or above the largest multiple.
        var limit = (1UL << 63) + 1;
        Assert.All(Enumerable.Range(0, 50), i => Assert.True(Key(i).Below(limit, "x") < limit));
        Assert.Contains(Enumerable.Range(0, 50), i => System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(Key(i).Position("x")) >= limit);
    }

    [Fact]
    public void A_small_pool_is_drawn_whole_and_nobody_stands_in_both_lists()
    {
        var result = UniformDraw.Draw(Announcement(4), Key(3));
        Assert.Equal([1, 2, 3], result.Drawn.Select(d => d.Place));
        Assert.Equal([4], result.Reserve.Select(d => d.Place));
    }

    [Fact]
    public void The_source_text_is_the_same_for_everyone_who_types_it() =>
        Assert.Equal(SourceText.Canonical("Trekking: 3 14 15"), SourceText.Canonical("  Trekking:\t3\r\n14 15 \n"));

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("a\u0007b")]
    public void A_source_that_says_nothing_is_refused(string text) => Assert.Throws<TextError>(() => SourceText.Canonical(text));

    [Fact]
    public void The_announcement_reads_back_and_its_hash_does_not_depend_on_the_order_of_entry()
    {
        var text = Announcement(12).Write();
        Assert.StartsWith("wijkfonds-draw 1\ndraw panel-1\nseats 3\nreserve 2\nsource Staatsloterij van 10 december\nentries 12\nentry k1\nentry k10\n", text, StringComparison.Ordinal);
        Assert.Equal(text, DrawAnnouncement.Read(text).Write());
        Assert.Equal(Announcement(12).Hash(), new DrawAnnouncement("panel-1", 3, 2, "Staatsloterij van 10 december", Announcement(12).Labels.Reverse()).Hash());
    }

    [Fact]
    public void The_tie_lot_is_an_order_of_all_plans() =>
        Assert.Equal(["1", "12", "2"], TieLot.Order(Key(5), ["2", "12", "1"]).Order(StringComparer.Ordinal));
}
