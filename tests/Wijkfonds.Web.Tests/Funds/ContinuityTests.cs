using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Continuity;
using Wijkfonds.Web.Shared;
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
        foreach (var says in new[] { "2027 € 80 € 30 € 50", "2028 € 100 € 0 € 100", "2030 € 0", "Gemeente Oosterstad: 75 procent", "tot en met het jaar 2030", "Woonstichting De Brug 2029 € 25" })
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

    [Theory]
    [InlineData(2026, 2030), InlineData(2029, 2030), InlineData(2030, 2034), InlineData(2033, 2034)]
    public void The_council_of_now_decides_until_the_next_election(int year, int until) =>
        Assert.Equal(until, new Outlook(year, [], [], Wijkfonds.Web.Funds.Pot.Empty).CouncilUntil);
}
