using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Browser.Tests.Journeys;

/// <summary>The ballot that cannot be frozen yet: what members and the giver press until it can, on a phone and on a laptop.</summary>
[Collection(nameof(Shared.Journeys))]
public sealed class EarmarkTests(Chromium chromium)
{
    [Fact]
    public async Task A_plan_is_moved_an_objection_is_answered_and_taken_back_and_the_ballot_is_frozen()
    {
        await using var site = new RunningSite();
        var n = await (await Neighbourhood.On(site.Site)).WithContributorsOnly();
        var round = await n.WithRound(Phase.Reviewing, sections: [("Rond de woningen", 2_000), ("Overal", 2_000)]);
        await n.WithBound(round.Sections[0], await n.WithEarmark("Voor groen bij onze huizen", themes: "Groen", places: ";;;Esdoornhof", percent: 40), 1_500);
        await n.WithUnbound(round.Sections[0], 500, giver: 1);
        await n.WithUnbound(round.Sections[1], 2_000, giver: 1);
        await n.WithPlan(round, "Wijkfeest", 600);
        await n.WithPlan(round, "Zangkoor", 400);
        await using (var db = site.Site.Database.Open(n.FundId))
            await db.Set<Web.Proposals.Proposal>().Where(p => p.Number == 2).ExecuteUpdateAsync(set => set.SetProperty(p => p.ThemeId, round.Themes[1].Id));

        await using var giver = await Screen.Open(chromium, site, n.ContributorRepresentative);
        await giver.Go(n.At("/rondes/1/oormerken"));
        await giver.IsGood("oormerken-gever");
        await giver.Page.GetByText("Bezwaar maken of intrekken").First.ClickAsync();
        await giver.Page.GetByLabel("Waarom? Iedereen kan dit lezen.").First.FillAsync("Een feest is geen groen.");
        await giver.Page.GetByRole(AriaRole.Button, new() { Name = "Bezwaar maken" }).First.ClickAsync();
        await giver.Sees("De gever maakt bezwaar: Een feest is geen groen.");

        await using var member = await Screen.Open(chromium, site, n.Member, 390);
        await member.Go(n.At("/rondes/1/stembiljet-vaststellen"));
        await member.Sees("2 plannen passen nog niet bij het geld in hun onderdeel");
        await member.IsGood("stembiljet-past-niet");
        await member.Follow("Verplaats plan 2");
        await member.IsGood("plan-verplaatsen");
        await member.Page.GetByText("Overal", new() { Exact = false }).First.ClickAsync();
        await member.Fill("Waarom? Iedereen kan dit lezen.", "Zingen hoort bij ontmoeten.");
        await member.Press("Leg voor aan een tweede lid");
        await member.Sees("Je voorstel over plan 2 ligt klaar.");
        await using var second = await Screen.Open(chromium, site, n.SecondMember);
        await Agree(second, n, DecisionKind.MovePlan);

        await member.Go(n.At("/rondes/1/stembiljet-vaststellen"));
        await member.Follow("Beantwoord het bezwaar");
        await member.Page.GetByText("Antwoord op het bezwaar").ClickAsync();
        await member.Page.GetByLabel("Wat antwoord je? Iedereen kan dit lezen.").FillAsync("We planten er twaalf bomen.");
        await member.IsGood("bezwaar-beantwoorden");
        await member.Press("Antwoord geven");
        await member.Sees("De wijkalliantie antwoordde: “We planten er twaalf bomen.”");

        await giver.Go(n.At("/rondes/1/oormerken"));
        await giver.Page.GetByText("Bezwaar maken of intrekken").First.ClickAsync();
        await giver.Page.GetByLabel("Waarom is het bezwaar van de baan? Iedereen kan dit lezen.").FillAsync("Dan graag.");
        await giver.Press("Bezwaar intrekken");

        await member.Go(n.At("/rondes/1/stembiljet-vaststellen"));
        await member.Press("Stembiljet vaststellen");
        await Agree(second, n, DecisionKind.FreezeBallot);
        await using var neighbour = await Screen.Open(chromium, site, width: 390);
        await neighbour.Go(n.At("/rondes/1/oormerken"));
        await neighbour.Sees("Het stembiljet staat vast.");
        await neighbour.IsGood("oormerken-vastgesteld");
        await neighbour.Go(n.At("/rondes/1/plannen/2"));
        await neighbour.Sees("Van Rond de woningen naar Overal. Zingen hoort bij ontmoeten.");
        await neighbour.IsGood("plan-verplaatst");
    }

    private static async Task Agree(Screen member, Neighbourhood n, DecisionKind kind)
    {
        await member.Go(n.At($"/bureau/besluiten/{await n.OpenDecision(kind)}"));
        await member.IsGood($"besluit-{kind}");
        await member.Press("Akkoord");
        await member.Sees("Besloten:");
    }
}
