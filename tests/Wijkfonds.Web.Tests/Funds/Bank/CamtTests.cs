using System.Text;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.Bank.Reading;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Funds.Bank;

/// <summary>CAMT.053 as FORMATS describes it, and what hostile files try.</summary>
public sealed class CamtTests
{
    private static readonly DateOnly Day = new(2027, 1, 4);

    [Theory, InlineData(true), InlineData(false)]
    public void Both_versions_are_read_with_balances_parties_references_and_signs(bool old)
    {
        var text = new SampleCamt(old: old, opening: 5_000_00)
            .Line(Day, -250_00, "Buurtvereniging De Linde", "NL20INGB0001234567", "Toekenning 42 termijn 1", "OOSTERHOEK-42")
            .Line(Day.AddDays(1), 80_000_00, "Gemeente Oosterstad", "NL02ABNA0123456789", "Wijkfonds 2027")
            .Line(Day.AddDays(1), 1_00, status: "PDNG").Text();
        var statement = Assert.Single(Read(text).Statements);
        Assert.Equal((SampleCamt.Iban, "001", new Cents(5_000_00), new Cents(84_750_00), Day, Day.AddDays(1)),
            (statement.Account, statement.Number, statement.Opening!.Value, statement.Closing!.Value, statement.From, statement.Until));
        Assert.Equal(2, statement.Lines.Count);
        var paid = statement.Lines[0];
        Assert.Equal((Day, Day, new Cents(-250_00), "Buurtvereniging De Linde", "NL20INGB0001234567", "Toekenning 42 termijn 1", "OOSTERHOEK-42", "R2027-001-1"),
            (paid.BookedOn, paid.ValueDate, paid.Amount, paid.Name, paid.Iban, paid.Text, paid.EndToEnd, paid.BankReference));
        Assert.Equal((new Cents(80_000_00), "Gemeente Oosterstad", ""), (statement.Lines[1].Amount, statement.Lines[1].Name, statement.Lines[1].EndToEnd));
        Assert.Equal(old ? BankFormat.Camt02 : BankFormat.Camt08, Read(text).Format);
        // With a prefix on every element it is the same file.
        var prefixed = text.Replace("<Document xmlns=", "<Document xmlns:n=", StringComparison.Ordinal).Replace("</", "</n:", StringComparison.Ordinal);
        prefixed = System.Text.RegularExpressions.Regex.Replace(prefixed, "<(?=[A-Z])", "<n:");
        Assert.Equal(statement.Lines, Assert.Single(Read(prefixed).Statements).Lines, (a, b) => a with { Parts = [] } == b with { Parts = [] } || a.ToString() == b.ToString());
    }

    [Fact]
    public void A_list_without_balances_is_read_and_one_without_lines_has_the_day_of_its_balance()
    {
        var text = new SampleCamt().Line(Day, 5_00).Text();
        var bare = System.Text.RegularExpressions.Regex.Replace(text, "<Bal>.*?</Bal>", "", System.Text.RegularExpressions.RegexOptions.Singleline);
        var statement = Assert.Single(Read(bare).Statements);
        Assert.Equal((null, null, Day, Day, 1), (statement.Opening, statement.Closing, statement.From, statement.Until, statement.Lines.Count));
        var quiet = Assert.Single(Read(new SampleCamt(opening: 7_00).Text()).Statements);
        Assert.Equal((new Cents(7_00), new Cents(7_00), Day), (quiet.Opening!.Value, quiet.Closing!.Value, quiet.Until));
        Assert.Empty(quiet.Lines);
    }

    [Fact]
    public void A_batch_gives_each_payment_its_own_amount_never_that_of_the_line()
    {
        var text = new SampleCamt(opening: 1_000_00).Raw("""
            <Ntry><Amt Ccy="EUR">300.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2027-01-04T12:00:00</DtTm></BookgDt>
            <NtryDtls><Btch><PmtInfId>WF-7-A</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>
            <TxDtls><Refs><EndToEndId>O-1</EndToEndId></Refs><Amt Ccy="EUR">100.00</Amt><RltdPties><Cdtr><Pty><Nm>Een</Nm></Pty></Cdtr></RltdPties><RmtInf><Ustrd>deel</Ustrd><Ustrd>een</Ustrd></RmtInf></TxDtls>
            <TxDtls><Refs><EndToEndId>O-2</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">200.00</Amt></TxAmt></AmtDtls><RltdPties><Cdtr><Pty><Nm>Twee</Nm></Pty></Cdtr></RltdPties></TxDtls></NtryDtls></Ntry>
            """, -300_00).Text(opens: "PRCD");
        var line = Assert.Single(Assert.Single(Read(text).Statements).Lines);
        Assert.Equal((new Cents(-300_00), "WF-7-A", ""), (line.Amount, line.Batch, line.EndToEnd));
        Assert.Equal([(new Cents(-100_00), "Een", "deel een", "O-1"), (new Cents(-200_00), "Twee", "", "O-2")], line.Parts.Select(p => (p.Amount!.Value, p.Name, p.Text, p.EndToEnd)));
    }

