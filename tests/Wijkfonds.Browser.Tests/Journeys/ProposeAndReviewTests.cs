using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Browser.Tests.Journeys;

[Collection(nameof(Shared.Journeys))]
public sealed class ProposeAndReviewTests(Chromium chromium)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task A_resident_writes_a_plan_in_five_steps_and_two_members_admit_it(int width, bool script)
    {
        await using var site = new RunningSite();
        var n = await Neighbourhood.On(site.Site);
        await n.WithMoney(60_000);
        var round = await n.WithRound(Phase.Submitting);
        await using var rosa = await Screen.Open(chromium, site, n.Resident, width, script);

        await rosa.Go(n.At("/plannen"));
        await rosa.IsGood("plannen-leeg");
        await rosa.Go(n.At($"/rondes/{round.Number}/plannen/nieuw"));
        await rosa.IsGood("plan-begin");
        await rosa.Press("Begin je plan");
        await rosa.Sees("Stap 1 van 5");
        await rosa.Fill("Titel", "Regentonnen voor de Lijsterstraat");
        await rosa.Fill("Je plan in één zin", "Dertig tonnen, zodat tuinen groen blijven.");
        await rosa.IsGood("plan-stap-1");
        await rosa.Press("Bewaar en ga verder");
        await rosa.Fill("Je verhaal", "Na elke bui staat er water op de stoep. Met regentonnen vangen we het op.");
        await rosa.Page.GetByText("Een plek in de wijk", new() { Exact = true }).ClickAsync();
        await rosa.Fill("Welke plek?", "Lijsterstraat");
        await rosa.Page.GetByLabel("Thema").SelectOptionAsync("1");
        await rosa.Sees("Vertel erover");
        await rosa.IsGood("plan-stap-2");
        await rosa.Press("Bewaar en ga verder");
        await rosa.Page.GetByLabel("Kostenpost 1: waarvoor?").FillAsync("30 regentonnen");
        await rosa.Page.GetByLabel("Bedrag in euro").First.FillAsync("2.700");
        await rosa.Press("Nog een kostenpost");
        await rosa.Page.GetByLabel("Kostenpost 2: waarvoor?").FillAsync("Koppelstukken");
        await rosa.Page.GetByLabel("Bedrag in euro").Nth(1).FillAsync("640,50");
        await rosa.Sees("Wat kost het?");
        await rosa.IsGood("plan-stap-3");
        await rosa.Press("Bewaar en ga verder");
        await rosa.Fill("Wie voert het uit", "Buren van de Lijsterstraat");
        await rosa.Sees("Wie doet mee?");
        await rosa.IsGood("plan-stap-4");
        await rosa.Press("Bewaar en ga verder");
        await rosa.Sees("€ 3.340,50");
        await rosa.IsGood("plan-stap-5");
        await rosa.Press("Plan insturen");
        await rosa.Sees("Je plan is ingestuurd. Het heeft nummer 1.");
        await rosa.IsGood("plan-ingestuurd");

        await using var member = await Screen.Open(chromium, site, n.Member, width, script);
        await member.Go(n.At($"/rondes/{round.Number}/toets"));
        await member.IsGood("toets-lijst");
        await member.Go(n.At($"/rondes/{round.Number}/toets/1"));
        await member.Page.GetByLabel("Toelaten").CheckAsync();
        await member.IsGood("toets-plan");
        await member.Press("Leg voor aan een tweede lid");
        await member.Sees("Een tweede lid moet er nog naar kijken.");
        await using var second = await Screen.Open(chromium, site, n.SecondMember, width, script);
        await second.Go(n.At($"/rondes/{round.Number}/toets/1"));
        await second.Press("Akkoord");
        await second.Sees("twee leden zijn het eens");

        await using var neighbour = await Screen.Open(chromium, site, width: width, script: script);
        await neighbour.Go(n.At($"/rondes/{round.Number}/plannen/1"));
        await neighbour.Sees("Regentonnen voor de Lijsterstraat");
        await neighbour.Sees("Dit plan kan.");
        await neighbour.IsGood("plan-toegelaten");
    }

    [Fact]
    public async Task After_submission_closed_nobody_sends_in_a_plan_not_even_from_a_form_that_was_open()
    {
        await using var site = new RunningSite();
        var n = await Neighbourhood.On(site.Site);
        var round = await n.WithRound(Phase.Submitting);
        await using var rosa = await Screen.Open(chromium, site, n.Resident, 390);
        await rosa.Go(n.At($"/rondes/{round.Number}/plannen/nieuw"));
        await rosa.Press("Begin je plan");
        await rosa.Fill("Titel", "Net te laat");
        site.Site.Clock.MoveTo(round.SubmissionCloses.Instant);
        await rosa.Press("Bewaar en ga verder");
        await rosa.Sees("Insturen kan niet meer");
        await rosa.IsGood("plan-te-laat");
    }
}
