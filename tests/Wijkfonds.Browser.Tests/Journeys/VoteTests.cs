using System.Text.RegularExpressions;
using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Browser.Tests.Journeys;

/// <summary>From frozen ballot to confirmed result, by hand, at phone width, with and without script.</summary>
[Collection(nameof(Shared.Journeys))]
public sealed class VoteTests(Chromium chromium)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task Residents_vote_with_a_code_and_the_count_follows(int width, bool script)
    {
        await using var site = new RunningSite();
        var n = await Neighbourhood.On(site.Site);
        await n.WithMoney(60_000);
        var round = await n.WithRound(Phase.Reviewing, BallotType.Knapsack, sections: ("Hele wijk", 6_000));
        await n.WithPlan(round, "Speelplek", 4_000);
        await n.WithPlan(round, "Buurtmaaltijd", 1_500);
        await n.WithPlan(round, "Lampen", 3_000);
        var codes = await PrepareBallot(site, n, round);

        site.Site.Clock.MoveTo(round.VotingOpens.Instant.AddDays(1));
        await using var voter = await Screen.Open(chromium, site, width: width, script: script);
        await voter.Go(n.At("/stemmen"));
        await voter.IsGood("stemmen-code");
        await voter.Fill("Je stemcode", "AAAAA-AAAAA-AAAAA");
        await voter.Press("Naar het stembiljet");
        await Assertions.Expect(voter.Page.Locator(".refusal")).ToBeVisibleAsync();
        await voter.IsGood("stemmen-verkeerde-code");
        Assert.Equal("AAAAA-AAAAA-AAAAA", await voter.Page.GetByLabel("Je stemcode").InputValueAsync());

        await Enter(voter, n, codes[0]);
        await voter.IsGood("stembiljet");
        await voter.Page.GetByLabel("Speelplek").CheckAsync(Tap);
        await voter.Page.GetByLabel("Lampen").CheckAsync(Tap);
        // Over the budget: told at once with script, and by the server without.
        if (!script) await voter.Press("Tel opnieuw");
        await Assertions.Expect(voter.Page.Locator("#stand")).ToContainTextAsync("te veel");
        await voter.Page.GetByLabel("Lampen").UncheckAsync(Untap);
        if (script) await Assertions.Expect(voter.Page.Locator("#stand")).ToContainTextAsync("Nog");
        await voter.IsGood("stembiljet-gekozen");
        await voter.Press("Verder: klopt dit?");
        await voter.Sees("Je stem zit nog niet in de bus.");
        await voter.IsGood("stembiljet-klopt-dit");
        await voter.Press("Stem in de bus doen");
        await voter.Sees("Je stem zit in de bus");
        await voter.IsGood("stembewijs");
        Assert.DoesNotContain(codes[0].Replace("-", "", StringComparison.Ordinal), voter.Page.Url.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

        // The same code again replaces the ballot; it never tells what was chosen.
        await using var again = await Screen.Open(chromium, site, width: width, script: script);
        await again.Go(n.At("/stemmen"));
        await again.Fill("Je stemcode", codes[0].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        await again.Press("Naar het stembiljet");
        await again.Sees("Je stem zit in de bus");
        Assert.DoesNotContain("Speelplek", await again.Text(), StringComparison.Ordinal);
        await again.Follow("Nieuw stembiljet invullen");
        await again.Sees("Er zit al een stembiljet van deze code in de bus");
        Assert.False(await again.Page.GetByLabel("Speelplek").IsCheckedAsync());
        await Cast(again, "Buurtmaaltijd", "Lampen");
        await using var other = await Screen.Open(chromium, site, width: width, script: script);
        await Enter(other, n, codes[1]);
        await Cast(other, "Buurtmaaltijd");

        site.Site.Clock.MoveTo(round.VotingCloses.Instant.AddSeconds(1));
        await voter.Go(n.At("/stemmen"));
        await voter.Page.GetByLabel("Je stemcode").FillAsync(codes[2]);
        await voter.Press("Naar het stembiljet");
        await voter.Sees("Het stemmen is voorbij.");
        site.Site.Clock.Advance(TimeSpan.FromSeconds(40));
        await site.Site.RunJobs();
        await site.Site.RunJobs();

        await voter.Go(n.At($"/rondes/{round.Number}/uitslag"));
        await voter.Sees("Buurtmaaltijd");
        await voter.Sees("Speelplek");
        await voter.IsGood("uitslag");
        await using var member = await Screen.Open(chromium, site, n.Member, width, script);
        await member.Go(n.At($"/rondes/{round.Number}/uitslag"));
        await member.IsGood("uitslag-lid");
    }

    /// <summary>Two members freeze the ballot, make codes, look at the sheet to print, and confirm it. Returns the codes on the sheet.</summary>
    private async Task<IReadOnlyList<string>> PrepareBallot(RunningSite site, Neighbourhood n, Round round)
    {
        await using var member = await Screen.Open(chromium, site, n.Member);
        await using var second = await Screen.Open(chromium, site, n.SecondMember);
        await member.Go(n.At($"/rondes/{round.Number}/stembiljet-vaststellen"));
        await member.IsGood("vaststellen");
        await member.Press("Stembiljet vaststellen");
        await member.Sees("Voorgesteld. Een tweede lid moet nog akkoord geven.");
        await ContributeTests.Agree(second, n);
        await member.Go(n.At($"/rondes/{round.Number}/stembiljet-vaststellen"));
        await member.Sees("Het stembiljet is vastgesteld");
        await member.IsGood("vastgesteld");

        await member.Go(n.At($"/rondes/{round.Number}/codes"));
        await member.Fill("Hoeveel codes?", "12");
        await member.Press("Codes maken");
        await member.Sees("Er zijn 12 codes gemaakt.");
        var codes = Code().Matches(await member.Text()).Select(m => m.Value).ToList();
        Assert.Equal(12, codes.Distinct().Count());
        await member.IsGood("codes");
        await member.Press("Alle codes zijn gedrukt");
        await member.Sees("Voorgesteld.");
        await ContributeTests.Agree(second, n);
        await site.Site.RunJobs();
        await member.Go(n.At($"/rondes/{round.Number}/codes"));
        await member.Sees("Niemand kan ze nog zien");
        Assert.Empty(Code().Matches(await member.Text()));
        return codes;
    }

    private static async Task Enter(Screen voter, Neighbourhood n, string code)
    {
        await voter.Go(n.At("/stemmen"));
        await voter.Fill("Je stemcode", code);
        await voter.Press("Naar het stembiljet");
        await voter.Sees("Speelplek");
    }

    private static async Task Cast(Screen voter, params string[] plans)
    {
        foreach (var plan in plans) await voter.Page.GetByLabel(plan).CheckAsync(Tap);
        await voter.Press("Verder: klopt dit?");
        await voter.Press("Stem in de bus doen");
        await voter.Sees("Je stem zit in de bus");
    }

    /// <summary>The whole row is the label, so the box itself lies under it: a finger hits the row.</summary>
    private static readonly LocatorCheckOptions Tap = new() { Force = true };
    private static readonly LocatorUncheckOptions Untap = new() { Force = true };

    private static Regex Code() => new("[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}");
}