    [Fact]
    public void A_returned_payment_says_so_and_names_the_other_not_us()
    {
        var text = new SampleCamt().Raw($"""
            <Ntry><Amt Ccy="EUR">50.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2027-01-06</Dt></BookgDt>
            <NtryDtls><TxDtls><Refs><EndToEndId>OOSTERHOEK-3</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>Stichting Wijkfonds</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>{SampleCamt.Iban}</IBAN></Id></DbtrAcct>
            <Cdtr><Pty><Nm>Rosa Bakker</Nm></Pty></Cdtr><CdtrAcct><Id><IBAN>NL20INGB0001234567</IBAN></Id></CdtrAcct></RltdPties><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>
            """, 50_00).Text();
        var line = Assert.Single(Assert.Single(Read(text).Statements).Lines);
        Assert.Equal(("AC04", "Rosa Bakker", "NL20INGB0001234567", "OOSTERHOEK-3"), (line.ReturnReason, line.Name, line.Iban, line.EndToEnd));
    }

    [Fact]
    public void What_does_not_add_up_is_a_copy_or_is_in_another_currency_is_refused_by_name()
    {
        var sample = new SampleCamt(opening: 10_00).Line(Day, 5_00);
        Assert.Equal(new BankFileDoesNotAddUp("001", new(15_00), new(16_00)), BankReader.Read(Encoding.UTF8.GetBytes(sample.Text(closing: 16_00))).Refusal);
        Assert.Equal(new BankFileIsCopy("2027-001"), BankReader.Read(Encoding.UTF8.GetBytes(sample.Text(more: "<CpyDplctInd>DUPL</CpyDplctInd>"))).Refusal);
        Assert.Equal(new BankFileNotEuro("USD"), Refusal(sample.Text().Replace("Ccy=\"EUR\">5.00", "Ccy=\"USD\">5.00", StringComparison.Ordinal)));
        foreach (var wrong in new[] { "5.001", "5,00", "-5.00", "", "NaN", "1e3", "99999999999.00" })
            Assert.IsType<BankFileBroken>(Refusal(sample.Text().Replace(">5.00<", $">{wrong}<", StringComparison.Ordinal)));
    }

