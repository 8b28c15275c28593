using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Neighbours;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

/// <summary>The giver's objection: by itself or by letter, with reasons, answered in public, until the ballot is frozen and never after.</summary>
public sealed class ObjectionTests
{
    [Theory, EachDatabase]
    public async Task A_giver_without_an_account_objects_by_letter_gets_the_answer_by_mail_and_takes_it_back(string database)
    {
        await using var site = new TestSite(database);
        var (n, round, earmark) = await WithBound(site, giver: 1);
        var tineke = await n.As(n.Treasurer).Go("/rondes/1/oormerken");
        await tineke.Press("Bezwaar maken", ("reason", "Dit is niet bij onze huizen."), ("letter", ""));
        Assert.True(tineke.Sees("Schrijf op in welke brief of mail de gever dit schreef"), tineke.Text);
        Assert.Equal("Dit is niet bij onze huizen.", tineke.Page.QuerySelector("#reason")!.GetAttribute("value"));
        Assert.NotNull(tineke.Page.QuerySelector("#letter[aria-invalid=true]"));
        await tineke.Press("Bezwaar maken", ("reason", "Dit is niet bij onze huizen."), ("letter", "Mail van 3 januari, kenmerk WB-7"));

        var page = await n.Stranger.Go("/rondes/1/oormerken");
        Assert.True(page.Sees("De gever maakt bezwaar: Dit is niet bij onze huizen.") && page.Sees("Zo stond het in een brief of mail aan de penningmeester."), page.Text);
        Assert.False(page.Sees("WB-7"), "whose letter it was is for who sees money");
        Assert.True((await n.As(n.Member).Go("/rondes/1/oormerken")).Sees("De penningmeester nam dit over uit: Mail van 3 januari, kenmerk WB-7."));
        var mail = (await site.MailsTo("geld@example.org"))[^1];
        Assert.Equal("We hebben jullie bezwaar bij het plan “Regentonnen” ingevoerd", mail.Subject);
        Assert.Contains("WB-7", mail.Body, StringComparison.Ordinal);
        Assert.Equal("Woonstichting De Brug maakt bezwaar bij je plan “Regentonnen”", (await site.MailsTo(n.Resident.Email!))[^1].Subject);
        Assert.True((await n.As(n.Resident).Go("/rondes/1/plannen/1")).Sees("Je plan past niet bij het geld van Woonstichting De Brug (Voor groen), want de gever maakt bezwaar: “Dit is niet bij onze huizen”."));

        var mo = await n.As(n.Member).Go("/bureau");
        Assert.True(mo.Sees("Woonstichting De Brug maakt bezwaar tegen plan 1: Regentonnen"), mo.Text);
        Assert.True((await mo.Go("/rondes/1/toets/1")).Sees("Alleen Woonstichting De Brug kan dit bezwaar intrekken."), mo.Text);
        await (await mo.Go("/rondes/1/oormerken")).Press("Antwoord geven", ("reason", "De tonnen komen op jullie stoep."));
        Assert.True(mo.Sees("De wijkalliantie antwoordde: “De tonnen komen op jullie stoep.”"), mo.Text);
        Assert.False((await mo.Go("/bureau")).Sees("maakt bezwaar tegen plan 1"), mo.Text);
        Assert.Contains("De tonnen komen op jullie stoep.", (await site.MailsTo("geld@example.org"))[^1].Body, StringComparison.Ordinal);
        // An answer changes nothing by itself: the giver decides.
        Assert.IsType<PlanOutsideEarmark>((await n.Freeze(round)).Refusal);

        await (await tineke.Go("/rondes/1/oormerken")).Press("Bezwaar intrekken", ("reason", "Dan is het goed."), ("letter", "Brief van 5 januari"));
        Assert.Equal("We hebben jullie bezwaar bij het plan “Regentonnen” ingetrokken", (await site.MailsTo("geld@example.org"))[^1].Subject);
        Assert.False((await n.Freeze(round)).Refused);
        foreach (var (who, kind) in new[] { (n.Treasurer, "Objected"), (n.Member, "ProposedFits"), (n.Member, "DoesNotFit") })
            Assert.IsType<EarmarkWordTooLate>((await Say(n, who, earmark, kind, "Brief van na de vaststelling")).Refusal);
        // Looked at afterwards, it still says what was said, and offers nothing.
        Assert.True((await mo.Go("/rondes/1/oormerken")).Sees("Het stembiljet staat vast.") && mo.Sees("De gever trok het bezwaar in: “Dan is het goed.”"), mo.Text);
        Assert.Empty(mo.Page.QuerySelectorAll("main form"));
    }

