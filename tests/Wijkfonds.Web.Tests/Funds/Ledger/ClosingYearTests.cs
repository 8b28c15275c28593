using System.Net;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Ledger;

public sealed class ClosingYearTests
{
    [Theory, EachDatabase]
    public async Task Two_members_close_a_year_and_then_it_takes_no_deposit_any_more(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(1_000);
        var year = site.Clock.Now.Year;
        var treasurer = await n.As(n.Treasurer).Go("/geld/jaren");
        Assert.True(treasurer.Sees("Er is nog geen jaar voorbij"));
        site.Clock.MoveTo(site.Clock.Now.AddYears(1));
        await (await treasurer.Go("/geld/jaren")).Press($"Boekjaar {year} afsluiten");
        Assert.True(treasurer.Sees("Wacht op tweede lid"), treasurer.Text);
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.CloseYear, n.Treasurer)).Refusal);
        Assert.False((await n.Second(DecisionKind.CloseYear)).Refused);
        Assert.True((await n.Stranger.Go("/geld/jaren")).Sees("Afgesloten op"));
        var late = await (await treasurer.Go("/stortingen")).Press("Storting invoeren", ("contributor", "1"), ("date", $"{year}-12-31"), ("amount", "10"));
        Assert.True(late.Sees($"Het boekjaar tot en met {year} is afgesloten"), late.Text);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        // A member without the treasury finds no button.
        Assert.Empty((await n.As(n.Member).Go("/geld/jaren")).Page.QuerySelectorAll("main form"));
    }
}
