using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Funds.Bank;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation.Awards;

/// <summary>The bank returns a payment when its plan was closed already.</summary>
public sealed class ComeBackTests
{
    [Theory, EachDatabase]
    public Task What_comes_back_to_a_closed_award_flows_to_its_givers_by_two(string database) => ComesBack(database, parts: false);

    [Theory, EachDatabase]
    public Task So_does_what_comes_back_to_one_with_parts(string database) => ComesBack(database, parts: true);

    private static async Task ComesBack(string database, bool parts)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await using var db = n.Open();
        var award = await db.Set<Award>().SingleAsync();
        if (parts) foreach (var part in AwardPart.For(n.FundId, award.Id, award.Amount, await MoneyRules.Of(db, n.FundId))) await site.Given(part);
        await n.Release(OutgoingKind.Payment, 1_200);
        await n.Export();
        await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(new(2027, 1, 5), -1_200_00, "R", Neighbourhood.TeamIban, "", "OOSTERHOEK-1").Bytes);
        var treasurer = await (await n.As(n.Treasurer).Go("/geld/bank")).Press("1 regel die zeker klopt bevestigen");
        await Change(n, "afsluiten", "");
        Assert.False((await n.Second(DecisionKind.CloseAward)).Refused);
        await ReadBankTests.Upload(n, new SampleCamt(opening: 198_800_00, id: "2", number: 2).Line(new(2027, 1, 7), 1_200_00, "R", Neighbourhood.TeamIban, "", "OOSTERHOEK-1", reason: "AC04").Bytes);
        await (await treasurer.Go("/geld/bank")).Press("1 regel die zeker klopt bevestigen");
        Assert.Equal(Cents.Euros(1_200), (await Pot.Of(db)).Awarded);

        // Nothing is paid of a closed award, by form or by rule.
        await using var closed = n.Open();
        Assert.Equal(Cents.Zero, (await Standing.Of(closed, 1))!.Payable);
        Assert.Null((await treasurer.Go("/geld/betalingen")).Page.QuerySelector("select[name=award] option[value='1']"));
        var barred = await n.ByRule<PreparePayment, Payment>(n.Treasurer, (rule, inside, who) => rule.New(inside, who, site.Clock.Now, n.FundId, Guid.NewGuid(), new("1", "10", "Rosa Bakker", Neighbourhood.TeamIban, true, true, null, "Opnieuw")));
        Assert.IsType<AwardIsClosed>(barred.Refusal);

        Assert.True((await treasurer.Go("/geld/toekenningen/1")).Sees("Daarna kwam er € 1.200 terug van de bank."), treasurer.Text);
        Assert.True((await Change(n, "vrijval", "1.200,01")).Sees("€ 1.200"));
        await Change(n, "vrijval", "1.200");
        var free = (await Pot.Of(db)).Free;
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.LapseAward, n.Treasurer)).Refusal);
        Assert.Null((await n.Second(DecisionKind.LapseAward)).Refusal);
        var pot = await Pot.Of(db);
        Assert.Equal((Cents.Zero, free + Cents.Euros(1_200)), (pot.Awarded, pot.Free));
        Assert.Empty((await treasurer.Go("/geld/toekenningen/1")).Page.QuerySelectorAll("input[value=vrijval]"));
    }

    private static async Task<NeighbourhoodVisitor> Change(Neighbourhood n, string change, string amount) =>
        await (await n.As(n.Treasurer).Go("/geld/toekenningen/1")).Press("Voorstellen", ("change", change), ("amount", amount), ("reason", "Het team is verhuisd."));
}
