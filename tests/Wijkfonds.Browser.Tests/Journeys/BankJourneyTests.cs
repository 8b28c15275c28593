using System.Text;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Funds.Bank;
using Wijkfonds.Web.Tests.Shared.Uploads;

namespace Wijkfonds.Browser.Tests.Journeys;

[Collection(nameof(Shared.Journeys))]
public sealed class BankJourneyTests(Chromium chromium)
{
    private static readonly DateOnly Day = new(2027, 1, 5);

    [Fact]
    public async Task The_treasurer_reads_the_bank_explains_its_lines_and_everybody_hears_of_money_that_nobody_released()
    {
        await using var site = new RunningSite();
        var n = await (await Neighbourhood.On(site.Site)).WithPromise();
        await n.Release(OutgoingKind.OwnCost, 150);
        await using var treasurer = await Screen.Open(chromium, site, n.Treasurer);
        await treasurer.Go(n.At("/geld/betalingen/bestanden"));
        await treasurer.Press("Bestand voor de bank maken");
        await treasurer.IsGood("betaallijst");
        await treasurer.Go(n.At("/geld/bank"));
        await treasurer.IsGood("bank-leeg");
        await treasurer.Page.GetByLabel("Bestand van de bank").SetInputFilesAsync(new FilePayload
        {
            Name = "afschrift.xml", MimeType = "application/xml",
            Buffer = Encoding.UTF8.GetBytes(new SampleCamt(opening: 200_000_00).Line(Day, -150_00, "Buurthuis De Brug", Neighbourhood.HallIban, "zaal", "OOSTERHOEK-E1")
                .Line(Day, -9_90, text: "Kosten zakelijk betalen", code: "ACMT/MDOP/CHRG").Line(Day, 12_00, text: "Creditrente", code: "ACMT/MDOP/INTR").Line(Day, -499_00, "ONBEKEND BV", "NL18RABO0123459876", "factuur 12").Text()),
        });
        await treasurer.Press("Afschrift inlezen");
        await treasurer.Sees("er ging 1 keer geld weg zonder vrijgegeven betaling");
        await treasurer.IsGood("bank-ingelezen");
        await treasurer.Press("3 regels die zeker kloppen bevestigen");
        await treasurer.Sees("Bevestigde regels: 3.");

        await using var member = await Screen.Open(chromium, site, n.Member, 390);
        await member.Go(n.At("/bureau"));
        await member.Follow("Er ging");
        await member.Sees("Hier ging geld weg zonder betaling die het fonds vrijgaf.");
        await member.IsGood("bank-alarm");

        await treasurer.Go(n.At("/geld/bank/regels/4"));
        await treasurer.Fill("Wat was dit?", "De bank incasseerde bij de verkeerde klant, en boekt het terug.");
        await treasurer.IsGood("bank-uitleg");
        await treasurer.Press("Voorleggen aan een tweede lid");
        await treasurer.Sees("Voorgelegd. Een tweede lid moet nog akkoord gaan.");
        await ContributeTests.Agree(member, n);
        await using var auditor = await Screen.Open(chromium, site, n.Auditor, 390);
        await auditor.Go(n.At("/geld/bank"));
        await auditor.Sees("Elke regel heeft zijn plek. Mooi.");
        await auditor.IsGood("bank-klaar");
    }

    [Fact]
    public async Task A_team_chooses_how_to_be_paid_two_members_pay_the_bank_makes_it_final_and_a_report_brings_part_two()
    {
        await using var site = new RunningSite();
        var n = await Neighbourhood.On(site.Site);
        await n.WithMoney(60_000);
        await n.WithAccount();
        var award = await n.WithAward(await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", 3_000), 3_000);
        await site.Site.Given([.. AwardPart.For(n.FundId, award.Id, award.Amount, new MoneyRules { FundId = n.FundId })]);

        await using var team = await Screen.Open(chromium, site, n.Resident, 390);
        await team.Go(n.At("/mijn/toekenningen/1"));
        await team.IsGood("team-toekenning");
        await team.Page.Locator("input[name=way][value=Supplier]").CheckAsync();
        await team.Fill("Naam van wie het geld krijgt", "Kwekerij Groen");
        await team.Fill("Rekeningnummer (IBAN)", "NL91 ABNA 0417 1643 00");
        await team.Press("Keuze bewaren");
        await team.Sees("Je keuze is bewaard");

        await using var treasurer = await Screen.Open(chromium, site, n.Treasurer);
        await using var member = await Screen.Open(chromium, site, n.Member, 390);
        await Pay(treasurer, member, n, 1, "1.200");
        await treasurer.Go(n.At("/geld/bank"));
        await treasurer.Page.GetByLabel("Bestand van de bank").SetInputFilesAsync(new FilePayload
        {
            Name = "afschrift.xml", MimeType = "application/xml", Buffer = new SampleCamt(opening: 60_000_00).Line(Day, -1_200_00, "Kwekerij Groen", "NL91ABNA0417164300", "", "OOSTERHOEK-1").Bytes,
        });
        await treasurer.Press("Afschrift inlezen");
        await treasurer.Press("1 regel die zeker klopt bevestigen");
        await treasurer.Sees("Bevestigde regels: 1.");
        await treasurer.Go(n.At("/geld/betalingen/1"));
        await treasurer.Sees("Betaald");
        await treasurer.IsGood("betaling-gedaan");

        await team.Go(n.At("/mijn/toekenningen/1"));
        await team.Page.Locator("#photo").SetInputFilesAsync(new FilePayload { Name = "foto.jpg", MimeType = "image/jpeg", Buffer = SampleFiles.Jpeg() });
        await team.Page.Locator("#receipts").SetInputFilesAsync(new FilePayload { Name = "bon.jpg", MimeType = "image/jpeg", Buffer = SampleFiles.Jpeg() });
        await team.Page.Locator("#words").FillAsync("We hebben tien tonnen geplaatst. Veertien buren hielpen mee. De straat is er blij mee.");
        await team.Press("Verslag sturen");
        await team.Sees("Je verslag is gestuurd");
        await team.IsGood("team-verslag-gestuurd");
        await member.Go(n.At("/geld/toekenningen/1"));
        await member.IsGood("verslag-lezen");
        await member.Press("Verslag goedkeuren");
        await member.Sees("Het verslag is goedgekeurd");
        await Pay(treasurer, member, n, 2, "1.200");
    }

    /// <summary>The treasurer prepares what the team asked for, another member releases it, and it goes into a file.</summary>
    private static async Task Pay(Screen treasurer, Screen member, Neighbourhood n, int number, string amount)
    {
        await treasurer.Go(n.At("/geld/betalingen?toekenning=1"));
        await treasurer.Sees("Het team koos");
        Assert.Equal("Kwekerij Groen", await treasurer.Page.GetByLabel("Naam van de ontvanger").InputValueAsync());
        await treasurer.Fill("Bedrag", amount);
        await treasurer.Fill("Waarvoor", $"Deel {number}");
        await treasurer.Press("Betaling klaarzetten");
        await treasurer.Sees("Een ander lid moet hem vrijgeven.");
        await member.Go(n.At($"/geld/betalingen/{number}"));
        await member.Press("Betaling vrijgeven");
        await member.Sees("is vrijgegeven en staat in het grootboek.");
        await treasurer.Go(n.At("/geld/betalingen/bestanden"));
        await treasurer.Press("Bestand voor de bank maken");
        await treasurer.Sees($"Betaallijst {number}");
    }
}
