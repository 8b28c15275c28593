namespace Wijkfonds.Browser.Tests.Journeys;

[Collection(nameof(Journeys))]
public sealed class OpenARoundTests(Chromium chromium)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public async Task A_member_makes_a_round_a_second_agrees_and_everybody_reads_the_rules(int width, bool script)
    {
        await using var site = new RunningSite();
        var n = await (await Neighbourhood.On(site.Site)).WithMoney(200_000);
        await using var member = await Screen.Open(chromium, site, n.Member, width, script);
        await member.Go(n.At("/bureau"));
        await Check(member, "desk-empty");
        await member.Go(n.At("/rondes/nieuw"));
        await Check(member, "round-new");
        // Again: the accessibility check leaves empty style attributes behind, which a swap would copy against the CSP.
        await member.Go(n.At("/rondes/nieuw"));
        await member.Fill("Hoe heet de ronde?", "Voorjaar 2027");
        await member.Fill("Naam van onderdeel 1", "Groen");
        await member.Page.Locator("#Form_Sections_0__Budget").FillAsync("30.000");
        await member.Press("Nog een onderdeel");
        await member.Fill("Naam van onderdeel 2", "Jeugd");
        Assert.Equal("30.000", await member.Page.Locator("#Form_Sections_0__Budget").InputValueAsync());
        await member.Page.Locator("#Form_Sections_1__Budget").FillAsync("300.000");
        await member.Press("Ontwerp bewaren");
        await member.Sees("gevraagd € 330.000, vrij € 200.000");
        await Check(member, "round-refused");
        await member.Page.Locator("#Form_Sections_1__Budget").FillAsync("20.000");
        await member.Press("Ontwerp bewaren");
        await member.Sees("Het ontwerp van Voorjaar 2027 is bewaard.");
        await Check(member, "round-draft");
        await member.Press("Voorleggen aan een tweede lid");
        await member.Sees("Mo Yildiz legde het voor");
        await Check(member, "round-proposed");

        await using var second = await Screen.Open(chromium, site, n.SecondMember, width, script);
        await second.Go(n.At("/bureau"));
        await Check(second, "desk");
        await second.Follow("Bekijk en beslis");
        await Check(second, "decision");
        await second.Press("Akkoord");
        await second.Sees("Besloten: Regels en geld van Voorjaar 2027.");

        await using var neighbour = await Screen.Open(chromium, site, width: width, script: script);
        await neighbour.Go(n.At("/rondes/1"));
        await Check(neighbour, "round");
        await neighbour.Follow("Lees de regels");
        await neighbour.Sees("€ 50.000");
        await Check(neighbour, "rules");
        foreach (var (path, name) in new[] { ("/rondes", "rounds"), ("/besluiten", "decisions"), ("/wie-beslist", "who-decides") })
        {
            await neighbour.Go(n.At(path));
            await Check(neighbour, name);
        }
        foreach (var (path, name) in new[] { ("/bureau/belangen", "interests"), ("/bureau/zetels", "seats"), ("/rondes/1/verzetten", "move"), ("/rondes/1/stoppen", "cancel"), ("/rondes/1", "round-member") })
        {
            await member.Go(n.At(path));
            await Check(member, name);
        }

        // The accessibility check is itself a script.
        Task Check(Screen screen, string name) => script ? screen.IsGood(name) : Task.CompletedTask;
    }

    [Fact]
    public async Task The_desk_is_walked_with_the_keyboard()
    {
        await using var site = new RunningSite();
        var n = await (await Neighbourhood.On(site.Site)).WithMoney(200_000);
        await n.WithRound(Wijkfonds.Web.Rounds.Phase.Draft);
        await n.WithRound(Wijkfonds.Web.Rounds.Phase.Draft);
        await using var member = await Screen.Open(chromium, site, n.Member);
        await member.Go(n.At("/bureau"));
        await member.Page.Keyboard.PressAsync("j");
        await member.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(At("/rondes/2")).ToBeFocusedAsync();
        await member.Page.Keyboard.PressAsync("k");
        await Assertions.Expect(At("/rondes/1")).ToBeFocusedAsync();
        await member.Page.Keyboard.PressAsync("Enter");
        await member.IsAt("/rondes/1");

        ILocator At(string path) => member.Page.Locator($".desk a[href='{n.At(path)}']");
    }
}
