using System.Net;
using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Web.Tests.Shared;

public sealed class NeighbourhoodTests
{
    [Theory, EachDatabase]
    public async Task Every_phase_can_be_asked_for_and_is_the_phase_now(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await n.WithMoney(600_000);
        foreach (var phase in Enum.GetValues<Phase>())
            Assert.Equal(phase, (await n.WithRound(phase)).PhaseAt(site.Clock.Now));
    }

    [Theory, EachDatabase]
    public async Task People_are_who_they_are_and_see_their_fund(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await n.WithMoney(200_000);
        var plan = await n.WithPlan(await n.WithRound(Phase.Reviewing), "Regentonnen", 1_200);
        Assert.True(plan.IsAdmitted);
        Assert.True((await n.Viewer(n.Treasurer)).IsTreasurer);
        Assert.True((await n.Viewer(n.Member)).IsMember);
        Assert.True((await n.Viewer(n.Auditor)).IsAudit);
        Assert.True((await n.Viewer(n.DeskHelper)).IsDesk);
        Assert.True((await n.Viewer(n.Host)).IsHost);
        Assert.True((await n.Viewer(n.ContributorRepresentative)).MaySee(n.Contributors[0].Id));
        Assert.False((await n.Viewer(n.Resident)).SeesMoney);
        Assert.Equal(HttpStatusCode.OK, (await n.As(n.Resident).Go("/")).Status);
    }
}