    [Fact]
    public void Entity_bombs_external_entities_endless_depth_and_sheer_size_are_refused_by_name_and_cost_nothing()
    {
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"" + new string('a', 1000) + "\">"
            + string.Concat(Enumerable.Range(0, 20).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat(i == 0 ? "&a;" : $"&a{i - 1};", 10))}\">")) + "]><Document>&a19;</Document>";
        Assert.Equal(new BankFileDefinesEntities(), Refusal(bomb));
        Assert.Equal(new BankFileDefinesEntities(), Refusal("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Document>&x;</Document>"));
        Assert.Equal(new BankFileDefinesEntities(), Refusal("<!DOCTYPE Document SYSTEM \"http://127.0.0.1:1/evil.dtd\"><Document/>"));
        var head = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>";
        Assert.IsType<BankFileBroken>(Refusal(head + string.Concat(Enumerable.Repeat("<a>", 500_000))));
        Assert.IsType<BankFileBroken>(Refusal(head + string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)) + "</Id></Stmt></BkToCstmrStmt></Document>"));
        Assert.Equal(new BankFileTooLarge(20), BankReader.Read(new byte[100 * 1024 * 1024]).Refusal);
        Assert.IsType<BankFileBroken>(Refusal(head));
        Assert.Equal(new BankFileUnknown(), Refusal("<html><body>Log in</body></html>"));
        Assert.Equal(new BankFileUnknown(), Refusal("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"/>"));
        Assert.Equal(new BankFileUnknown(), Refusal("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"/>"));
        Assert.Equal(new BankFileEmpty(), Refusal(" \r\n "));
    }

    [Fact]
    public void Only_what_is_booked_counts_and_its_sign_is_the_banks_own_also_where_it_reverses_something()
    {
        string Entry(string amount, string sign, string state, string more = "") =>
            $"<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd>{more}<Sts><Cd>{state}</Cd></Sts><BookgDt><Dt>2027-01-04</Dt></BookgDt></Ntry>";
        var text = new SampleCamt(opening: 10_00).Raw(Entry("1.00", "DBIT", "BOOK"), -1_00).Raw(Entry("1.00", "CRDT", "BOOK", "<RvslInd>true</RvslInd>"), 1_00)
            .Raw(Entry("3.00", "DBIT", "PDNG"), 0).Raw(Entry("4.00", "DBIT", "INFO"), 0).Raw(Entry("5.00", "DBIT", "FUTR"), 0).Raw(Entry("6.00", "DBIT", ""), 0).Text();
        Assert.Equal([new Cents(-1_00), new Cents(1_00)], Assert.Single(Read(text).Statements).Lines.Select(l => l.Amount));
        foreach (var sign in new[] { "", "CREDIT", "DBIT " + "x" }) Assert.IsType<BankFileBroken>(Refusal(new SampleCamt().Raw(Entry("1.00", sign, "BOOK"), 0).Text()));
    }

    [Fact]
    public void A_wrong_encoding_or_characters_that_no_text_holds_are_refused_or_read_and_never_stored_raw()
    {
        var text = new SampleCamt(opening: 1_00).Line(Day, 5_00, "Gemeente é", "NL02ABNA0123456789", "tekst").Text();
        Assert.Single(Read(text).Statements[0].Lines);
        // Said to be UTF-8, written as Latin-1; said to be something that is not there; UTF-16 with its mark.
        Assert.IsType<BankFileBroken>(BankReader.Read(Encoding.Latin1.GetBytes(text)).Refusal);
        Assert.IsType<BankFileBroken>(Refusal(text.Replace("UTF-8", "UTF-7", StringComparison.Ordinal)));
        Assert.IsType<BankFileBroken>(Refusal(text.Replace("UTF-8", "klingon", StringComparison.Ordinal)));
        var wide = BankReader.Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text.Replace("UTF-8", "UTF-16", StringComparison.Ordinal))]);
        Assert.Equal("Gemeente é", wide.Value!.Statements[0].Lines[0].Name);
        Assert.IsType<BankFileBroken>(Refusal(text.Replace("tekst", "te\0kst", StringComparison.Ordinal)));
        Assert.IsType<BankFileBroken>(Refusal(text.Replace("tekst", "te&#0;kst", StringComparison.Ordinal)));
        Assert.IsType<BankFileBroken>(Refusal(text.Replace("tekst", "te&lol;kst", StringComparison.Ordinal)));
    }

    [Fact]
    public void Whatever_byte_of_a_statement_is_changed_it_is_read_or_refused_and_never_a_fault()
    {
        var bytes = new SampleCamt(opening: 1_00).Line(Day, 5_00, "Gemeente", "NL02ABNA0123456789", "tekst").Bytes;
        for (var i = 0; i < bytes.Length; i++)
            foreach (var other in new byte[] { 0, (byte)'<', (byte)'9', 0xFF })
            {
                var broken = (byte[])bytes.Clone();
                broken[i] = other;
                BankReader.Read(broken);
            }
    }

    [Fact]
    public void Equal_lines_are_told_apart_and_the_same_line_has_the_same_key()
    {
        var lines = Read(new SampleCamt().Line(Day, 5_00, text: "koffie", reference: null).Line(Day, 5_00, text: "koffie", reference: null).Line(Day, 6_00, text: "koffie", reference: null).Text()).Statements[0].Lines;
        var keys = LineKeys.Of(lines);
        Assert.Equal(3, keys.Distinct().Count());
        Assert.Equal(keys, LineKeys.Of([.. lines]));
    }

    private static BankContent Read(string text)
    {
        var read = BankReader.Read(Encoding.UTF8.GetBytes(text));
        Assert.True(!read.Refused, read.Refusal?.ToString());
        return read.Value;
    }

    private static Refusal? Refusal(string text) => BankReader.Read(Encoding.UTF8.GetBytes(text)).Refusal;
}
