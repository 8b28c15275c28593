using System.Globalization;
using Wijkfonds.Web.Tests.Funds.Bank;
using Wijkfonds.Web.Tests.Shared.Uploads;

namespace Wijkfonds.Browser.Tests.Journeys;

/// <summary>The small money: the tin is filled, something is bought, two count it; and the alliance pays its own hall.</summary>
[Collection(nameof(Shared.Journeys))]
public sealed class CashTests(Chromium chromium)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task The_tin_is_filled_spent_from_and_counted_by_two(int width, bool script)
    {
        await using var site = new RunningSite();
        var n = await (await Neighbourhood.On(site.Site)).WithMoney(60_000);
        await n.WithAccount();
        await using var tineke = await Screen.Open(chromium, site, n.Treasurer, width, script);
        await using var mo = await Screen.Open(chromium, site, n.Member, width, script);

        await tineke.Go(n.At("/geld/kas"));
        await tineke.Sees("De kas is leeg");
        await tineke.IsGood("kas-leeg");
        // More than the tin may hold: said at the form that was sent, and what was typed stays there.
        await Draw(tineke, "9.000");
        await Assertions.Expect(tineke.Page.Locator(".refusal")).ToBeVisibleAsync();
        Assert.Equal("9.000", await Form(tineke, "Bijvullen voorstellen").GetByLabel("Bedrag").InputValueAsync());
        Assert.Equal("", await Form(tineke, "Aankoop boeken").GetByLabel("Bedrag").InputValueAsync());
        await tineke.IsGood("kas-te-veel");
        await Draw(tineke, "abc");
        await tineke.Page.Locator(".refusal a").ClickAsync();
        Assert.Equal("abc", await tineke.Page.Locator("#amount").InputValueAsync());
        await Assertions.Expect(Form(tineke, "Bijvullen voorstellen").Locator(".error")).ToBeVisibleAsync();
        await Assertions.Expect(Form(tineke, "Aankoop boeken").Locator(".error")).ToHaveCountAsync(0);
        await Draw(tineke, "100");
        await tineke.Sees("wacht op een ander lid");
        await Agrees(mo, n, "De kas bijvullen: € 100", "kas-bijvullen-besluit");

        await tineke.Go(n.At("/geld/kas"));
        var spend = Form(tineke, "Aankoop boeken");
        await spend.GetByLabel("Bedrag").FillAsync("12,40");
        await spend.GetByLabel("Wat is er gekocht?").FillAsync("Koffie voor de bewonersavond");
        await spend.GetByLabel("Dag op de bon").FillAsync(site.Site.Clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await spend.GetByLabel("Foto van de bon").SetInputFilesAsync(new FilePayload { Name = "bon.jpg", MimeType = "image/jpeg", Buffer = SampleFiles.Jpeg() });
        await tineke.Press("Aankoop boeken");
        await tineke.Sees("De aankoop van € 12,40 staat in het grootboek.");
        await tineke.Fill("Zoveel ligt erin", "87,50");
        await tineke.Press("Telling vastleggen");
        await tineke.Sees("De telling van € 87,50 wacht op het andere lid dat meetelde.");
        await tineke.IsGood("kas-geteld");

        await mo.Go(n.At("/bureau"));
        await mo.Page.GetByRole(AriaRole.Link, new() { Name = "De kas is geteld: € 87,50" }).ClickAsync();
        await mo.Sees("Geteld: € 87,50. Volgens het grootboek moet er € 87,60 liggen.");
        await mo.IsGood("kas-tellen-besluit");
        await mo.Press("Akkoord");
        await mo.Sees("Besloten: ");
        await tineke.Go(n.At("/geld/kas"));
        await tineke.Sees("€ 87,50");
        await tineke.Sees("Het laatst geteld op");
        await tineke.IsGood("kas");
    }

    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task An_own_cost_is_proposed_agreed_and_paid_and_everybody_reads_what_for(int width, bool script)
    {
        await using var site = new RunningSite();
        var n = await (await Neighbourhood.On(site.Site)).WithMoney(60_000);
        await n.WithAccount();
        await using var tineke = await Screen.Open(chromium, site, n.Treasurer, width, script);
        await using var mo = await Screen.Open(chromium, site, n.Member, width, script);
        await using var anyone = await Screen.Open(chromium, site, width: width, script: script);

        await tineke.Go(n.At("/geld/eigen-kosten"));
        await tineke.IsGood("eigen-kosten-leeg");
        await tineke.Page.GetByText("Kosten van de wijkalliantie").ClickAsync();
        await tineke.Fill("Bedrag", "150");
        await tineke.Fill("Waarvoor", "Zaal voor de bewonersavond");
        await tineke.Fill("Naam van de ontvanger", "Beheer Lijsterhof");
        await tineke.Fill("Rekeningnummer (IBAN)", Neighbourhood.HallIban);
        await tineke.Press("Betaling klaarzetten");
        await tineke.Sees("Betaling van € 150 staat klaar.");
        await tineke.IsGood("eigen-kosten-wacht");
        await Agrees(mo, n, "Eigen kosten betalen: € 150, Zaal voor de bewonersavond", "eigen-kosten-besluit");

        await tineke.Go(n.At("/geld/betalingen/bestanden"));
        await tineke.Press("Bestand voor de bank maken");
        await tineke.Sees("Beheer Lijsterhof");
        await tineke.Go(n.At("/geld/bank"));
        await tineke.IsGood("bank-leeg");
        var day = DateOnly.FromDateTime(site.Site.Clock.Now.UtcDateTime);
        await tineke.Page.GetByLabel("Bestand van de bank").SetInputFilesAsync(new FilePayload
        {
            Name = "afschrift.xml", MimeType = "text/xml", Buffer = new SampleCamt(opening: 60_000_00).Line(day, -150_00, "Beheer Lijsterhof", Neighbourhood.HallIban, "", "OOSTERHOEK-E1").Line(day, -3_10, text: "Kosten").Bytes,
        });
        await tineke.Press("Afschrift inlezen");
        await tineke.Sees("2 regels om uit te leggen");
        await tineke.IsGood("bank-ingelezen");
        await tineke.Press("1 regel die zeker klopt bevestigen");
        await tineke.Sees("1 regel om uit te leggen");
        await tineke.Go(n.At("/geld/bank/regels/2"));
        await tineke.IsGood("bank-regel");
        await tineke.Go(n.At("/geld/eigen-kosten"));
        await tineke.Sees("Betaald");
        await tineke.IsGood("eigen-kosten");
        await anyone.Go(n.At("/geld/eigen-kosten"));
        await anyone.Sees("Zaal voor de bewonersavond");
        Assert.DoesNotContain("Lijsterhof", await anyone.Text(), StringComparison.Ordinal);
        await anyone.IsGood("eigen-kosten-iedereen");
    }

    private static ILocator Form(Screen screen, string button) =>
        screen.Page.Locator("form", new() { Has = screen.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }) });

    private static async Task Draw(Screen treasurer, string amount)
    {
        var form = Form(treasurer, "Bijvullen voorstellen");
        await form.GetByLabel("Bedrag").FillAsync(amount);
        await form.GetByLabel("Wie haalt het geld?").FillAsync("Ans de Wit");
        await treasurer.Press("Bijvullen voorstellen");
    }

    private static async Task Agrees(Screen member, Neighbourhood n, string title, string name)
    {
        await member.Go(n.At("/bureau"));
        await member.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await member.IsGood(name);
        await member.Press("Akkoord");
    }
}
