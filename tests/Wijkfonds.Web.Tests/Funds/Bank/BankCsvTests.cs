using System.Text;
using Wijkfonds.Web.Funds.Bank.Reading;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Funds.Bank;

/// <summary>The banks' own lists, in the shapes that FORMATS gives.</summary>
public sealed class BankCsvTests
{
    private const string List = """"
        "IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij","Naam initiërende partij","BIC tegenpartij","Code","Batch ID","Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1","Omschrijving-2","Omschrijving-3","Reden retour","Oorspr bedrag","Oorspr munt","Koers"
        "NL39RABO0300065264","EUR","RABONL2U","000000000000001001","2027-01-04","2027-01-04","+2500,00","+7500,00","NL02ABNA0123456789","Gemeente Oosterstad","","","ABNANL2A","cb","","","","","","Wijkfonds","2027","","","","",""
        "NL39RABO0300065264","EUR","RABONL2U","000000000000001002","2027-01-05","2027-01-05","-45,00","+7455,00","NL20INGB0001234567","Café ""De Brug""","","","INGBNL2A","id","B1","OOSTERHOEK-7","","","","Koffie, thee","","","","","",""
        """";

    [Theory, InlineData(65001), InlineData(1252)]
    public void Rabobank(int encoding)
    {
        var read = BankReader.Read(CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes(List) ?? Encoding.UTF8.GetBytes(List));
        var statement = Assert.Single(read.Value!.Statements);
        Assert.Equal((BankFormat.Rabobank, "NL39RABO0300065264", new Cents(5_000_00), new Cents(7_455_00)), (read.Value.Format, statement.Account, statement.Opening!.Value, statement.Closing!.Value));
        var paid = statement.Lines[1];
        Assert.Equal((new Cents(-45_00), "Café \"De Brug\"", "NL20INGB0001234567", "Koffie, thee", "OOSTERHOEK-7", "B1", "000000000000001002"),
            (paid.Amount, paid.Name, paid.Iban, paid.Text, paid.EndToEnd, paid.Batch, paid.BankReference));
    }

    [Fact]
    public void A_list_from_which_a_line_was_cut_does_not_add_up()
    {
        var rows = List.Split('\n');
        var cut = string.Join('\n', rows[0], rows[1], rows[2].Replace("1002", "1003", StringComparison.Ordinal).Replace("+7455,00", "+7400,00", StringComparison.Ordinal));
        Assert.IsType<BankFileDoesNotAddUp>(BankReader.Read(Encoding.UTF8.GetBytes(cut)).Refusal);
    }

    [Theory]
    [InlineData("\"Datum\";\"Naam / Omschrijving\";\"Rekening\";\"Tegenrekening\";\"Code\";\"Af Bij\";\"Bedrag (EUR)\";\"Mutatiesoort\";\"Mededelingen\";\"Saldo na mutatie\";\"Tag\"", "Af", "Bij", ';')]
    [InlineData("\"Datum\",\"Naam / Omschrijving\",\"Rekening\",\"Tegenrekening\",\"Code\",\"Af Bij\",\"Bedrag (EUR)\",\"MutatieSoort\",\"Mededelingen\"", "Af", "Bij", ',')]
    [InlineData("\"Date\";\"Name / Description\";\"Account\";\"Counterparty\";\"Code\";\"Debit/credit\";\"Amount (EUR)\";\"Transaction type\";\"Notifications\";\"Resulting balance\";\"Tag\"", "Debit", "Credit", ';')]
    public void Ing_newest_first_with_unsigned_amounts(string header, string off, string on, char separator)
    {
        var balances = header.Contains("alance", StringComparison.Ordinal) || header.Contains("Saldo", StringComparison.Ordinal);
        string Row(string day, string name, string sign, string amount, string said, string after) =>
            string.Join(separator, new[] { day, name, "NL20INGB0001234567", "NL02ABNA0123456789", "GT", sign, amount, "Online bankieren", said }.Concat(balances ? [after, ""] : Array.Empty<string>()).Select(c => $"\"{c}\""));
        var text = string.Join("\r\n", header, Row("20270105", "Bloemen BV", off, "12,34", "Naam: Bloemen BV Kenmerk: OOSTERHOEK-9 Valutadatum: 05-01-2027", "987,66"), Row("20270104", "Gemeente", on, "1000,00", "Wijkfonds", "1000,00"));
        var statement = Assert.Single(Read(text, BankFormat.Ing).Statements);
        Assert.Equal([new Cents(1_000_00), new Cents(-12_34)], statement.Lines.Select(l => l.Amount));
        Assert.Equal(("OOSTERHOEK-9", "Bloemen BV", new DateOnly(2027, 1, 5)), (statement.Lines[1].EndToEnd, statement.Lines[1].Name, statement.Lines[1].BookedOn));
        Assert.Equal(balances ? new Cents(987_66) : (Cents?)null, statement.Closing);
    }

    [Fact]
    public void Abn_amro_has_tabs_and_no_header_and_hides_the_party_in_the_text()
    {
        var text = "417164300\tEUR\t20270104\t100,00\t1100,00\t20270104\t1000,00\tSEPA Overboeking                 IBAN: NL02ABNA0123456789        BIC: ABNANL2A                    Naam: Gemeente Oosterstad       Omschrijving: Wijkfonds\r\n"
            + "417164300\tEUR\t20270105\t1100,00\t1050,50\t20270105\t-49,50\t/TRTP/SEPA OVERBOEKING/IBAN/NL20INGB0001234567/BIC/INGBNL2A/NAME/Bloemen BV/REMI/bloemen/EREF/OOSTERHOEK-2\r\n";
        var statement = Assert.Single(Read(text, BankFormat.AbnAmro).Statements);
        Assert.Equal((new Cents(100_00), new Cents(1_050_50)), (statement.Opening!.Value, statement.Closing!.Value));
        Assert.Equal(("Gemeente Oosterstad", "NL02ABNA0123456789"), (statement.Lines[0].Name, statement.Lines[0].Iban));
        Assert.Equal(("Bloemen BV", "NL20INGB0001234567", "OOSTERHOEK-2", new Cents(-49_50)), (statement.Lines[1].Name, statement.Lines[1].Iban, statement.Lines[1].EndToEnd, statement.Lines[1].Amount));
        Assert.True(Wijkfonds.Web.Funds.Bank.ReadingBank.IsAccount("NL91ABNA0417164300", statement.Account));
        Assert.False(Wijkfonds.Web.Funds.Bank.ReadingBank.IsAccount("NL91ABNA0417164301", statement.Account));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Triodos_with_or_without_a_header(bool header)
    {
        var text = (header ? "\"Boekdatum\",\"Rekeningnummer\",\"Bedrag\",\"Debet/Credit\",\"Naam tegenrekening\",\"Tegenrekening\",\"Code\",\"Omschrijving\",\"Saldo\"\r\n" : "")
            + "\"04-01-2027\",\"NL00TRIO0123456789\",\"1.234,56\",\"Credit\",\"Fonds\",\"NL02ABNA0123456789\",\"CO\",\"Bijdrage\",\"1.234,56\"\r\n"
            + "\"05-01-2027\",\"NL00TRIO0123456789\",\"34,56\",\"Debet\",\"Winkel\",\"NL20INGB0001234567\",\"ET\",\"Papier\",\"1.200,00\"\r\n";
        var statement = Assert.Single(Read(text, BankFormat.Triodos).Statements);
        Assert.Equal([new Cents(1_234_56), new Cents(-34_56)], statement.Lines.Select(l => l.Amount));
        Assert.Equal(new Cents(1_200_00), statement.Closing);
    }

    [Theory, InlineData("\"-1.034,75\"", "\"2.000,00\""), InlineData("\"-1034.75\"", "\"2000.00\"")]
    public void Bunq_decides_per_file_what_a_point_is(string paid, string received)
    {
        var text = "\"Date\",\"Interest Date\",\"Amount\",\"Account\",\"Counterparty\",\"Name\",\"Description\"\n"
            + $"\"2027-01-05\",\"2027-01-05\",{paid},\"NL00BUNQ0123456789\",\"NL20INGB0001234567\",\"Winkel\",\"Papier\"\n\"2027-01-04\",\"2027-01-04\",{received},\"NL00BUNQ0123456789\",\"NL02ABNA0123456789\",\"Fonds\",\"Bijdrage\"\n";
        var statement = Assert.Single(Read(text, BankFormat.Bunq).Statements);
        Assert.Equal([new Cents(2_000_00), new Cents(-1_034_75)], statement.Lines.Select(l => l.Amount));
        Assert.Null(statement.Closing);
    }

    [Theory, InlineData("a,b,c\n1,2,3"), InlineData("zomaar een brief"), InlineData("\"IBAN\";\"Bedrag\"\n1;2")]
    public void Another_list_is_not_guessed_at(string text) => Assert.Equal(new BankFileUnknown(), BankReader.Read(Encoding.UTF8.GetBytes(text)).Refusal);

    [Fact]
    public void A_row_that_does_not_fit_breaks_the_file_at_its_line()
    {
        Assert.Equal(new BankFileBroken(3), BankReader.Read(Encoding.UTF8.GetBytes(List.Replace("\"-45,00\"", "\"=1+1\"", StringComparison.Ordinal))).Refusal);
        Assert.Equal(new BankFileBroken(2), BankReader.Read(Encoding.UTF8.GetBytes(List.Replace("2027-01-04", "4 jan", StringComparison.Ordinal))).Refusal);
        Assert.IsType<BankFileBroken>(BankReader.Read(Encoding.UTF8.GetBytes(List + "\n\"open")).Refusal);
        Assert.Equal(new BankFileNotEuro("USD"), BankReader.Read(Encoding.UTF8.GetBytes(List.Replace("\"EUR\"", "\"USD\"", StringComparison.Ordinal))).Refusal);
    }

    [Fact]
    public void Cells_that_a_spreadsheet_would_carry_out_are_text_and_a_broken_list_is_refused_at_its_line()
    {
        var formula = BankReader.Read(Encoding.UTF8.GetBytes(List.Replace("Koffie, thee", "=HYPERLINK(\"\"http://x\"\";\"\"klik\"\")", StringComparison.Ordinal)));
        Assert.StartsWith("=HYPERLINK(\"http://x\"", formula.Value!.Statements[0].Lines[1].Text, StringComparison.Ordinal);
        foreach (var wrong in new[] { "=1+1", "+1e9", "-", "--5,00", "5,001", "999999999999999,00", "\0", "∞", "-5,00\0" })
            Assert.IsType<BankFileBroken>(BankReader.Read(Encoding.UTF8.GetBytes(List.Replace("-45,00", wrong, StringComparison.Ordinal))).Refusal);
        // Another separator than the bank's own, half a list, rows that are too short, and bytes of nothing.
        Assert.IsAssignableFrom<BankFileRefusal>(BankReader.Read(Encoding.UTF8.GetBytes(List.Replace("\",\"", "\"|\"", StringComparison.Ordinal))).Refusal);
        Assert.IsAssignableFrom<BankFileRefusal>(BankReader.Read(Encoding.UTF8.GetBytes(List[..(List.LastIndexOf('\n') + 40)])).Refusal);
        Assert.IsType<BankFileEmpty>(BankReader.Read(new byte[4096]).Refusal);
        Assert.IsType<BankFileEmpty>(BankReader.Read(Encoding.UTF8.GetBytes(List.Split('\n')[0])).Refusal);
    }

    [Fact]
    public void Whatever_byte_of_a_list_is_changed_it_is_read_or_refused_and_never_a_fault()
    {
        var bytes = Encoding.UTF8.GetBytes(List);
        for (var i = 0; i < bytes.Length; i += 3)
            foreach (var other in new byte[] { 0, (byte)'"', (byte)',', (byte)'\n', 0xFF })
            {
                var broken = (byte[])bytes.Clone();
                broken[i] = other;
                BankReader.Read(broken);
            }
    }

    private static BankContent Read(string text, BankFormat format)
    {
        var read = BankReader.Read(Encoding.UTF8.GetBytes(text));
        Assert.True(!read.Refused, read.Refusal?.ToString());
        Assert.Equal(format, read.Value.Format);
        return read.Value;
    }
}
