using System.Net;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Proposals;

public sealed class PlanRightsTests
{
    [Theory, EachDatabase]
    public async Task A_draft_exists_for_its_maker_only(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Submitting);
        var (mine, hers) = (await n.WithDraft(round), await n.WithDraft(round, by: n.Residents[1]));
        foreach (var other in new[] { n.Residents[1], n.Member, n.Treasurer, n.Auditor, n.DeskHelper, n.Host })
            Assert.Equal(HttpStatusCode.NotFound, (await n.As(other).Go($"/mijn/plannen/{mine.Handle}/1")).Status);
        var rosa = await n.As(n.Resident).Go("/mijn");
        await rosa.Press("Plan weggooien", ("handle", hers.Handle));
        Assert.Equal(HttpStatusCode.NotFound, rosa.Status);
        await rosa.Go($"/mijn/plannen/{mine.Handle}/1");
        using var form = new FormUrlEncodedContent([
            KeyValuePair.Create("__RequestVerificationToken", rosa.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            KeyValuePair.Create("Title", "Gekaapt"), KeyValuePair.Create("Revision", "1")]);
        using var answer = await rosa.Http.PostAsync(new Uri(n.At($"/mijn/plannen/{hers.Handle}/1"), UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Regentonnen", (await n.Stored(hers)).Title);
    }

    [Theory, EachDatabase]
    public async Task A_plan_of_another_fund_is_not_found(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var elsewhere = await Neighbourhood.On(site, "westerhoek");
        var draft = await n.WithDraft(await n.WithRound(Phase.Submitting));
        var rosa = Visitor.To(site, n.Resident);
        Assert.Equal(HttpStatusCode.OK, (await rosa.Go(n.At($"/mijn/plannen/{draft.Handle}/1"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await rosa.Go(elsewhere.At($"/mijn/plannen/{draft.Handle}/1"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await rosa.Go(elsewhere.At("/rondes/1/plannen"))).Status);
    }

    [Theory, EachDatabase]
    public async Task Nobody_hoards_drafts_and_a_double_tap_starts_one(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Submitting);
        var rosa = await n.As(n.Resident).Go("/rondes/1/plannen/nieuw");
        await rosa.Press("Begin je plan");
        var first = rosa.Path;
        await rosa.Go("/rondes/1/plannen/nieuw");
        await rosa.Press("Begin je plan");
        Assert.Equal(first, rosa.Path);
        await rosa.Press("Bewaar en ga later verder", ("Title", "Eerste"));
        for (var i = 1; i < PlanLimits.Drafts; i++) await n.WithDraft(round, $"Plan {i}");
        await rosa.Go("/rondes/1/plannen/nieuw");
        await rosa.Press("Begin je plan");
        Assert.Equal(HttpStatusCode.Conflict, rosa.Status);
        Assert.True(rosa.Sees("Je hebt al 5 plannen die je nog niet instuurde."));
    }

    [Theory, EachDatabase]
    public async Task Hostile_input_gets_a_named_refusal_and_stays_in_the_form(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var draft = await n.WithDraft(await n.WithRound(Phase.Submitting));
        var rosa = await n.As(n.Resident).Go($"/mijn/plannen/{draft.Handle}/1");
        await rosa.Press("Bewaar en ga verder", ("Title", new string('é', 10_000)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, rosa.Status);
        Assert.True(rosa.Sees("Deze tekst is te lang: 10.000 tekens, en er passen er 100."));
        Assert.Equal(10_000, rosa.Page.QuerySelector("#Title")!.GetAttribute("value")!.Length);
        await rosa.Go($"/mijn/plannen/{draft.Handle}/3");
        await rosa.Press("Bewaar en ga verder", [.. Enumerable.Range(0, 300).SelectMany(i => new[] { ("What", $"Ton {i}"), ("Amount", "1") })]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, rosa.Status);
        Assert.True(rosa.Sees("Er passen hoogstens 20 kostenposten in een plan."));
        await rosa.Go($"/mijn/plannen/{draft.Handle}/3");
        await rosa.Press("Bewaar en ga verder", [.. Enumerable.Range(0, 2_000).SelectMany(i => new[] { ("What", $"Ton {i}"), ("Amount", "1") })]);
        Assert.True((int)rosa.Status < 500);
        await rosa.Go($"/mijn/plannen/{draft.Handle}/2");
        await rosa.Press("Bewaar en ga verder", ("Section", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, rosa.Status);
        var stored = await n.Stored(draft);
        Assert.Equal(("Regentonnen", 1, 1), (stored.Title, stored.Costs.Count, stored.Revision));
    }

    [Theory, EachDatabase]
    public async Task A_round_that_is_not_approved_has_no_plans_page_and_the_list_answers_by_its_address(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await n.WithRound(Phase.Draft);
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/rondes/1/plannen")).Status);
        Assert.True((await n.Stranger.Go("/plannen")).Sees("Nog geen plannen"));
        var round = await n.WithRound(Phase.Reviewing);
        await n.WithPlan(round, "Taalcafé", 2_400);
        await n.WithPlan(round, "Regentonnen", 1_200, admitted: false);
        var list = await n.Stranger.Go("/plannen");
        Assert.Equal("/rondes/2/plannen", list.Path);
        Assert.True(list.Sees("2 plannen"));
        await list.Press("Toon plannen", ("zoek", "cafe"));
        Assert.True(list.Sees("Taalcafé") && !list.Sees("Regentonnen"));
        Assert.True((await n.Stranger.Go("/rondes/2/plannen?tot=2000&staat=in-toets&volgorde=duurste")).Sees("Regentonnen"));
        Assert.True((await n.Stranger.Go("/rondes/2/plannen?zoek=olifant")).Sees("Geen plan gevonden"));
        using var partial = new HttpRequestMessage(HttpMethod.Get, n.At("/rondes/2/plannen?zoek=cafe"));
        partial.Headers.Add("HX-Request-Type", "partial");
        using var answer = await list.Http.SendAsync(partial);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Taalcaf", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
    }
}
