using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Browser.Tests.Journeys;

[Collection(nameof(Shared.Journeys))]
public sealed class LatePlanTests(Chromium chromium)
{
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
