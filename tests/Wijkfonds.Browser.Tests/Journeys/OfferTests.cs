namespace Wijkfonds.Browser.Tests.Journeys;

/// <summary>What an organisation gives in kind, brought to the desk on paper, until a team confirms that it came.</summary>
[Collection(nameof(Shared.Journeys))]
public sealed class OfferTests(Chromium chromium)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task An_offer_on_paper_reaches_a_team_and_the_team_says_that_it_came(int width, bool script)
    {
        await using var site = new RunningSite();
        var n = await (await Neighbourhood.On(site.Site)).WithMoney(60_000);
        await n.WithPlan(await n.WithRound(Wijkfonds.Web.Rounds.Phase.CarryingOut), "Regentonnen", 300);
        await using var bea = await Screen.Open(chromium, site, n.DeskHelper, width, script);
        await using var tineke = await Screen.Open(chromium, site, n.Treasurer, width, script);
        await using var mo = await Screen.Open(chromium, site, n.Member, width, script);
        await using var rosa = await Screen.Open(chromium, site, n.Resident, width, script);

        await bea.Go(n.At("/balie/verslagen"));
        await bea.Follow("Aanbod in natura op papier");
        await bea.IsGood("balie-in-natura");
        await bea.Page.GetByLabel("Welke organisatie?").SelectOptionAsync(new SelectOptionValue { Label = "Woonstichting De Brug" });
        await bea.Page.Locator("input[name=Kind][value=Room]").CheckAsync();
        foreach (var (id, typed) in new[] { ("What", "Zaal aan het plein"), ("Quantity", "12"), ("Value", "600"), ("Valuation", "Onze huurprijs is 50 euro per dagdeel."), ("From", "2027-01-04"), ("Until", "2027-06-30"), ("paper", "Map 2") })
            await bea.Page.Locator("#" + id).FillAsync(typed);
        // A room is not counted in pieces: what is wrong is said, and nothing typed is lost.
        await bea.Page.Locator("#Unit").SelectOptionAsync("Pieces");
        await bea.Press("Aanbod doorgeven");
        await Assertions.Expect(bea.Page.Locator(".refusal")).ToBeVisibleAsync();
        Assert.Equal("Map 2", await bea.Page.Locator("#paper").InputValueAsync());
        await bea.IsGood("balie-in-natura-fout");
        await bea.Page.Locator("#Unit").SelectOptionAsync("DayParts");
        await bea.Press("Aanbod doorgeven");
        await bea.Sees("Wacht op de penningmeester");
        await bea.IsGood("balie-in-natura-wacht");

        await tineke.Go(n.At("/bureau"));
        await tineke.Page.GetByRole(AriaRole.Link, new() { Name = "Aanbod op papier nalezen en voorleggen" }).ClickAsync();
        await tineke.IsGood("aanbod-op-papier");
        await tineke.Press("Aan tweede lid voorleggen");
        await tineke.Sees("Ingevoerd. Een tweede lid moet nog akkoord gaan.");
        await mo.Go(n.At("/bureau"));
        await mo.Page.GetByRole(AriaRole.Link, new() { Name = "Aanbod in natura bevestigen" }).ClickAsync();
        await mo.Press("Akkoord");
        await mo.Sees("Besloten: ");

        await rosa.Go(n.At("/mijn/in-natura"));
        await rosa.Page.Locator("summary").First.ClickAsync();
        await rosa.Page.Locator("input[name=quantity]").First.FillAsync("4");
        await rosa.Press("Aannemen");
        await rosa.Sees("Aangenomen. De gever krijgt mail.");
        await rosa.IsGood("in-natura-aangenomen");
        await rosa.Go(n.At("/geld/in-natura"));
        await rosa.Sees("8 dagdelen");
        await rosa.IsGood("in-natura");
    }
}
