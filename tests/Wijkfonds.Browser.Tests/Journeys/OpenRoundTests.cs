namespace Wijkfonds.Browser.Tests.Journeys;

[Collection(nameof(Shared.Journeys))]
public sealed class OpenRoundTests(Chromium chromium)
{
    [Fact]
    public async Task A_member_makes_a_round_that_the_pot_can_bear_and_its_rules_are_public_before_plans_can_be_sent()
    {
        await using var site = new RunningSite();
        var n = await Neighbourhood.On(site.Site);
        await n.WithMoney(60_000);
        await using var member = await Screen.Open(chromium, site, n.Member);
        await using var second = await Screen.Open(chromium, site, n.SecondMember);

        await member.Go(n.At("/rondes/nieuw"));
        await member.Sees("In de pot zit nu € 60.000 vrij.");
        await member.Fill("Hoe heet de ronde?", "Voorjaar 2027");
        await member.Fill("Naam van onderdeel 1", "Groen");
        await member.Page.GetByLabel("Budget").First.FillAsync("80.000");
        await member.Fill("Thema’s", "Straat\nPark");
        await member.Fill("Minstens", "500");
        await member.Fill("Hoogstens", "20.000");
        await member.Fill("Insturen begint", "2027-02-01T09:00");
        await member.Fill("Insturen sluit", "2027-02-28T20:00");
        await member.Fill("Stemmen begint", "2027-03-20T09:00");
        await member.Fill("Stemmen sluit", "2027-04-03T20:00");
        await member.Page.GetByText("Het budget verdelen").ClickAsync();
        await member.IsGood("ronde-maken");
        await member.Press("Ontwerp bewaren");
        // More than the pot holds is refused with the figures, and what was typed stays.
        await Assertions.Expect(member.Page.Locator(".refusal")).ToContainTextAsync("80.000");
        Assert.Equal("Voorjaar 2027", await member.Page.GetByLabel("Hoe heet de ronde?").InputValueAsync());
        await member.IsGood("ronde-te-duur");

        await member.Page.GetByLabel("Budget").First.FillAsync("45.000");
        await member.Press("Ontwerp bewaren");
        await member.Sees("Het ontwerp van Voorjaar 2027 is bewaard.");
        await member.Press("Voorleggen aan een tweede lid");
        await member.Sees("Voorgelegd. Een tweede lid beslist.");

        await using var neighbour = await Screen.Open(chromium, site, width: 390);
        Assert.Equal(404, (await neighbour.Page.GotoAsync(n.At("/rondes/1/regels")))!.Status);
        await ContributeTests.Agree(second, n);
        await neighbour.Go(n.At("/rondes/1/regels"));
        await neighbour.Sees("De regels van Voorjaar 2027");
        await neighbour.IsGood("regels");
        await neighbour.Go(n.At("/rondes/1"));
        await neighbour.Sees("Insturen begint op");
        await neighbour.IsGood("ronde-aangekondigd");
        await neighbour.Go(n.At("/geld"));
        await neighbour.Sees("€ 45.000");
    }
}
