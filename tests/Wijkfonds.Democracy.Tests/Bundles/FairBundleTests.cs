using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Drawing;
using Wijkfonds.Democracy.Sortition;
using Wijkfonds.Democracy.Tests.Sortition;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Bundles;

public class FairBundleTests
{
    internal static readonly FairAnnouncement Announced =
        new("panel-1", "Staatsloterij van 10 december", Pools.Street(), Pools.Lottery(1000), reserve: 3, salt: "geheim");

    internal static readonly FairBundle Sound = FairBundle.Of(Announced, " 12 4  33", new(Pools.Street().People, "geheim"));

    [Fact]
    public void A_sound_bundle_reads_back_the_same_and_every_claim_holds()
    {
        var text = Sound.Write();
        Assert.Equal(text, FairBundle.Read(text).Write());
        Assert.Equal(Announced.Write(), FairAnnouncement.Read(Announced.Write()).Write());
        Assert.All(FairBundle.Read(text).Check(), f => Assert.True(f.Holds, $"{f.Claim}: {f.Difference}"));
        Assert.Contains("feature 2 buurt\nvalue 0 2 noord\nvalue 0 1 zuid ten westen\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_drawn_are_a_panel_and_the_reserve_are_others_in_the_order_of_their_positions()
    {
        Assert.Contains(Announced.Panels, p => p.Panel.Members.Select(m => Announced.Labels[m]).SequenceEqual(Sound.Result.Drawn));
        Assert.Empty(Sound.Result.Drawn.Intersect(Sound.Result.Reserve.Select(r => r.Label)));
        Assert.Equal([1, 2, 3], Sound.Result.Reserve.Select(r => r.Place));
        Assert.Equal(Sound.Result.Reserve.OrderBy(r => r.Position, StringComparer.Ordinal), Sound.Result.Reserve);
        Assert.All(Sound.Result.Reserve, r => Assert.Equal(r.Position, Convert.ToHexStringLower(DrawKey.FromHex(Sound.Key).Position(r.Label))));
    }

    [Fact]
    public void Without_the_pool_nothing_is_said_about_quotas()
    {
        var claims = FairBundle.Read((Sound with { Pool = null }).Write()).Check();
        Assert.All(claims, f => Assert.True(f.Holds));
        Assert.DoesNotContain(claims, f => f.Claim is Claim.FairPool or Claim.FairQuotas);
    }

    [Fact]
    public void A_number_that_was_drawn_in_the_room_is_followed()
    {
        var bundle = FairBundle.Read(FairBundle.Of(Announced, "12", number: (0, "ballenbak in het buurthuis")).Write());
        Assert.All(bundle.Check(), f => Assert.True(f.Holds, $"{f.Claim}: {f.Difference}"));
        Assert.Equal((0, "ballenbak in het buurthuis"), (bundle.Result.Number, bundle.Spoken));
        Assert.Equal(Announced.Panels[0].Panel.Members.Select(m => Announced.Labels[m]), bundle.Result.Drawn);
        Assert.Equal(Claim.FairSpoken, Assert.Single((bundle with { Result = bundle.Result with { Number = 1000 } }).Check(), f => !f.Holds).Claim);
    }

    [Theory]
    [InlineData("size 2", "size 1", Claim.FairAnnouncement)]
    [InlineData("size 2", "size 1", Claim.FairQuotas)]
    [InlineData("value 1 1 man", "value 0 0 man", Claim.FairQuotas)]
    [InlineData("person eva - 1 2", "person eva - 1 1", Claim.FairPool)]
    [InlineData("person eva\n", "person ewa\n", Claim.FairPool)]
    [InlineData("panel 90909090909 1 6", "panel 90909090908 1 6", Claim.FairWeights)]
    [InlineData("source-text 12 4 33", "source-text 12 4 34", Claim.DrawKey)]
    [InlineData("reserve 1 ", "reserve 2 ", Claim.FairReserve)]
    public void A_changed_line_is_found(string was, string becomes, Claim claim)
    {
        var text = Sound.Write();
        Assert.Contains(was, text, StringComparison.Ordinal);
        Assert.Contains(FairBundle.Read(text.Replace(was, becomes, StringComparison.Ordinal)).Check(), f => f.Claim == claim && !f.Holds);
    }

    [Fact]
    public void Another_rounding_number_or_panel_is_found()
    {
        Assert.Equal([Claim.FairRounding], Broken(Sound.Result with { Copies = [.. Sound.Result.Copies.Reverse()] }));
        Assert.Contains(Claim.FairNumber, Broken(Sound.Result with { Number = (Sound.Result.Number + 1) % 1000 }));
        Assert.Equal([Claim.FairPanel], Broken(Sound.Result with { Drawn = [.. Sound.Result.Drawn.Reverse()] }));
        Assert.Equal([Claim.FairPanel], Broken(Sound.Result with { Drawn = [Sound.Result.Drawn[0], Sound.Result.Reserve[0].Label] }));
        Assert.Equal([Claim.FairReserve], Broken(Sound.Result with { Reserve = [] }));

        static IEnumerable<Claim> Broken(FairResult result) =>
            FairBundle.Read((Sound with { Result = result }).Write()).Check().Where(f => !f.Holds).Select(f => f.Claim);
    }

    [Fact]
    public void A_lottery_outside_the_quotas_cannot_be_announced() => Assert.Throws<ArgumentException>(() =>
        new FairAnnouncement("panel-1", "bron", Pools.Street(onePerHousehold: true), Pools.Lottery(), 3));

    [Theory]
    [InlineData("wijkfonds-fair-draw-bundle 1", "wijkfonds-fair-draw-bundle 2")]
    [InlineData("rule leximin", "rule uniform")]
    [InlineData("households free", "households two")]
    [InlineData("features 2", "features 3")]
    [InlineData("person ben\n", "person anna\n")]
    [InlineData("person ben\n", "person number\n")]
    [InlineData("value 1 1 man", "value 2 1 man")]
    [InlineData("value 1 1 man", "value 1 1")]
    [InlineData("person anna 1 1 1", "person anna 2 1 1")]
    [InlineData("person anna 1 1 1", "person anna 1 1 3")]
    [InlineData("person anna 1 1 1", "person anna 1 1")]
    [InlineData("\n\nwijkfonds-pool", "\nwijkfonds-pool")]
    public void A_text_outside_the_format_is_refused(string was, string becomes)
    {
        Assert.Contains(was, Sound.Write(), StringComparison.Ordinal);
        Assert.Throws<TextError>(() => FairBundle.Read(Sound.Write().Replace(was, becomes, StringComparison.Ordinal)));
    }
}
