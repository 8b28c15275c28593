using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.OwnCosts;

public sealed class OwnCostsTests
{
    [Theory, EachDatabase]
    public async Task The_alliance_costs_no_more_than_its_share_and_two_look_at_each_payment(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(20_000);
        Assert.True((await Prepare(n, "2.000,01")).Sees("hoogstens € 2.000 kosten. Daarvan is nog € 2.000 over"));
        Assert.True((await Prepare(n, "1.500")).Sees("Betaling van € 1.500 staat klaar"));
        // What is prepared counts too.
        Assert.True((await Prepare(n, "500,01")).Sees("nog € 500 over"));
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.PayAllianceCost, n.Treasurer)).Refusal);
        Assert.False((await n.Stranger.Go("/geld/eigen-kosten")).Sees("Zaal"));
        Assert.False((await n.Second(DecisionKind.PayAllianceCost, n.Member)).Refused);
        var stranger = await n.Stranger.Go("/geld/eigen-kosten");
        Assert.True(stranger.Sees("Zaal voor de bewonersavond") && !stranger.Sees("Buurthuis De Brug"), stranger.Text);
        await using var db = n.Open();
        Assert.Equal(Cents.Euros(500), (await AllianceShare.Of(db, n.FundId, site.Clock.Now.Year)).Room);
    }

    [Theory, EachDatabase]
    public async Task A_neighbour_who_is_paid_to_help_does_not_release_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(20_000);
        await Prepare(n, "100", ("kind", "Helper"), ("account", n.Member.Email!), ("person", "true"));
        Assert.IsType<ReceiverCannotRelease>((await n.Second(DecisionKind.PayAllianceCost, n.Member)).Refusal);
        Assert.False((await n.Second(DecisionKind.PayAllianceCost, n.SecondMember)).Refused);
        Assert.True((await Prepare(n, "100", ("kind", ""))).Sees("Kies waar het geld voor is"));
        Assert.True((await Prepare(n, "100", ("account", "niemand@example.org"))).Sees("Er is geen account"));
    }

    [Theory, EachDatabase]
    public async Task What_went_back_to_a_giver_leaves_no_share(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(100_000);
        await n.WithAccount();
        await using var db = n.Open();
        Assert.Equal(Cents.Euros(10_000), (await AllianceShare.Of(db, n.FundId, 2027)).Most);
        await n.Release(OutgoingKind.Refund, 60_000);
        Assert.Equal(Cents.Euros(4_000), (await AllianceShare.Of(db, n.FundId, 2027)).Most);
    }

    private static async Task<NeighbourhoodVisitor> Prepare(Neighbourhood n, string amount, params (string Name, string Value)[] more) =>
        await (await n.As(n.Treasurer).Go("/geld/eigen-kosten")).Press("Betaling klaarzetten",
            [.. new[] { ("kind", "Costs"), ("amount", amount), ("what", "Zaal voor de bewonersavond"), ("payee", "Buurthuis De Brug"), ("iban", "NL91ABNA0417164300") }.Where(f => more.All(m => m.Name != f.Item1)), .. more]);
}
