using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Continuity;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Allocation.Years;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds;

/// <summary>The clock stands in January 2027.</summary>
public sealed class ContinuityTests
{
    [Theory, EachDatabase]
    public async Task The_coming_years_say_what_is_promised_what_ends_and_what_if_the_largest_giver_stops(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        Assert.True((await n.Stranger.Go("/geld/komende-jaren")).Sees("Nog geen toezeggingen"));
        await site.Given([.. Promise(0, 2027, 80), .. Promise(0, 2028, 75), .. Promise(1, 2028, 25), .. Promise(1, 2029, 25)]);
        await n.WithMoney(40);
        var page = await n.Stranger.Go("/geld/komende-jaren");
        foreach (var says in new[] { "2027 € 80 € 30 € 50 € 0 € 0 € 90", "2028 € 100 € 0 € 100 € 0 € 0 € 100", "2030 € 0", "Gemeente Oosterstad: 75 procent", "tot en met het jaar 2030",
            "2029 Woonstichting De Brug: toezegging zonder betaalplan € 25", "2030 De gemeenteraad van nu beslist over het geld van de gemeente € 0" })
            Assert.True(page.Sees(says), page.Text);
        await page.Press("Laat zien", ("zonder", "1"), ("vanaf", "2028"));
        Assert.True(page.Sees("als Gemeente Oosterstad stopt vanaf 2028") && page.Sees("2028 € 25 € 0 € 25 € 75") && page.Sees("2027 € 80"), page.Text);
        foreach (var odd in new[] { "zonder=99&vanaf=2028", "zonder=1&vanaf=1", "zonder=x&vanaf=y" }) Assert.True((await n.Stranger.Go("/geld/komende-jaren?" + odd)).Sees("De komende acht jaar"));

        object[] Promise(int giver, int year, long euros)
        {
            var pledge = new Pledge { FundId = n.FundId, ContributorId = n.Contributors[giver].Id, Year = year, EnteredAt = site.Clock.Now, ConfirmedAt = site.Clock.Now };
            return [pledge, pledge.Becomes(Cents.Euros(euros), PledgeReason.Promised, site.Clock.Now)];
        }
    }

    [Theory, EachDatabase]
    public async Task Each_year_says_what_is_for_plans_already_what_is_conditional_and_what_is_free_and_who_falls_without_cover(string database)
    {
        await using var site = new TestSite(database);
        var world = await YearsWorld.Of(site);
        await world.Pledge(0, 2028, 2_000);
        await world.Pledge(1, 2028, 500);
        await world.Pledge(0, 2029, 1_500);
        Assert.False((await world.Promise(1, (2028, 1_000), (2029, 900))).Refused);
        var page = await world.N.Stranger.Go("/geld/komende-jaren");
        foreach (var says in new[] { "2027 € 0 € 0 € 0 € 3.000 € 0 € 0", "2028 € 2.500 € 0 € 2.500 € 0 € 1.000 € 1.500", "2029 € 1.500 € 0 € 1.500 € 0 € 900 € 600", "2029 Plan 1: Regentonnen: laatste voorwaardelijke jaar € 900" })
            Assert.True(page.Sees(says), page.Text);

        await page.Press("Laat zien", ("zonder", "1"), ("vanaf", "2028"));
        foreach (var says in new[] { "Dan rust € 1.400 van wat voorwaardelijk is toegezegd op niets meer", "2028 € 500 € 0 € 500 € 2.000 € 0 € 1.000 € 500 € 0", "2029 € 0 € 0 € 0 € 1.500 € 0 € 900 € 900 € 0", "€ 500 is niet meer toegezegd" })
            Assert.True(page.Sees(says), page.Text);
        await page.Press("Laat zien", ("zonder", "2"), ("vanaf", "2028"));
        Assert.True(page.Sees("Wat voorwaardelijk is toegezegd, blijft dan gedekt") && page.Sees("2028 € 2.000 € 0 € 2.000 € 500 € 0 € 1.000 € 1.000"), page.Text);

        // What arrived became a commitment of its own year, also where it came ahead.
        world.MoveTo(2028);
        await world.Arrives(0, 2_000);
        Assert.True((await page.Go("/geld/komende-jaren")).Sees("2028 € 2.500 € 2.000 € 500 € 4.000 € 0 € 1.500"), page.Text);
        await world.Arrives(0, 1_500);
        await page.Go("/geld/komende-jaren");
        Assert.True(page.Sees("2028 € 2.500 € 2.000 € 500 € 4.000 € 0 € 2.100") && page.Sees("2029 € 1.500 € 1.500 € 0 € 900 € 0 € 0") && page.Sees("Er is nu niets voorwaardelijk toegezegd."), page.Text);
    }

    [Theory]
    [InlineData(2026, 2030), InlineData(2029, 2030), InlineData(2030, 2034), InlineData(2033, 2034)]
    public void The_council_of_now_decides_until_the_next_election(int year, int until) =>
        Assert.Equal(until, new Outlook(year, [], [], [], Wijkfonds.Web.Funds.Pot.Empty).CouncilUntil);
}
