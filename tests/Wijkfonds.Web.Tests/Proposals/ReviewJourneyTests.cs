using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Proposals;

public sealed class ReviewJourneyTests
{
    private const string Propose = "Leg voor aan een tweede lid";

    [Theory, EachDatabase]
    public async Task Two_members_admit_a_plan_and_its_maker_is_told(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var plan = await n.WithSubmitted(await n.WithRound(Phase.Submitting));
        var mo = await n.As(n.Member).Go("/rondes/1/toets");
        Assert.True(mo.Sees("Wacht op een eerste lid"));
        await mo.Go("/rondes/1/toets/1");
        await mo.Press(Propose, ("Outcome", "Admit"));
        Assert.True(mo.Sees("Een tweede lid moet er nog naar kijken.") && mo.Sees("Mo Yildiz: toelaten"));
        Assert.False((await n.Stored(plan)).IsAdmitted);
        await mo.Go("/rondes/1/toets/1");
        Assert.True(mo.Sees("Iemand anders moet de tweede zijn."));
        var sanne = await n.As(n.SecondMember).Go("/rondes/1/toets/1");
        await sanne.Press("Akkoord");
        Assert.True(sanne.Sees("twee leden zijn het eens"), sanne.Text);
        Assert.True((await n.Stored(plan)).IsAdmitted);
        Assert.True((await n.Stranger.Go("/rondes/1/plannen/1")).Sees("Dit plan kan. Het komt op het stembiljet."));
        var mail = (await Mails(n)).Last();
        Assert.Equal("Je plan “Regentonnen”: toelaten", mail.Subject);
        Assert.Contains("Je hoeft niets te doen.", mail.Body, StringComparison.Ordinal);
        await n.As(n.Resident).Go($"/mijn/plannen/{plan.Handle}/1");
        var rosa = await n.As(n.Resident).Go("/mijn");
        Assert.Empty(rosa.Page.QuerySelectorAll($"a[href$='/mijn/plannen/{plan.Handle}/1']"));
    }

    [Theory, EachDatabase]
    public async Task Changes_are_asked_made_and_compared_and_a_review_of_the_older_version_is_stale(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Submitting);
        var plan = await n.WithSubmitted(round);
        await Review(n, "ChangesAsked", words: "Vraag de school om toestemming.");
        Assert.True((await n.Stranger.Go("/rondes/1/plannen/1")).Sees("Vraag de school om toestemming."));
        Assert.Contains("Pas je plan aan en stuur het opnieuw in", (await Mails(n)).Last().Body, StringComparison.Ordinal);

