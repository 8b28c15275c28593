using System.Net;

namespace Wijkfonds.Web.Tests.Shared;

public sealed class SkeletonTests
{
    [Theory, EachDatabase]
    public async Task A_fund_has_its_own_address_and_the_root_leads_to_the_only_one(string database)
    {
        await using var site = new TestSite(database);
        await site.GivenFund();
        var neighbour = await Visitor.To(site).Go("/");
        Assert.Equal(HttpStatusCode.OK, neighbour.Status);
        Assert.Equal("/w/oosterhoek/", neighbour.Page.Location.PathName);
        await neighbour.Go("/w/elders/");
        Assert.Equal(HttpStatusCode.NotFound, neighbour.Status);
        Assert.Contains("Deze pagina is er niet", neighbour.Text, StringComparison.Ordinal);
    }
}
