using System.Text;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared.Uploads;

namespace Wijkfonds.Browser.Tests.Journeys;

/// <summary>A plan that won, from the team's first choice to the closed book: how it is paid, by whom, on which list, and what the team shows for it.</summary>
[Collection(nameof(Shared.Journeys))]
public sealed class AwardTests(Chromium chromium)
{
    private const string Said = "We hebben tien tonnen geplaatst. Veertien buren hielpen mee. De straat is er blij mee.";

    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task A_team_says_how_it_is_paid_gets_its_money_and_shows_what_it_did(int width, bool script)
    {
        await using var site = new RunningSite();
        var n = await Won(site, 300);
        await using var rosa = await Screen.Open(chromium, site, n.Resident, 390, script);
        await using var tineke = await Screen.Open(chromium, site, n.Treasurer, width, script);
        await using var mo = await Screen.Open(chromium, site, n.Member, width, script);
        await using var anyone = await Screen.Open(chromium, site, width: width, script: script);

        await rosa.Go(n.At("/mijn/toekenningen/1"));
        await rosa.Sees("Zeg hoe jullie betaald willen worden");
        await rosa.IsGood("toekenning-team");
        await rosa.Page.GetByText("Het wijkfonds betaalt de winkel of vakman").ClickAsync();
        await rosa.Fill("Naam van wie het geld krijgt", "Kweker Kees van Dam");
        await rosa.Fill("Rekeningnummer (IBAN)", "NL20 INGB 0001 2345 68");
        await rosa.Press("Keuze bewaren");
        await rosa.Sees("Dit rekeningnummer klopt niet.");
        await Assertions.Expect(rosa.Page.Locator(".refusal")).ToBeFocusedAsync();
        await rosa.IsGood("toekenning-team-nummer-fout");
        await rosa.Fill("Rekeningnummer (IBAN)", "NL20 INGB 0001 2345 67");
        await rosa.Press("Keuze bewaren");
        await rosa.Sees("Je keuze is bewaard.");
        await rosa.Sees("De penningmeester is aan zet");

        await tineke.Go(n.At("/geld/toekenningen"));
        await tineke.IsGood("toekenningen");
        await tineke.Follow("Plan 1: Regentonnen");
        await tineke.IsGood("toekenning-leden");
        await tineke.Follow("Een betaling klaarzetten");
        await tineke.Sees("Het team koos: Het wijkfonds betaalt de winkel of vakman.");
        await tineke.IsGood("betaling-klaarzetten");
        await tineke.Fill("Waarvoor", "Tonnen en grond");
        await tineke.Press("Betaling klaarzetten");
        await tineke.Sees("€ 300 staat klaar.");

        await mo.Go(n.At("/bureau"));
        await mo.Page.GetByRole(AriaRole.Link, new() { Name = "€ 300, plan 1: Regentonnen" }).ClickAsync();
        await mo.IsGood("betaling-besluit");
        await mo.Press("Akkoord");
        await mo.Sees("Besloten: ");
        await mo.Go(n.At("/geld/betalingen"));
        await mo.IsGood("betalingen");
        await mo.Follow("Betaling 1");
        await mo.Sees("Vrijgegeven door Mo Yildiz");
        await mo.IsGood("betaling-vrijgegeven");

        await tineke.Go(n.At("/geld/betalingen/bestanden"));
        await tineke.IsGood("naar-de-bank");
        await tineke.Press("Bestand voor de bank maken");
        await tineke.Sees("Betaallijst 1");
        await tineke.IsGood("betaallijst");
        await IsPrinted(tineke);

        await rosa.Go(n.At("/mijn/toekenningen/1"));
        await rosa.Sees("Stuur een foto en drie zinnen");
        await rosa.Page.GetByLabel("Foto", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "tonnen.jpg", MimeType = "image/jpeg", Buffer = SampleFiles.Jpeg(SampleFiles.Exif(6)) });
        await rosa.Fill("Drie zinnen: wat hebben jullie gedaan?", Said);
        await rosa.Page.GetByText("Iedereen mag dit verhaal en de foto zien").ClickAsync();
        await rosa.IsGood("verslag-schrijven");
        await rosa.Press("Verslag sturen");
        await rosa.Sees("Je verslag is gestuurd.");
        await rosa.IsGood("verslag-gestuurd");

