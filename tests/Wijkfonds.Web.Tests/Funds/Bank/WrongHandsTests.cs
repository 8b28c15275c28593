using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Bank;

/// <summary>A reference and an amount are easily copied: what counts is whether the money went where the fund released it to.</summary>
public sealed class WrongHandsTests
{
    private static readonly DateOnly Day = new(2027, 1, 5);
    private const string Thief = "NL18RABO0123459876";

    [Theory, EachDatabase]
    public async Task A_payment_that_went_to_another_account_alarms_and_no_click_of_one_person_makes_it_right(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Release(OutgoingKind.Payment, 1_000);
        await n.Export();
        var read = await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(Day, -1_000_00, "De Dief", Thief, "", "OOSTERHOEK-1", batch: "OOSTERHOEK-20270104-1-A").Bytes);
        Assert.True(read.Sees("er ging 1 keer geld weg") && !read.Sees("zeker klopt bevestigen"), read.Text);
        var line = await read.Go("/geld/bank/regels/1");
        Assert.True(line.Sees("Het kenmerk hoort bij: Betaling 1, aan Rosa Bakker.") && line.Sees("ging naar een andere rekening") && line.Sees("Hier past niets bij"), line.Text);
        await using var db = n.Open();
        Assert.Equal(["1"], (await Outgoing.UnderWay(db)).Select(o => o.Key));
    }

    [Theory, EachDatabase]
    public async Task Within_one_line_each_payment_is_looked_at_and_the_reference_of_the_file_makes_none_right(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Release(OutgoingKind.Payment, 1_000);
        await n.Release(OutgoingKind.OwnCost, 150);
        await n.Export();
        string Part(string reference, string iban, string amount) => $"<TxDtls><Refs><EndToEndId>{reference}</EndToEndId></Refs><Amt Ccy=\"EUR\">{amount}</Amt><RltdPties><CdtrAcct><Id><IBAN>{iban}</IBAN></Id></CdtrAcct></RltdPties></TxDtls>";
        string Entry(string reference, string parts) => $"<Ntry><Amt Ccy=\"EUR\">1150.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2027-01-05</Dt></BookgDt><AcctSvcrRef>{reference}</AcctSvcrRef><NtryDtls><Btch><PmtInfId>OOSTERHOEK-20270104-1-A</PmtInfId></Btch>{parts}</NtryDtls></Ntry>";
        var both = await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Raw(Entry("B1", Part("OOSTERHOEK-1", Thief, "1000.00") + Part("OOSTERHOEK-E1", Thief, "150.00")), -1_150_00).Bytes);
        Assert.True(both.Sees("er ging 1 keer geld weg") && !both.Sees("zeker klopt bevestigen"), both.Text);
        Assert.True((await both.Go("/geld/bank/regels/1")).Sees("ging naar een andere rekening"), both.Text);
        // The same two where they should go, one of them without a reference.
        var right = await ReadBankTests.Upload(n, new SampleCamt(opening: 198_850_00, id: "2", number: 2).Raw(Entry("B2", Part("OOSTERHOEK-1", Neighbourhood.TeamIban, "1000.00") + Part("NOTPROVIDED", Neighbourhood.HallIban, "150.00")), -1_150_00).Bytes);
        Assert.True(!right.Sees("Let op") && right.Sees("1 regel die zeker klopt bevestigen"), right.Text);
    }

    [Theory, EachDatabase]
    public async Task An_account_that_changed_after_the_file_was_made_does_not_make_the_payment_wrong(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Release(OutgoingKind.Payment, 90);
        await n.Export();
        await (await n.As(n.Treasurer).Go("/geld/betalingen/1/rekening")).Press("Nieuw rekeningnummer voorleggen", ("iban", Thief), ("note", "Gebeld op het nummer uit ons eigen boekje, maandag."));
        Assert.False((await n.Second(DecisionKind.ChangeIban)).Refused);
        var read = await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(Day, -90_00, "Rosa", Neighbourhood.TeamIban, "", "OOSTERHOEK-1").Bytes);
        Assert.True(!read.Sees("Let op") && read.Sees("1 regel die zeker klopt bevestigen"), read.Text);
    }

    [Theory, EachDatabase]
    public async Task First_is_said_which_line_shows_it_leaving_then_that_it_came_back(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Release(OutgoingKind.Payment, 90);
        await n.Export();
        var read = await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(Day, -90_00, "Rosa", Neighbourhood.TeamIban, "", "OOSTERHOEK-1")
            .Line(Day.AddDays(2), 90_00, "Rosa", Neighbourhood.TeamIban, "Rekening opgeheven", "OOSTERHOEK-1", reason: "AC04").Bytes);
        await (await read.Go("/geld/bank/regels/2")).Press("Ja, terugboeken");
        Assert.True(read.Sees("Zeg eerst welke regel van de bank deze betaling zelf is."), read.Text);
        await (await read.Go("/geld/bank")).Press("2 regels die zeker kloppen bevestigen");
        Assert.True(read.Sees("Bevestigde regels: 2.") && read.Sees("Boek en bank zijn gelijk."), read.Text);
    }

    [Theory, EachDatabase]
    public async Task Only_the_banks_own_word_makes_interest_sure_and_a_gift_is_not_hidden_by_coins_of_the_same_amount(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await n.Release(OutgoingKind.Cash, 100);
        await (await n.As(n.Treasurer).Go("/geld/kas")).Press("Terugbrengen voorstellen", ("amount", "60"));
        Assert.False((await n.Second(DecisionKind.ReturnCash)).Refused);
        var read = await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(Day, 5_000_00, text: "Contante opbrengst, Laurentenstraat").Line(Day, 3_00, text: "Creditrente").Line(Day, 4_00, text: "Afrekening", code: "ACMT/MDOP/INTR")
            .Line(Day, 60_00, "Gemeente Oosterstad", Neighbourhood.GiverIban, "bijdrage").Bytes);
        Assert.True(read.Sees("1 regel die zeker klopt bevestigen"), read.Text);
        Assert.False((await read.Go("/geld/bank/regels/1")).Sees("Ja, als rente boeken"), read.Text);
        Assert.True((await read.Go("/geld/bank/regels/2")).Sees("Ja, als rente boeken") && read.Sees("Kijk of het klopt."), read.Text);
        Assert.True((await read.Go("/geld/bank/regels/4")).Sees("Een storting van Gemeente Oosterstad") && !read.Sees("Geld uit de kleine kas"), read.Text);
    }

    [Theory, EachDatabase]
    public async Task Two_gifts_in_one_line_of_the_bank_are_two_deposits(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        string Part(string name, string iban, string amount) =>
            $"<TxDtls><Amt Ccy=\"EUR\">{amount}</Amt><RltdPties><Dbtr><Pty><Nm>{name}</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>{iban}</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>bijdrage 2027</Ustrd></RmtInf></TxDtls>";
        var entry = $"<Ntry><Amt Ccy=\"EUR\">500.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2027-01-04</Dt></BookgDt><NtryDtls>{Part("Gemeente Oosterstad", Neighbourhood.GiverIban, "200.00")}{Part("Gemeente Oosterstad", Neighbourhood.GiverIban, "300.00")}</NtryDtls></Ntry>";
        await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Raw(entry, 500_00).Bytes);
        var line = await n.As(n.Treasurer).Go("/geld/bank/regels/1");
        await line.Press("Storting voorleggen aan een tweede lid");
        Assert.True(line.Sees("Nog € 300 zonder plek") && line.Sees("€ 300."), line.Text);
        await line.Press("Storting voorleggen aan een tweede lid");
        Assert.False(line.Sees("zonder plek"), line.Text);
        await using var db = n.Open();
        Assert.Equal([200_00L, 300_00L], (await db.Set<BankMark>().Where(m => m.Kind == BankMarkKind.Deposit).Select(m => m.Amount.Value).ToListAsync()).Order());
    }
}
