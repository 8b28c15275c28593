using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Browser.Tests.Journeys;

[Collection(nameof(Shared.Journeys))]
public sealed class PayTests(Chromium chromium)
{
    [Fact]
    public async Task The_treasurer_prepares_a_payment_another_member_releases_it_and_everybody_sees_it_at_once()
    {
        await using var site = new RunningSite();
        var n = await Neighbourhood.On(site.Site);
        await n.WithMoney(60_000);
        var round = await n.WithRound(Phase.CarryingOut);
        await n.WithAward(await n.WithPlan(round, "Regentonnen", 3_000), 3_000);
        await using var treasurer = await Screen.Open(chromium, site, n.Treasurer);
        await treasurer.Go(n.At("/geld/betalingen"));
        await treasurer.Page.GetByLabel("Voor welk plan").SelectOptionAsync("1");
        await treasurer.Fill("Bedrag", "1.250");
        await treasurer.Fill("Naam van de ontvanger", "Kweker Kees");
        await treasurer.Fill("Rekeningnummer (IBAN)", "NL91 ABNA 0417 1643 01");
        await treasurer.Fill("Waarvoor", "Eerste deel, voor de tonnen");
        await treasurer.Page.GetByText("Een bedrijf of organisatie").ClickAsync();
        await treasurer.Press("Betaling klaarzetten");
        // A slip in the account number is seen, and nothing typed is lost.
        await Assertions.Expect(treasurer.Page.Locator(".refusal")).ToBeVisibleAsync();
        Assert.Equal("Kweker Kees", await treasurer.Page.GetByLabel("Naam van de ontvanger").InputValueAsync());
        await treasurer.IsGood("betaling-verkeerd-nummer");
        await treasurer.Fill("Rekeningnummer (IBAN)", "NL91 ABNA 0417 1643 00");
        await treasurer.Press("Betaling klaarzetten");
        await treasurer.Sees("Een ander lid moet hem vrijgeven.");

        await using var member = await Screen.Open(chromium, site, n.Member, 390);
        await member.Go(n.At("/geld/betalingen/1"));
        await member.IsGood("betaling-vrijgeven");
        await member.Press("Betaling vrijgeven");
        await member.Sees("is vrijgegeven en staat in het grootboek.");

        await using var neighbour = await Screen.Open(chromium, site, width: 390);
        await neighbour.Go(n.At("/geld"));
        await neighbour.Sees("€ 1.250");
        Assert.DoesNotContain("Kweker Kees", await neighbour.Text(), StringComparison.Ordinal);
        await using var giver = await Screen.Open(chromium, site, n.ContributorRepresentative);
        await giver.Go(n.At("/"));
        await giver.Follow("Ons overzicht");
        await giver.Sees("Uitbetaald");
        await giver.Sees("€ 937,50");
        await giver.IsGood("overzicht-na-betaling");
    }
}
