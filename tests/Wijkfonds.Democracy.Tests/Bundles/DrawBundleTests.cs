using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Drawing;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Bundles;

public class DrawBundleTests
{
    private static readonly DrawBundle Sound = DrawBundle.Of(
        new("panel-1", 2, 2, "Staatsloterij van 10 december", ["a1", "b2", "c3", "d4", "e5"]), "12 4  33");

    [Fact]
    public void A_sound_bundle_reads_back_the_same_and_every_claim_holds()
    {
        var text = Sound.Write();
        Assert.Equal(text, DrawBundle.Read(text).Write());
        Assert.All(DrawBundle.Read(text).Check(), f => Assert.True(f.Holds, $"{f.Difference}"));
    }

    [Theory]
    [InlineData("seats 2", "seats 1", Claim.DrawPoolHash)]
    [InlineData("entry c3\n", "entry c4\n", Claim.DrawPoolHash)]
    [InlineData("source-text 12 4 33", "source-text 12 4 34", Claim.DrawKey)]
    [InlineData("drawn 2 ", "drawn 3 ", Claim.DrawOutcome)]
    public void A_changed_line_is_found(string was, string becomes, Claim claim) => Assert.Contains(
        DrawBundle.Read(Sound.Write().Replace(was, becomes, StringComparison.Ordinal)).Check(), f => f.Claim == claim && !f.Holds);

    [Fact]
    public void Two_drawn_people_who_changed_places_are_found()
    {
        var swapped = Sound with { Result = new([Sound.Result.Drawn[1], Sound.Result.Drawn[0]], Sound.Result.Reserve) };
        Assert.Equal(Claim.DrawOutcome, Assert.Single(DrawBundle.Read(swapped.Write()).Check(), f => !f.Holds).Claim);
    }

    [Theory]
    [InlineData("wijkfonds-draw-bundle 1", "wijkfonds-draw-bundle 2")]
    [InlineData("source-text 12 4 33", "source-text 12 4  33")]
    [InlineData("draw panel-1", "draw -")]
    [InlineData("entry b2\n", "")]
    [InlineData("entry b2\n", "entry c3\n")]
    [InlineData("\n\n", "\n")]
    public void A_text_outside_the_format_is_refused(string was, string becomes) =>
        Assert.Throws<TextError>(() => DrawBundle.Read(Sound.Write().Replace(was, becomes, StringComparison.Ordinal)));
}
