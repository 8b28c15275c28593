using System.Text.RegularExpressions;
using Wijkfonds.Browser.Tests.Shared;
using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Browser.Tests.Journeys;

[Collection(nameof(Shared.Journeys))]
public sealed class PlanJourneyTests(Chromium chromium)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task A_plan_is_written_sent_in_found_sent_back_changed_and_admitted(int width, bool script)
    {
        await using var site = new RunningSite();
        var n = await Neighbourhood.On(site.Site);
        var round = await n.WithRound(Phase.Submitting, sections: [("Hele wijk", 20_000), ("Jong", 10_000)]);
        await n.WithPlan(round, "Taalcafé", 2_400);
        // The accessibility check needs script itself.
        Task Check(Screen screen, string name) => script ? screen.IsGood(name) : Task.CompletedTask;
        await using var rosa = await Screen.Open(chromium, site, n.Resident, width, script);

        await rosa.Go(n.At("/rondes/1/plannen/nieuw"));
        await Check(rosa, "plan-start");
        await rosa.Press("Begin je plan");
        await Check(rosa, "plan-1");
        await rosa.Fill("Titel", "Regentonnen voor de Lijsterstraat");
        await rosa.Fill("Je plan in één zin", "Regen opvangen, zodat de straat niet meer onder water staat.");
        await rosa.Press("Bewaar en ga verder");
        await rosa.Fill("Je verhaal", "Bij elke bui staat de straat blank. Met tonnen vangen we het water op.");
        await rosa.Page.GetByText("Een plek in de wijk", new() { Exact = true }).ClickAsync();
        await rosa.Fill("Welke plek?", "Lijsterstraat");
        await rosa.Page.GetByLabel("Onderdeel").SelectOptionAsync("1");
        await rosa.Page.GetByLabel("Thema").SelectOptionAsync("1");
        await Check(rosa, "plan-2");
        await rosa.Press("Bewaar en ga verder");
        await rosa.Fill("Kostenpost 1: waarvoor?", "31 tonnen");
        await rosa.Page.GetByLabel("Bedrag in euro").First.FillAsync("6.000");
        await rosa.Press("Nog een kostenpost");
        await rosa.Page.GetByLabel("Kostenpost 4: waarvoor?").WaitForAsync();
        await rosa.Sees("Samen € 6.000");
        await Check(rosa, "plan-3");
        await rosa.Press("Bewaar en ga verder");
        await rosa.Sees("Je plan kost meer dan mag in deze ronde");
        await Check(rosa, "plan-3-te-duur");
        await rosa.Page.GetByLabel("Bedrag in euro").First.FillAsync("3.860");
        await rosa.Press("Bewaar en ga verder");
        await rosa.Fill("Wie voert het uit", "Buren van de Lijsterstraat");
        await Check(rosa, "plan-4");
        await rosa.Press("Bewaar en ga verder");
        await Check(rosa, "plan-5");
        await rosa.Press("Plan insturen");
        await rosa.Sees("Je plan is ingestuurd. Het heeft nummer 2.");
        await Check(rosa, "plan");
        await rosa.Go(n.At("/mijn"));
        await Check(rosa, "mijn");

        await rosa.Go(n.At("/plannen"));
        await Check(rosa, "plannen");
        await rosa.Page.GetByLabel("Zoek een woord").FillAsync("cafe");
        if (!script) await rosa.Press("Toon plannen");
        await rosa.Page.GetByText("1 plan", new() { Exact = true }).WaitForAsync();
        await Assertions.Expect(rosa.Page).ToHaveURLAsync(new Regex("zoek=cafe"));
        await rosa.Sees("Taalcafé");

        await using var mo = await Screen.Open(chromium, site, n.Member, width, script);
        await using var sanne = await Screen.Open(chromium, site, n.SecondMember, width, script);
        await mo.Go(n.At("/rondes/1/toets"));
        await Check(mo, "toets");
        await Review(Check, mo, sanne, n.At("/rondes/1/toets/2"), "Aanpassing vragen", "Vraag de corporatie om toestemming.");
        await rosa.Go(n.At("/mijn"));
        await rosa.Follow("Plan veranderen");
        await rosa.Sees("Vraag de corporatie om toestemming.");
        await rosa.Fill("Titel", "Regentonnen met toestemming");
        await rosa.Press("Bewaar en ga verder");
        await rosa.Follow("Kijk na en stuur in");
        await rosa.Press("Plan opnieuw insturen");
        await rosa.Follow("Vergelijk de 2 versies");
        await Check(rosa, "versies");
        await Review(Check, mo, sanne, n.At("/rondes/1/toets/2"), "Toelaten", "");
        await rosa.Go(n.At("/rondes/1/plannen/2"));
        await rosa.Sees("Dit plan kan. Het komt op het stembiljet.");
        await Check(rosa, "plan-toegelaten");
    }

    private static async Task Review(Func<Screen, string, Task> check, Screen first, Screen second, string path, string outcome, string words)
    {
        await first.Go(path);
        await first.Page.GetByLabel(outcome).CheckAsync();
        await first.Fill("Uitleg voor de maker", words);
        await check(first, "toets-plan");
        await first.Press("Leg voor aan een tweede lid");
        await first.Sees("ligt klaar");
        await second.Go(path);
        await check(second, "toets-tweede");
        await second.Press("Akkoord");
        await second.Sees("twee leden zijn het eens");
    }
}
