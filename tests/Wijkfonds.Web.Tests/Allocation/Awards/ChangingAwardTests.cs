using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation.Awards;

public sealed class ChangingAwardTests
{
    [Theory, EachDatabase]
    public async Task What_a_plan_did_not_need_goes_back_to_the_givers_it_came_from_when_two_close_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await Won(site, 3_000);
        var before = await Pots(n);
        var treasurer = await Change(n, ("change", "afsluiten"), ("reason", "Het was goedkoper."));
        Assert.True(treasurer.Sees("Je voorstel wacht op een ander lid"), treasurer.Text);
        Assert.Equal(before[1].Awarded, (await Pots(n))[1].Awarded);
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.CloseAward, n.Treasurer)).Refusal);
        Assert.False((await n.Second(DecisionKind.CloseAward, n.Member)).Refused);
        var after = await Pots(n);
        foreach (var giver in new[] { 1, 2 })
        {
            Assert.Equal(Cents.Zero, after[giver].Awarded);
            Assert.Equal(before[giver].Free + before[giver].Awarded, after[giver].Free);
        }
        Assert.True((await n.As(n.Resident).Go("/mijn/toekenningen/1")).Sees("Dit plan is afgesloten"));
        Assert.True((await n.Stranger.Go("/besluiten")).Sees("Afsluiten: plan 1: Regentonnen"));
        Assert.False((await n.As(n.Treasurer).Go("/geld/toekenningen/1")).Page.QuerySelectorAll("input[value=afsluiten]").Any());
    }

    [Theory, EachDatabase]
    public async Task Less_and_more_by_decision_and_never_more_than_there_is(string database)
    {
        await using var site = new TestSite(database);
        var n = await Won(site, 3_000);
        Assert.True((await Change(n, ("change", "vrijval"), ("amount", "3.000,01"), ("reason", "x"))).Sees("nog € 3.000"));
        Assert.True((await Change(n, ("change", "vrijval"), ("amount", "0"), ("reason", "x"))).Sees("meer dan € 0"));
        Assert.True((await Change(n, ("change", "vrijval"), ("amount", "500"), ("reason", ""))).Sees("Schrijf op waarom"));
        Assert.True((await Change(n, ("change", "anders"), ("amount", "500"), ("reason", "x"))).Sees("Kies wat er aan de hand is"));
        await Change(n, ("change", "vrijval"), ("amount", "500"), ("reason", "Eigen hout"));
        await n.Second(DecisionKind.LapseAward, n.Member);
        Assert.Equal(Cents.Euros(2_500), await Left(n));
        await Change(n, ("change", "aanvulling"), ("amount", "250"), ("reason", "De grond was vervuild"));
        await n.Second(DecisionKind.SupplementAward, n.Member);
        Assert.Equal(Cents.Euros(2_750), await Left(n));
        // Extra money does not wait for the report on the part before it.
        await using var db = n.Open();
        Assert.Equal(Cents.Euros(1_200 + 250), (await Standing.Of(db, 1))!.Payable);
        await Change(n, ("change", "aanvulling"), ("amount", "900.000"), ("reason", "Alles"));
        Assert.IsType<Wijkfonds.Web.Funds.Ledger.ExceedsPot>((await n.Second(DecisionKind.SupplementAward, n.Member)).Refusal);
    }

    [Theory, EachDatabase]
    public async Task A_team_gives_back_at_most_what_it_was_paid_also_after_closing(string database)
    {
        await using var site = new TestSite(database);
        var n = await Won(site, 300);
        var today = site.Clock.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.True((await Change(n, ("change", "terugbetaling"), ("amount", "1"), ("date", today), ("reason", "x"))).Sees("€ 0"));
        await (await n.As(n.Treasurer).Go("/geld/betalingen")).Press("Betaling klaarzetten", ("award", "1"), ("amount", "300"), ("payee", "Bouwmarkt"), ("iban", "NL91ABNA0417164300"), ("purpose", "Tonnen"), ("who", "organisation"));
        Assert.True((await Change(n, ("change", "afsluiten"), ("reason", "Klaar"))).Sees("Er wacht nog een betaling van € 300"));
        await n.Second(DecisionKind.ReleasePayment, n.Member);
        await Change(n, ("change", "afsluiten"), ("reason", "Klaar"));
        await n.Second(DecisionKind.CloseAward, n.Member);
        await Change(n, ("change", "terugbetaling"), ("amount", "40"), ("date", today), ("reason", "Twee tonnen over"));
        var free = (await Pots(n)).Values.Aggregate(Cents.Zero, (sum, p) => sum + p.Free);
        Assert.False((await n.Second(DecisionKind.RepayAward, n.Member)).Refused);
        Assert.Equal(free + Cents.Euros(40), (await Pots(n)).Values.Aggregate(Cents.Zero, (sum, p) => sum + p.Free));
        Assert.True((await Change(n, ("change", "terugbetaling"), ("amount", "260,01"), ("date", today), ("reason", "x"))).Sees("€ 260"));
    }

    [Theory, EachDatabase]
    public async Task The_maker_of_the_plan_neither_proposes_nor_agrees(string database)
    {
        await using var site = new TestSite(database);
        var n = await Won(site, 300, one => one.Member);
        await Change(n, ("change", "afsluiten"), ("reason", "Klaar"));
        Assert.IsType<ReceiverCannotRelease>((await n.Second(DecisionKind.CloseAward, n.Member)).Refusal);
        Assert.IsType<SecondFactorNeeded>((await n.Second(DecisionKind.CloseAward, n.SecondMember, secondFactor: false)).Refusal);
        Assert.False((await n.Second(DecisionKind.CloseAward, n.SecondMember)).Refused);
    }

    private static async Task<Neighbourhood> Won(TestSite site, long euros, Func<Neighbourhood, Account>? maker = null)
    {
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var plan = await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", euros, by: maker?.Invoke(n));
        var award = await n.WithAward(plan, euros);
        await site.Given([.. AwardPart.For(n.FundId, award.Id, award.Amount, new MoneyRules { FundId = n.FundId })]);
        return n;
    }

    private static async Task<NeighbourhoodVisitor> Change(Neighbourhood n, params (string, string)[] typed) =>
        await (await n.As(n.Treasurer).Go("/geld/toekenningen/1")).Press("Voorstellen", typed);

    private static async Task<IReadOnlyDictionary<int, Pot>> Pots(Neighbourhood n)
    {
        await using var db = n.Open();
        return await Pot.ByContributor(db, n.FundId);
    }

    private static async Task<Cents> Left(Neighbourhood n)
    {
        await using var db = n.Open();
        return await Pot.LeftOf(db, await db.Set<Award>().Select(a => a.Id).SingleAsync());
    }
}
