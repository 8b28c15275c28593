using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wijkfonds.Web.Ballots;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Ballots;

/// <summary>A resident votes in a browser without script.</summary>
public sealed class VotingJourneyTests
{
    [Theory, EachDatabase]
    public async Task From_the_code_to_the_receipt_and_into_the_published_ballots(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var numbers = await n.PlanNumbers(round);
        var voter = n.Stranger;
        await voter.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", (await n.CodesOf(round))[4].ToString().ToLowerInvariant()));
        Assert.Equal("/stembiljet", voter.Path);
        Assert.True(voter.Sees("Kies hoogstens 3 plannen"));

        await voter.Press("Tel opnieuw", ("plan", $"{numbers[0]}"), ("plan", $"{numbers[2]}"));
        Assert.True(voter.Sees("Nog 1 keuze"));
        await voter.Press("Verder: klopt dit?");
        Assert.Equal("/stembiljet/klopt-dit", voter.Path);
        Assert.True(voter.Sees("Je stem zit nog niet in de bus"));
        Assert.True(voter.Sees("Regentonnen") && voter.Sees("Buurtmaaltijd") && !voter.Sees("Speelplek"));

        await voter.Press("Stem in de bus doen");
        Assert.Equal("/stembewijs", voter.Path);
        Assert.True(voter.Sees("Je stem zit in de bus"));
        Assert.False(voter.Sees("Regentonnen"));
        var receipt = voter.Page.QuerySelector(".receipt")!.TextContent;
        await voter.Go("/stembewijs");
        Assert.Equal(receipt, voter.Page.QuerySelector(".receipt")!.TextContent);
        await voter.Press("Klaar");
        await voter.Go("/stembewijs");
        Assert.Equal("/stemmen", voter.Path);

        await n.WithSealedBox(round);
        Assert.Equal([$"{numbers[0]},{numbers[2]}"], (await n.SealedOf(round)).Select(b => b.Choices));
    }

    [Theory, EachDatabase]
    public async Task With_the_code_one_sees_that_a_ballot_is_in_the_box_and_replaces_it_never_what_it_says(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var numbers = await n.PlanNumbers(round);
        var code = (await n.CodesOf(round))[0].ToString();
        var first = await Vote(n.Stranger, code, numbers[0]);

        var again = n.Stranger;
        await again.Go("/stemmen");
        await again.Press("Naar het stembiljet", ("code", code));
        Assert.Equal("/stembewijs", again.Path);
        Assert.True(again.Sees(first));
        Assert.False(again.Sees("Regentonnen"));
        await again.Go("/stembiljet");
        Assert.True(again.Sees(first));
        Assert.Empty(again.Page.QuerySelectorAll("input[name=plan][checked]"));
        await again.Press("Verder: klopt dit?", ("plan", $"{numbers[1]}"));
        await again.Press("Stem in de bus doen");
        Assert.False(again.Sees(first));

        await n.WithSealedBox(round);
        Assert.Equal([$"{numbers[1]}"], (await n.SealedOf(round)).Select(b => b.Choices));
    }