        await mo.Go(n.At("/bureau"));
        await mo.Follow("Verslag lezen: Regentonnen");
        await mo.Sees("Veertien buren hielpen mee.");
        await mo.IsGood("verslag-lezen");
        await mo.Press("Verslag goedkeuren");
        await mo.Sees("Het verslag is goedgekeurd.");
        await tineke.Go(n.At("/geld/toekenningen/1"));
        await tineke.Page.GetByText("Het plan is klaar: afsluiten").ClickAsync();
        await tineke.Fill("Waarom?", "Alles is gedaan.");
        await tineke.Press("Voorstellen");
        await tineke.IsGood("toekenning-afsluiten");
        await mo.Go(n.At("/geld/toekenningen/1"));
        await mo.Follow("Naar het besluit");
        await mo.Press("Akkoord");

        await rosa.Go(n.At("/mijn/toekenningen/1"));
        await rosa.Sees("Dit plan is afgesloten op");
        await rosa.IsGood("toekenning-afgesloten");
        await anyone.Go(n.At("/rondes/1/plannen/1"));
        await anyone.Sees("We hebben tien tonnen geplaatst.");
        Assert.DoesNotContain("Kweker Kees", await anyone.Text(), StringComparison.Ordinal);
        await anyone.IsGood("plan-met-verhaal");
    }

    [Fact]
    public async Task A_team_chooses_how_it_is_paid_with_the_keyboard_alone()
    {
        await using var site = new RunningSite();
        var n = await Won(site, 300);
        await using var rosa = await Screen.Open(chromium, site, n.Resident);
        await rosa.Go(n.At("/mijn/toekenningen/1"));
        await TabTo(rosa, "way");
        await rosa.Page.Keyboard.PressAsync("ArrowDown");
        await rosa.Page.Keyboard.PressAsync("Tab");
        await rosa.Page.Keyboard.TypeAsync("Buurthuis De Brug");
        await rosa.Page.Keyboard.PressAsync("Tab");
        await rosa.Page.Keyboard.TypeAsync("NL39RABO0300065265");
        await rosa.Page.Keyboard.PressAsync("Enter");
        // What is wrong is read first, and one step leads to where it is.
        await Assertions.Expect(rosa.Page.Locator(".refusal")).ToBeFocusedAsync();
        await rosa.Page.Keyboard.PressAsync("Tab");
        await rosa.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(rosa.Page.Locator("#iban")).ToBeInViewportAsync();
        await TabTo(rosa, "iban");
        await rosa.Page.Keyboard.PressAsync("Control+a");
        await rosa.Page.Keyboard.TypeAsync("NL39RABO0300065264");
        await rosa.Page.Keyboard.PressAsync("Enter");
        await rosa.Sees("Je keuze is bewaard.");
        await rosa.Sees("Gekozen: Een organisatie in de buurt beheert het geld");
    }

    private static async Task<Neighbourhood> Won(RunningSite site, int euros)
    {
        var n = await (await Neighbourhood.On(site.Site)).WithMoney(60_000);
        await n.WithAccount();
        var award = await n.WithAward(await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", euros), euros);
        await site.Site.Given([.. AwardPart.For(n.FundId, award.Id, award.Amount, new MoneyRules { FundId = n.FundId })]);
        return n;
    }

    /// <summary>On paper stand the list and two places to sign, and nothing to press.</summary>
    private static async Task IsPrinted(Screen screen)
    {
        await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(screen.Page.Locator("article.sheet")).ToContainTextAsync("Kweker Kees van Dam");
        foreach (var sign in new[] { "Penningmeester", "Tweede handtekening" }) await Assertions.Expect(screen.Page.Locator(".sign")).ToContainTextAsync(sign);
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Bedrag" })).ToBeVisibleAsync();
        var paper = await screen.Page.PdfAsync(new() { Format = "A4" });
        Assert.StartsWith("%PDF", Encoding.Latin1.GetString(paper, 0, 8), StringComparison.Ordinal);
        await screen.Page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    /// <summary>As somebody who uses no mouse: from where they are, one field after another.</summary>
    private static async Task TabTo(Screen screen, string name)
    {
        for (var steps = 0; steps < 80; steps++)
        {
            await screen.Page.Keyboard.PressAsync("Tab");
            if (await screen.Page.EvaluateAsync<string?>("document.activeElement?.getAttribute('name')") == name) return;
        }
        Assert.Fail($"No field {name} is reached with Tab.");
    }
}
