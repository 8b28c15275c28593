using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Browser.Tests.Journeys;

/// <summary>The audit committee's year: what its members declare, look at, count, ask and sign, and what the alliance answers.</summary>
[Collection(nameof(Shared.Journeys))]
public sealed class AuditTests(Chromium chromium)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task The_committee_goes_through_a_year_and_two_sign(int width, bool script)
    {
        await using var site = new RunningSite();
        var n = await (await Neighbourhood.On(site.Site)).WithMoney(60_000);
        var round = await n.WithRound(Phase.CarryingOut);
        await n.WithAward(await n.WithPlan(round, "Regentonnen", 3_000), 3_000);
        var booked = await n.InOneWork(db => new Book().DrawCash(db, site.Site.Clock.Now, n.FundId, Guid.NewGuid(), Cents.Euros(50), Cents.Euros(250)));
        Assert.False(booked.Refused);
        var second = await n.WithSecondAuditor();
        site.Site.Clock.Advance(TimeSpan.FromDays(365));
        await using var kees = await Screen.Open(chromium, site, n.Auditor, width, script);
        await using var yvonne = await Screen.Open(chromium, site, second, width, script);
        await using var mo = await Screen.Open(chromium, site, n.Member, width, script);
        await using var anyone = await Screen.Open(chromium, site, width: width, script: script);

        await kees.Go(n.At("/"));
        await kees.Follow("Controle");
        await kees.IsGood("controle-begin");
        await kees.Follow("Zeg het hier");
        await kees.IsGood("controle-banden");
        await kees.Page.GetByText("Nee, met niemand").ClickAsync();
        await kees.Press("Dit verklaar ik");
        await kees.Sees("Je verklaring staat er.");

        await kees.Follow("Controle van 2027");
        await kees.Sees("Wat moet er nog voor je kunt tekenen?");
        await kees.IsGood("controle-jaar-leeg");
        await kees.Follow("Naar de steekproef");
        await kees.Press("Steekproef loten");
        await kees.Sees("0 van 5 boekingen zijn in orde bevonden.");
        await kees.IsGood("controle-steekproef");
        var boxes = kees.Page.GetByLabel("In orde");
        for (var i = 0; i < await boxes.CountAsync(); i++) await boxes.Nth(i).CheckAsync();
        await kees.Page.GetByLabel("Opmerking").First.FillAsync("Gelijk aan het afschrift.");
        await kees.Press("Vinkjes en opmerkingen bewaren");
        await kees.Sees("5 van 5 boekingen zijn in orde bevonden.");
        await kees.IsGood("controle-steekproef-af");

        await kees.Go(n.At("/geld/kascommissie/2027"));
        await kees.Follow("Kas tellen");
        await kees.Fill("Wat lag er in de kas?", "48");
        await kees.Press("Telling opschrijven");
        await kees.Sees("Je telde iets anders dan het grootboek zegt.");
        await kees.IsGood("controle-kas-anders");
        await kees.Page.GetByLabel("Wie telde er mee?").SelectOptionAsync("2");
        await kees.Fill("Opmerking, of waar een verschil vandaan komt", "Twee euro aan koffie zonder bon.");
        await kees.Press("Telling opschrijven");
        await kees.Sees("Door Kees Kas en Yvonne Smits.");

        await kees.Page.GetByText("Een bevinding opschrijven").ClickAsync();
        await kees.Fill("Wat is er gevonden?", "Er mist een bon van twee euro.");
        await kees.Fill("Antwoord graag uiterlijk op", "2028-03-01");
        await kees.Press("Bevinding plaatsen");
        await kees.Sees("Bevinding 2027-1");
        await kees.IsGood("controle-bevinding");

        await mo.Go(n.At("/bureau"));
        await mo.Follow("Bevinding 2027-1 van de kascommissie beantwoorden");
        await mo.Fill("Antwoord van de wijkalliantie", "We bewaren voortaan elke bon in de kas zelf.");
        await mo.IsGood("controle-antwoorden");
        await mo.Press("Antwoord plaatsen");
        await mo.Sees("Het antwoord staat er.");

        await kees.Page.ReloadAsync();
        await kees.Press("Bevinding 2027-1 afsluiten");
        await kees.Page.GetByText("Een verslag schrijven").ClickAsync();
        await kees.Fill("Wie waren erbij?", "Kees Kas, Yvonne Smits en Tineke Penning");
        await kees.Fill("Verslag", "Steekproef nagekeken en kas geteld: akkoord.");
        await kees.Press("Verslag plaatsen");
        await kees.Sees("Alles is nagekeken");
        await kees.IsGood("controle-klaar");
        await kees.Press("Tekenen voor 2027");
        await kees.Sees("1 van 2 handtekeningen");

        await yvonne.Go(n.At("/geld/kascommissie/banden"));
        await yvonne.Page.GetByText("Een band toevoegen").ClickAsync();
        await yvonne.Page.GetByLabel("Met wie?").SelectOptionAsync(new SelectOptionValue { Label = "Woonstichting De Brug" });
        await yvonne.Page.GetByLabel("Hoe?").SelectOptionAsync("Employee");
        await yvonne.Press("Band vastleggen");
        await yvonne.Sees("De band staat erbij.");
        await yvonne.Page.GetByText("Ja, en alles staat hierboven of hieronder").ClickAsync();
        await yvonne.IsGood("controle-banden-een");
        await yvonne.Press("Dit verklaar ik");
        await yvonne.Sees("Je verklaring staat er.");
        await yvonne.Go(n.At("/geld/kascommissie/2027"));
        await yvonne.Press("Tekenen voor 2027");

        await anyone.Go(n.At("/geld"));
        await anyone.Follow("Controle van het geld");
        await anyone.IsGood("controle-iedereen");
        await anyone.Follow("Controle van 2027");
        await anyone.Sees("Getekend door Yvonne Smits");
        await anyone.Sees("We bewaren voortaan elke bon in de kas zelf.");
        await anyone.Sees("Woonstichting De Brug (werkt er)");
        await anyone.IsGood("controle-jaar-iedereen");
        await anyone.Follow("Naar de steekproef");
        await anyone.IsGood("controle-steekproef-iedereen");
    }

    [Fact]
    public async Task A_year_is_ticked_off_with_the_keyboard_alone()
    {
        await using var site = new RunningSite();
        var n = await (await Neighbourhood.On(site.Site)).WithMoney(400);
        site.Site.Clock.Advance(TimeSpan.FromDays(365));
        await using var kees = await Screen.Open(chromium, site, n.Auditor);
        await kees.Go(n.At("/geld/kascommissie/2027/steekproef"));
        await kees.Page.GetByRole(AriaRole.Button, new() { Name = "Steekproef loten" }).FocusAsync();
        await kees.Page.Keyboard.PressAsync("Enter");
        await kees.Sees("0 van 2 boekingen");
        await kees.Page.GetByLabel("In orde").First.FocusAsync();
        await kees.Page.Keyboard.PressAsync("Space");
        await kees.Page.Keyboard.PressAsync("Tab");
        await kees.Page.Keyboard.TypeAsync("Gezien");
        // Enter in a field saves, as people expect of a form.
        await kees.Page.Keyboard.PressAsync("Enter");
        await kees.Sees("1 van 2 boekingen zijn in orde bevonden.");
        Assert.Equal("Gezien", await kees.Page.GetByLabel("Opmerking").First.InputValueAsync());
    }
}