        site.Clock.MoveTo(round.SubmissionCloses.Instant.AddDays(1));
        var rosa = await n.As(n.Resident).Go($"/mijn/plannen/{plan.Handle}/5");
        await rosa.Press("Plan opnieuw insturen");
        Assert.True(rosa.Sees("Je veranderde nog niets aan je plan."));
        await rosa.Go($"/mijn/plannen/{plan.Handle}/1");
        await rosa.Press("Bewaar en ga verder", ("Title", "Regentonnen bij school"));
        Assert.Equal("Regentonnen", (await n.Stranger.Go("/rondes/1/plannen/1")).Page.QuerySelector("h1")!.TextContent);
        Assert.False((await n.Stranger.Go("/rondes/1/plannen")).Sees("bij school"));
        await rosa.Go($"/mijn/plannen/{plan.Handle}/5");
        await rosa.Press("Plan opnieuw insturen");
        Assert.True(rosa.Sees("Het heeft nummer 1."));
        await n.Stranger.Go("/rondes/1/plannen/1/versies");
        var versions = await n.Stranger.Go("/rondes/1/plannen/1/versies?van=1&tot=2");
        Assert.Equal("bij school", versions.Page.QuerySelector("ins")!.TextContent);
        Assert.Null(versions.Page.QuerySelector("del"));
    }

    [Theory, EachDatabase]
    public async Task A_plan_that_was_sent_in_again_makes_the_review_of_the_old_one_stale(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var plan = await n.WithSubmitted(await n.WithRound(Phase.Submitting));
        var mo = await n.As(n.Member).Go("/rondes/1/toets/1");
        await mo.Press(Propose, ("Outcome", "Admit"));
        var sanne = await n.As(n.SecondMember).Go("/rondes/1/toets/1");
        var slow = await n.As(n.Treasurer).Go("/rondes/1/toets/1");
        var rosa = await n.As(n.Resident).Go($"/mijn/plannen/{plan.Handle}/1");
        await rosa.Press("Bewaar en ga verder", ("Title", "Iets heel anders"));
        await rosa.Go($"/mijn/plannen/{plan.Handle}/5");
        await rosa.Press("Plan opnieuw insturen");
        await sanne.Press("Akkoord");
        Assert.Equal(HttpStatusCode.Conflict, sanne.Status);
        Assert.True(sanne.Sees("Het plan is intussen opnieuw ingestuurd."));
        Assert.True((await n.Stored(plan)).IsUnderReview);
        await sanne.Go("/rondes/1/toets/1");
        Assert.True(sanne.Sees("Lees het nieuwe plan en doe een nieuw voorstel."));
        await sanne.Press(Propose, ("Outcome", "Admit"));
        Assert.True(sanne.Sees("Je voorstel over plan 1 ligt klaar."), sanne.Text);
        await slow.Press("Akkoord");
        Assert.Equal(HttpStatusCode.Conflict, slow.Status);
        Assert.True((await n.Stored(plan)).IsUnderReview);
    }

    [Theory, EachDatabase]
    public async Task What_is_admitted_is_what_was_sent_in_not_what_was_typed_after_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var plan = await n.WithSubmitted(await n.WithRound(Phase.Submitting));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var rosa = await n.As(n.Resident).Go($"/mijn/plannen/{plan.Handle}/3");
        await rosa.Press("Bewaar en ga later verder", ("What", "Goud"), ("Amount", "5000"), ("What", "Zilver"), ("Amount", "3"));
        Assert.True(rosa.Sees("Je laatste wijzigingen zijn nog niet ingestuurd."));
        await Review(n, "Admit");
        var stored = await n.Stored(plan);
        Assert.True(stored.IsAdmitted);
        Assert.Equal("Tonnen 1200.00", string.Join(", ", stored.Costs.Select(c => $"{c.What} {c.Amount}")));
    }

    [Theory, EachDatabase]
    public async Task A_refusal_names_its_public_reason(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await n.WithSubmitted(await n.WithRound(Phase.Submitting));
        var mo = await n.As(n.Member).Go("/rondes/1/toets/1");
        await mo.Press(Propose, ("Outcome", "Refuse"), ("Words", "De school wil het niet."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mo.Status);
        Assert.Equal("De school wil het niet.", mo.Page.QuerySelector("textarea")!.TextContent.Trim());
        await Review(n, "Refuse", "OwnerSaysNo", "De school wil het niet.");
        Assert.True((await n.Stranger.Go("/rondes/1/plannen/1")).Sees("De eigenaar van de plek zegt nee. De wijkalliantie schrijft: “De school wil het niet.”"));
        Assert.Contains("De eigenaar van de plek zegt nee.", (await Mails(n)).Last().Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_maker_and_who_has_an_interest_stand_aside(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var plan = await n.WithSubmitted(await n.WithRound(Phase.Submitting), by: n.Member);
        var mo = await n.As(n.Member).Go("/rondes/1/toets/1");
        Assert.True(mo.Sees("Dit is je eigen plan."));
        var terms = """{"Outcome":"Admit","Reason":"None","Words":"","Version":1}""";
        var viewer = await n.Viewer(n.Member);
        await using var scope = site.Services.CreateAsyncScope();
        await using var db = n.Open();
        var own = await scope.ServiceProvider.GetRequiredService<Deciding>()
            .Propose(db, viewer, site.Clock.Now, DecisionKind.ReviewProposal, plan.Id, "plan 1", "/", terms);
        Assert.IsType<Wijkfonds.Web.Proposals.Reviewing.MakerStandsAside>(own.Refusal);

        var sanne = await n.As(n.SecondMember).Go("/rondes/1/toets/1");
        await sanne.Press(Propose, ("Outcome", "Admit"));
        await sanne.Go("/rondes/1/toets/1");
        await sanne.Press("Meld mijn belang", ("Interest", "Mijn zus hoort bij de makers."));
        Assert.True(sanne.Sees("Je belang is gemeld.") && sanne.Sees("Je hebt hierbij een belang gemeld."));
        var tineke = await n.As(n.Treasurer).Go("/rondes/1/toets/1");
        Assert.True(tineke.Sees("Wacht op een eerste lid"), "a voice of who stands aside does not count");
    }

    [Theory, EachDatabase]
    public async Task Only_members_review_and_nothing_changes_after_the_freeze(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Submitting);
        var plan = await n.WithSubmitted(round);
        foreach (var other in new[] { null, n.Resident, n.Auditor, n.DeskHelper, n.Host, n.ContributorRepresentative })
            foreach (var path in new[] { "/rondes/1/toets", "/rondes/1/toets/1" })
                Assert.DoesNotContain("Toets van", (await n.As(other).Go(path)).Text, StringComparison.Ordinal);
        var mo = await n.As(n.Member).Go("/rondes/1/toets/1");
        var rosa = await n.As(n.Resident).Go("/mijn");
        await n.WithAct(round, RoundActKind.BallotFrozen);
        await mo.Press(Propose, ("Outcome", "Admit"));
        Assert.Equal(HttpStatusCode.Conflict, mo.Status);
        Assert.True(mo.Sees("De lijst met plannen staat vast."));
        await rosa.Press("Plan terugtrekken");
        Assert.Equal(HttpStatusCode.Conflict, rosa.Status);
        Assert.True((await n.Stored(plan)).IsUnderReview);
    }

    [Theory, EachDatabase]
    public async Task The_desk_says_how_many_plans_wait_and_no_longer_when_a_first_member_spoke(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Submitting);
        await n.WithSubmitted(round);
        await n.WithSubmitted(round, "Bankjes", by: n.Residents[1]);
        Assert.Equal(["2 plannen toetsen in Ronde 1"], await Tasks(n, n.Member));
        Assert.Empty(await Tasks(n, n.Resident));
        var mo = await n.As(n.Member).Go("/rondes/1/toets/1");
        await mo.Press(Propose, ("Outcome", "Admit"));
        Assert.Equal(["1 plan toetsen in Ronde 1"], await Tasks(n, n.Member));
    }

    private static async Task Review(Neighbourhood n, string outcome, string reason = "", string words = "")
    {
        var mo = await n.As(n.Member).Go("/rondes/1/toets/1");
        await mo.Press(Propose, ("Outcome", outcome), ("Reason", reason), ("Words", words));
        Assert.True(mo.Sees("Je voorstel over plan 1 ligt klaar."), mo.Text);
        var second = await n.Second(DecisionKind.ReviewProposal);
        Assert.Null(second.Refusal);
    }

    private static async Task<List<OutboxMessage>> Mails(Neighbourhood n)
    {
        await using var db = n.Open();
        return await db.Set<OutboxMessage>().Where(m => m.To == n.Resident.Email).OrderBy(m => m.Id).ToListAsync();
    }

    private static async Task<IEnumerable<string>> Tasks(Neighbourhood n, Account who)
    {
        await using var scope = n.Site.Services.CreateAsyncScope();
        await using var db = n.Open();
        scope.ServiceProvider.GetRequiredService<FundScope>().Fund = n.Fund;
        var viewer = await n.Viewer(who);
        var titles = new List<string>();
        foreach (var source in scope.ServiceProvider.GetServices<IDeskTasks>())
            titles.AddRange((await source.For(viewer, db, n.Site.Texts.In("nl"), n.Site.Clock.Now)).Where(t => t.Path.EndsWith("/toets", StringComparison.Ordinal)).Select(t => t.Title));
        return titles;
    }
}
