namespace Wijkfonds.Browser.Tests.Journeys;

[Collection(nameof(Shared.Journeys))]
public sealed class ContributeTests(Chromium chromium)
{
    [Fact]
    public async Task The_treasurer_enters_an_organisation_and_its_money_a_second_member_confirms_and_the_pot_rises()
    {
        await using var site = new RunningSite();
        var n = await Neighbourhood.On(site.Site);
        await using var treasurer = await Screen.Open(chromium, site, n.Treasurer);
        await using var member = await Screen.Open(chromium, site, n.Member);
        await using var neighbour = await Screen.Open(chromium, site, width: 390);

        await treasurer.Go(n.At("/bijdragers/nieuw"));
        await treasurer.Fill("Naam van de organisatie", "Woonstichting Thuis");
        await treasurer.Page.GetByLabel("Soort organisatie").SelectOptionAsync("HousingCorporation");
        await treasurer.Fill("Bedrag in 2027, in euro", "50.000");
        await treasurer.Fill("E-mailadres van wie het overzicht mag zien", n.ContributorRepresentative.Email!);
        await treasurer.IsGood("organisatie-invoeren");
        await treasurer.Press("Organisatie invoeren");
        await treasurer.Sees("Woonstichting Thuis is ingevoerd. Een tweede lid moet nog akkoord gaan.");

        await Agree(member, n);

        await treasurer.Go(n.At("/stortingen"));
        await treasurer.Page.GetByLabel("Organisatie", new() { Exact = true }).SelectOptionAsync("1");
        await treasurer.Fill("Datum op het afschrift", "2027-01-04");
        await treasurer.Fill("Bedrag", "50.000");
        await treasurer.Fill("Omschrijving op het afschrift", "Wijkfonds 2027");
        await treasurer.IsGood("storting-invoeren");
        await treasurer.Press("Storting invoeren");
        await treasurer.Sees("Storting van € 50.000 ingevoerd.");

        await neighbour.Go(n.At("/geld"));
        Assert.DoesNotContain("50.000", await neighbour.Text(), StringComparison.Ordinal);
        await Agree(member, n);
        await neighbour.Go(n.At("/geld"));
        await neighbour.Sees("€ 50.000");
        await neighbour.IsGood("geld");

        await using var giver = await Screen.Open(chromium, site, n.ContributorRepresentative);
        await giver.Go(n.At("/bijdragers/1/overzicht"));
        await giver.Sees("€ 50.000");
        await giver.IsGood("overzicht");
        await neighbour.Go(n.At("/bijdragers/1/overzicht"));
        Assert.DoesNotContain("50.000", await neighbour.Text(), StringComparison.Ordinal);
    }

    /// <summary>The second member opens the desk, looks at what waits, and agrees.</summary>
    internal static async Task Agree(Screen member, Neighbourhood n)
    {
        await member.Go(n.At("/bureau"));
        await member.IsGood("bureau");
        await member.Follow("Bekijk en beslis");
        await member.IsGood("besluit");
        await member.Press("Akkoord");
        await member.Sees("Besloten:");
    }
}