    [Fact]
    public async Task What_is_ticked_survives_a_reload_another_language_and_coming_back_later()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var numbers = await n.PlanNumbers(round);
        var voter = n.Stranger;
        await voter.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", (await n.CodesOf(round))[0].ToString()));
        await voter.Press("Zet op nummer", ("plan", $"{numbers[3]}"));
        Assert.Equal(numbers.Select(p => $"plan-{p}"), voter.Page.QuerySelectorAll(".plans input").Select(i => i.Id));
        await voter.Go("/stembiljet?taal=en");
        Assert.True(voter.Sees("1 plan chosen"));
        Assert.True(((IHtmlInputElement)voter.Page.GetElementById($"plan-{numbers[3]}")!).IsChecked);
        await voter.Go("/stemmen");
        Assert.True(voter.Sees("Je stembiljet is nog niet af"));
        site.Clock.Advance(BallotSession.Life);
        await voter.Go("/stembiljet");
        Assert.Equal("/stemmen", voter.Path);
    }

    /// <summary>Forty people press the last button at the same moment, through the whole program.</summary>
    [Theory, EachDatabase]
    public async Task Many_at_once_each_get_their_own_receipt(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote(rights: 40);
        var (plans, codes) = (await n.PlanNumbers(round), await n.CodesOf(round));
        var voters = codes.Select(_ => n.Stranger).ToList();
        for (var i = 0; i < voters.Count; i++)
        {
            await voters[i].Go("/stemmen");
            await voters[i].Press("Naar het stembiljet", ("code", codes[i].ToString()));
            await voters[i].Press("Verder: klopt dit?", ("plan", $"{plans[i % 4]}"));
        }
        await Task.WhenAll(voters.Select(v => Task.Run(() => v.Press("Stem in de bus doen"))));
        Assert.Equal(40, voters.Select(v => v.Page.QuerySelector(".receipt")!.TextContent).Distinct().Count());
        await n.WithSealedBox(round);
        var published = await n.SealedOf(round);
        Assert.All(plans, plan => Assert.Equal(10, published.Count(b => b.Plans.SequenceEqual([plan]))));
    }

    [Fact]
    public async Task Pages_about_the_round_say_how_many_voted_and_that_a_ballot_is_unfinished()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var plans = await n.PlanNumbers(round);
        await n.WithBallots(round, [plans[0]], [plans[0]], [plans[1]]);
        var voter = n.Stranger;
        foreach (var page in new[] { "/", $"/rondes/{round.Number}" })
        {
            await voter.Go(page);
            Assert.True(voter.Sees("Tot nu toe stemden 3 van de 20 mensen met een code"));
            Assert.False(voter.Sees("Je stembiljet is nog niet af"));
        }
        await voter.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", (await n.CodesOf(round))[9].ToString()));
        await voter.Press("Tel opnieuw", ("plan", $"{plans[2]}"));
        foreach (var page in new[] { "/", $"/rondes/{round.Number}" })
        {
            await voter.Go(page);
            Assert.True(voter.Sees("Je stembiljet is nog niet af"));
        }
    }

    [Fact]
    public async Task Requests_that_cast_are_ended_within_the_wait_before_sealing()
    {
        await using var site = new TestSite();
        var endpoints = site.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        foreach (var path in new[] { "stemmen", "stembiljet", "stembiljet/klopt-dit" })
        {
            var page = Assert.Single(endpoints.OfType<RouteEndpoint>(), e => e.RoutePattern.RawText == path && e.Metadata.GetMetadata<RequestTimeoutAttribute>() is not null);
            Assert.Equal(VotingHours.Policy, page.Metadata.GetMetadata<RequestTimeoutAttribute>()!.PolicyName);
        }
        var limits = site.Services.GetRequiredService<IOptions<RequestTimeoutOptions>>().Value;
        Assert.Equal(VotingHours.RequestLimit, limits.Policies[VotingHours.Policy].Timeout);
    }

    [Fact]
    public async Task Searching_hides_plans_and_loses_none_that_are_ticked()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var numbers = await n.PlanNumbers(round);
        var voter = n.Stranger;
        await voter.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", (await n.CodesOf(round))[0].ToString()));
        await voter.Press("Zoek", ("plan", $"{numbers[0]}"), ("zoek", "lampen"));
        Assert.Equal($"plan-{numbers[3]}", Assert.Single(voter.Page.QuerySelectorAll(".plans input")).Id);
        Assert.True(voter.Sees("1 gekozen plan staat nu niet in beeld"));
        await voter.Press("Verder: klopt dit?");
        Assert.True(voter.Sees("Regentonnen"));
    }

    [Fact]
    public async Task Too_expensive_is_refused_in_place_and_nothing_is_lost()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote(BallotType.Knapsack, budget: 5_000);
        var numbers = await n.PlanNumbers(round);
        var voter = n.Stranger;
        await voter.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", (await n.CodesOf(round))[0].ToString()));
        Assert.True(voter.Sees("Kies plannen voor samen hoogstens € 5.000"));
        await voter.Press("Verder: klopt dit?", ("plan", $"{numbers[0]}"), ("plan", $"{numbers[1]}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, voter.Status);
        Assert.True(voter.Sees("Haal voor € 200 weg"));
        Assert.Equal(2, voter.Page.QuerySelectorAll("input[name=plan][checked]").Length);
        await voter.Press("Verder: klopt dit?", ("plan", "99999"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, voter.Status);
        Assert.True(voter.Sees("Plan 99999 staat niet op dit stembiljet") || voter.Sees("Plan 99.999 staat niet op dit stembiljet"));
    }

    [Fact]
    public async Task A_blank_ballot_is_only_cast_when_it_is_said_to_be_blank()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var voter = n.Stranger;
        await voter.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", (await n.CodesOf(round))[0].ToString()));
        await voter.Press("Verder: klopt dit?");
        await voter.Press("Blanco stem in de bus doen", ("blanco", "nee"));
        await voter.Press("Blanco stem in de bus doen");
        Assert.Equal("/stembewijs", voter.Path);
        await n.WithSealedBox(round);
        Assert.Equal([""], (await n.SealedOf(round)).Select(b => b.Choices));
    }

    [Fact]
    public async Task Ticking_with_htmx_answers_with_what_is_left_alone()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        var numbers = await n.PlanNumbers(round);
        var voter = n.Stranger;
        await voter.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", (await n.CodesOf(round))[0].ToString()));
        var form = (IHtmlFormElement)voter.Page.GetElementById("biljet")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value))
            .Append(KeyValuePair.Create("plan", $"{numbers[1]}"));
        using var post = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("hx-post")) { Content = new FormUrlEncodedContent(fields) };
        post.Headers.Add("HX-Request", "true");
        var answer = await (await voter.Http.SendAsync(post)).Content.ReadAsStringAsync();
        Assert.StartsWith("<p>", answer.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("<form", answer, StringComparison.Ordinal);
        Assert.Contains("Nog 2 keuzes", answer, StringComparison.Ordinal);
        await voter.Go("/stembiljet");
        Assert.True(((IHtmlInputElement)voter.Page.GetElementById($"plan-{numbers[1]}")!).IsChecked);
    }

    /// <summary>Between looking up the box and reading it, sealing may take its tables away.</summary>
    [Theory, EachDatabase]
    public async Task A_code_typed_at_the_moment_of_sealing_hears_that_voting_is_over(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithOpenVote();
        site.Clock.MoveTo(round.VotingCloses.Instant + VotingHours.RequestLimit);
        await using (var db = n.Open()) await new BoxTables(db, (await n.BoxOf(round)).Id).DropAll();
        var voter = await n.Stranger.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", (await n.CodesOf(round))[0].ToString()));
        Assert.Equal(System.Net.HttpStatusCode.Conflict, voter.Status);
        Assert.True(voter.Sees("Het stemmen is voorbij"), voter.Text);
    }

    /// <summary>Votes for one plan; answers the receipt number.</summary>
    internal static async Task<string> Vote(NeighbourhoodVisitor voter, string code, int plan)
    {
        await voter.Go("/stemmen");
        await voter.Press("Naar het stembiljet", ("code", code));
        if (voter.Path == "/stembewijs") await voter.Go("/stembiljet");
        await voter.Press("Verder: klopt dit?", ("plan", $"{plan}"));
        await voter.Press("Stem in de bus doen");
        Assert.Equal("/stembewijs", voter.Path);
        return voter.Page.QuerySelector(".receipt")!.TextContent;
    }
}