    [Theory, EachDatabase]
    public async Task Nobody_speaks_in_the_givers_name_and_nobody_answers_what_was_not_said(string database)
    {
        await using var site = new TestSite(database);
        var (n, round, earmark) = await WithBound(site, giver: 0);
        Assert.IsType<TreasurerNeeded>((await Say(n, n.Member, earmark, "Objected", "Brief")).Refusal);
        Assert.IsType<SecondFactorNeeded>((await Say(n, n.Treasurer, earmark, "Objected", "Brief", secondFactor: false)).Refusal);
        foreach (var person in new[] { n.Resident, n.Auditor, n.DeskHelper })
            foreach (var kind in Enum.GetNames<EarmarkWordKind>())
                Assert.IsType<NotFoundHere>((await Say(n, person, earmark, kind, "Brief")).Refusal);
        Assert.IsType<NoObjection>((await Say(n, n.Member, earmark, "Answered")).Refusal);
        Assert.IsType<NoObjection>((await Say(n, n.ContributorRepresentative, earmark, "ObjectionWithdrawn")).Refusal);
        // That it fits takes two members: nobody says so alone, nor in the name of two.
        foreach (var kind in new[] { "Vetoed", "Fits", "AgreedFits" }) Assert.IsType<Missing>((await Say(n, n.Member, earmark, kind)).Refusal);
        Assert.IsType<NotFoundHere>((await Say(n, n.Member, await n.WithEarmark("Van een ander", giver: 1) is var other ? other.Id : default, "ProposedFits", plan: 9)).Refusal);
        // Its money is in the first section: about a plan elsewhere it has nothing to say.
        await n.WithPlan(round, "Elders", 300, section: round.Sections[1]);
        Assert.IsType<NotInItsSection>((await Say(n, n.ContributorRepresentative, earmark, "Objected", plan: 2)).Refusal);
        // The giver itself needs no letter, and none is kept.
        var own = await Say(n, n.ContributorRepresentative, earmark, "Objected");
        Assert.Equal("", own.Value!.Letter);
    }

    private static async Task<(Neighbourhood, Round, Guid)> WithBound(TestSite site, int giver)
    {
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        var round = await n.WithRound(Phase.Reviewing, sections: [("Groen", 1_000), ("Rest", 1_000)]);
        var earmark = await n.WithEarmark("Voor groen", giver, themes: "Groen");
        await n.WithBound(round.Sections[0], earmark, 1_000);
        await n.WithUnbound(round.Sections[1], 1_000);
        await n.WithPlan(round, "Regentonnen", 500);
        return (n, round, earmark.Id);
    }

    private static async Task<Outcome<EarmarkWord>> Say(Neighbourhood n, Account who, Guid earmark, string kind, string letter = "", bool secondFactor = true, int plan = 1)
    {
        await using var scope = n.Site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<FundScope>().Fund = n.Fund;
        var viewer = await n.Viewer(who, secondFactor);
        return await n.InOneWork(db => scope.ServiceProvider.GetRequiredService<SayingFit>().Say(db, viewer, n.Site.Clock.Now, 1, plan, earmark, new WordForm(kind, "Omdat", letter)));
    }
}
