using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Bank;

/// <summary>Some banks show a whole file of payments as one line.</summary>
public sealed class BatchTests
{
    private static readonly DateOnly Day = new(2027, 1, 5);

    [Theory, EachDatabase]
    public async Task One_line_for_the_whole_file_makes_each_payment_final_and_one_of_them_can_come_back(string database)
    {
        await using var site = new TestSite(database);
        var n = await Sent(site);
        var read = await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(Day, -1_250_00, text: "Verzamelbetaling", batch: "OOSTERHOEK-20270104-1-A").Bytes);
        Assert.False(read.Sees("Let op"), read.Text);
        Assert.True((await read.Go("/geld/bank")).Sees("Alle betalingen van betaallijst 1 in één keer"), read.Text);
        await read.Press("1 regel die zeker klopt bevestigen");
        Assert.True(read.Sees("Boek en bank zijn gelijk."), read.Text);
        Assert.True((await read.Go("/geld/betalingen/1")).Sees("Betaald") && (await read.Go("/geld/eigen-kosten")).Sees("Betaald"), read.Text);
        Assert.Equal(3, (await read.Go("/geld/bank/regels/1")).Page.QuerySelectorAll("main ul li").Length);

        await ReadBankTests.Upload(n, new SampleCamt(opening: 198_750_00, id: "2", number: 2).Line(Day.AddDays(2), 150_00, "Buurthuis De Brug", Neighbourhood.HallIban, "", "OOSTERHOEK-E1", reason: "AC04").Bytes);
        await (await read.Go("/geld/bank")).Press("1 regel die zeker klopt bevestigen");
        Assert.True(read.Sees("Boek en bank zijn gelijk."), read.Text);
        await using var db = n.Open();
        Assert.Equal(["1", "K1"], (await Outgoing.Standing(db)).Select(o => o.Key));
    }

    [Theory, EachDatabase]
    public async Task Without_a_reference_the_sum_of_the_file_is_proposed_and_somebody_looks(string database)
    {
        await using var site = new TestSite(database);
        var n = await Sent(site);
        var read = await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(Day, -1_250_00, text: "Verzamelbetaling").Bytes);
        Assert.False(read.Sees("Let op"), read.Text);
        Assert.DoesNotContain("bevestigen", (await read.Go("/geld/bank")).Text, StringComparison.Ordinal);
        await (await read.Go("/geld/bank/regels/1")).Press("Ja, dit zijn al die betalingen");
        Assert.True((await read.Go("/geld/bank")).Sees("Boek en bank zijn gelijk."), read.Text);
    }

    [Theory, EachDatabase]
    public async Task A_file_of_which_another_amount_left_alarms_and_is_said_payment_by_payment(string database)
    {
        await using var site = new TestSite(database);
        var n = await Sent(site);
        var read = await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(Day, -1_100_00, text: "Verzamelbetaling", batch: "OOSTERHOEK-20270104-1").Bytes);
        Assert.True(read.Sees("Let op"), read.Text);
        await (await read.Go("/geld/bank/regels/1")).Press("Ja, dit is die betaling");
        Assert.True((await read.Go("/geld/bank/regels/1")).Sees("Nog € 100 zonder plek"), read.Text);
        await read.Press("Ja, dit is die betaling");
        await using var db = n.Open();
        Assert.Empty(await LiveMarks.Open(db));
        Assert.Equal(["E1"], (await Outgoing.UnderWay(db)).Select(o => o.Key));
    }

    [Theory, EachDatabase]
    public async Task Where_the_bank_names_the_payments_within_the_line_each_is_known_by_its_own_reference(string database)
    {
        await using var site = new TestSite(database);
        var n = await Sent(site);
        string Part(string reference, string amount) => $"<TxDtls><Refs><EndToEndId>{reference}</EndToEndId></Refs><Amt Ccy=\"EUR\">{amount}</Amt></TxDtls>";
        string Entry(string parts) => $"<Ntry><Amt Ccy=\"EUR\">1250.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2027-01-05</Dt></BookgDt><NtryDtls>{parts}</NtryDtls></Ntry>";
        var known = Part("OOSTERHOEK-1", "1000.00") + Part("OOSTERHOEK-E1", "150.00");
        // One that nobody released hides among those that were.
        var read = await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Raw(Entry(known + Part("ANDERS-9", "100.00")), -1_250_00).Bytes);
        Assert.True(read.Sees("Let op"), read.Text);
        var whole = await ReadBankTests.Upload(n, new SampleCamt(opening: 198_750_00, id: "2", number: 2).Raw(Entry(known + Part("OOSTERHOEK-K1", "100.00")), -1_250_00).Bytes);
        Assert.False(whole.Sees("Let op"), whole.Text);
    }

    /// <summary>A file with a payment of EUR 1,000, an own cost of 150 and cash of 100.</summary>
    private static async Task<Neighbourhood> Sent(TestSite site)
    {
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Release(OutgoingKind.Payment, 1_000);
        await n.Release(OutgoingKind.OwnCost, 150);
        await n.Release(OutgoingKind.Cash, 100);
        await n.Export();
        return n;
    }
}
