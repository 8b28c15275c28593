using System.Text;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.Bank.Reading;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Bank;

/// <summary>Lines are final: what cannot be true does not come in, and nothing that left is taken for something else.</summary>
public sealed class OddFileTests
{
    private static readonly DateOnly Day = new(2027, 1, 5);
    private const string Thief = "NL18RABO0123459876";

    [Theory, EachDatabase]
    public async Task A_day_on_which_no_bank_booked_is_refused_and_the_pages_stay_whole(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        foreach (var day in new DateOnly[] { new(1, 1, 1), new(1999, 12, 31), new(2072, 1, 5), new(9999, 12, 31) })
        {
            var read = await ReadBankTests.Upload(n, new SampleCamt(opening: 1_00).Line(day, 1_00).Bytes);
            Assert.True(read.Sees("Op die dag kan de bank niets geboekt hebben."), read.Text);
        }
        await using var db = n.Open();
        Assert.Empty(await db.Set<BankLine>().ToListAsync());
        Assert.Equal(System.Net.HttpStatusCode.OK, (await n.As(n.Treasurer).Go("/geld/bank")).Status);
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("10000000000.01")]
    [InlineData("5.001")]
    public void An_amount_that_no_neighbourhood_has_is_refused_in_camt(string amount) =>
        Assert.IsType<BankFileBroken>(BankReader.Read(Encoding.UTF8.GetBytes(new SampleCamt().Line(Day, 5_00).Text().Replace("5.00", amount, StringComparison.Ordinal))).Refusal);

    [Theory]
    [InlineData("-12.50")]
    [InlineData("12.5")]
    [InlineData("1.23.456")]
    [InlineData("99999999999,00")]
    public void An_amount_that_can_be_read_two_ways_or_is_too_large_is_refused_in_csv(string amount) => Assert.IsType<BankFileBroken>(BankReader.Read(Rabobank(amount)).Refusal);

    [Theory]
    [InlineData("-1.234.567,89", -1_234_567_89)]
    [InlineData("+12,50", 12_50)]
    [InlineData("1.250", 1_250_00)]
    public void A_point_parts_thousands_where_it_does(string amount, long cents) => Assert.Equal(cents, BankReader.Read(Rabobank(amount)).Value!.Statements[0].Lines[0].Amount.Value);

    private static byte[] Rabobank(string amount) => Encoding.UTF8.GetBytes("\"IBAN/BBAN\",\"Munt\",\"BIC\",\"Volgnr\",\"Datum\",\"Rentedatum\",\"Bedrag\",\"Saldo na trn\",\"Naam tegenpartij\"\n"
        + $"\"{SampleCamt.Iban}\",\"EUR\",\"R\",\"1\",\"2027-01-05\",\"2027-01-05\",\"{amount}\",\"\",\"x\"\n");

    [Theory, EachDatabase]
    public async Task Another_account_in_the_file_is_named_and_left_out_and_an_amount_abroad_counts_in_euros(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        var abroad = "<Ntry><Amt Ccy=\"EUR\">92.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2027-01-05</Dt></BookgDt><NtryDtls><TxDtls><Amt Ccy=\"USD\">100.00</Amt><AmtDtls><TxAmt><Amt Ccy=\"EUR\">92.00</Amt></TxAmt></AmtDtls></TxDtls></NtryDtls></Ntry>";
        var savings = new SampleCamt(iban: "NL39RABO0300065264").Line(Day, 1_00).Text();
        var statement = savings[savings.IndexOf("<Stmt>", StringComparison.Ordinal)..(savings.IndexOf("</Stmt>", StringComparison.Ordinal) + 7)];
        var read = await ReadBankTests.Upload(n, Encoding.UTF8.GetBytes(new SampleCamt(opening: 200_000_00).Line(Day, 5_00, text: "x").Raw(abroad, 92_00).Text().Replace("</Stmt>", "</Stmt>" + statement, StringComparison.Ordinal)));
        Assert.True(read.Sees("Nieuwe regels: 2.") && read.Sees("ook een andere rekening: NL39RABO0300065264. Daarvan is niets ingelezen."), read.Text);
        await using var db = n.Open();
        Assert.Equal([5_00L, 92_00L], await db.Set<BankLine>().OrderBy(l => l.Number).Select(l => l.Amount.Value).ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task Money_that_left_under_a_reference_that_was_there_already_is_a_line_of_its_own_and_alarms(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(Day, -10_00, "A", Neighbourhood.TeamIban, "x", reference: "SAME").Line(Day, -20_00, "B", Neighbourhood.HallIban, "y", reference: "SAME").Bytes);
        byte[] Other(string id) => new SampleCamt(opening: 199_970_00, id: id, number: 2).Line(Day, -5_000_00, "De Dief", Thief, "z", reference: "SAME").Bytes;
        var read = await ReadBankTests.Upload(n, Other("2"));
        Assert.True(read.Sees("Nieuwe regels: 1.") && read.Sees("er ging 1 keer geld weg"), read.Text);
        Assert.True((await ReadBankTests.Upload(n, Other("3"))).Sees("Nieuwe regels: 0. Regels die er al waren: 1."));
    }

    [Theory, EachDatabase]
    public async Task Coins_from_the_machine_in_one_list_do_not_hide_a_transfer_of_as_much_in_another(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        var csv = $"\"05-01-2027\",\"{SampleCamt.Iban}\",\"100,00\",\"Debet\",\"Geldautomaat\",\"\",\"GA\",\"Opname\",\"\"\n";
        await ReadBankTests.Upload(n, Encoding.UTF8.GetBytes(csv));
        var read = await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(Day, -100_00, "De Dief", Thief, "z").Bytes);
        Assert.True(read.Sees("Nieuwe regels: 1.") && read.Sees("er ging 1 keer geld weg"), read.Text);
    }

    [Theory, EachDatabase]
    public async Task An_old_list_does_not_make_the_bank_look_freshly_read(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithPromise();
        await ReadBankTests.Upload(n, new SampleCamt(opening: 200_000_00).Line(Day, 1_00, text: "x").Bytes);
        site.Clock.Advance(TimeSpan.FromDays(60));
        await ReadBankTests.Upload(n, new SampleCamt(opening: 1_00, id: "oud").Line(new(2026, 3, 2), 1_00, text: "y").Bytes);
        await using (var db = n.Open()) Assert.NotNull(await BankBalance.Overdue(db, n.FundId, site.Clock.Now));
        await ReadBankTests.Upload(n, new SampleCamt(opening: 200_001_00, id: "nieuw").Line(Day.AddDays(50), 1_00, text: "z").Bytes);
        await using (var db = n.Open()) Assert.Null(await BankBalance.Overdue(db, n.FundId, site.Clock.Now));
    }
}
