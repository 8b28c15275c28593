using System.Globalization;
using System.Text;
using System.Xml;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Statements.Xaf;

/// <summary>Writes an auditfile: the elements of 4.0 or 3.2 in their order, all in one namespace, no attributes, positive amounts with D or C.</summary>
public sealed class XafWriter
{
    private readonly XmlWriter xml;
    private readonly XafFile file;
    private readonly bool is40;
    private readonly string names;

    private XafWriter(XmlWriter xml, XafFile file, XafVersion version)
    {
        (this.xml, this.file, is40) = (xml, file, version == XafVersion.V40);
        names = is40 ? "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0" : "http://www.auditfiles.nl/XAF/3.2";
    }

    /// <summary>Streams: what is in memory is one transaction.</summary>
    public static void Write(Stream output, XafFile file, XafVersion version)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };
        using var xml = XmlWriter.Create(output, settings);
        new XafWriter(xml, file, version).Write();
    }

    private void Write()
    {
        xml.WriteStartDocument();
        Open("auditfile");
        Header();
        Open("company");
        if (file.Commerce is { } commerce) Text(is40 ? "Commercenr" : "companyIdent", commerce, is40 ? 100 : 35);
        Text("companyName", file.Company, is40 ? 255 : 999);
        Text("taxRegistrationCountry", "NL", 2);
        Text("taxRegIdent", file.TaxId, 30);
        Parties();
        Accounts();
        Periods();
        Opening();
        Transactions();
        Close();
        Close();
    }

    private void Header()
    {
        Open("header");
        Text("fiscalYear", Number(file.Year), 9);
        Day("startDate", new DateOnly(file.Year, 1, 1));
        Day("endDate", new DateOnly(file.Year, 12, 31));
        Text("curCode", "EUR", 3);
        Day("dateCreated", file.Created);
        Text("softwareDesc", "Wijkfonds", 50);
        Text("softwareVersion", "1", 20);
        if (is40) Text("RGSVersion", "3.8", 20);
        Close();
    }

    private void Parties()
    {
        if (file.Parties.Count == 0) return;
        Open("customersSuppliers");
        foreach (var party in file.Parties)
        {
            Open("customerSupplier");
            Text("custSupID", party.Id, 35);
            Text("custSupName", party.Name, 50);
            Text("custSupTp", "C", 1);
            Close();
        }
        Close();
    }

    private void Accounts()
    {
        Open("generalLedger");
        foreach (var account in file.Accounts)
        {
            Open("ledgerAccount");
            Text("accID", account.Id, 35);
            Text("accDesc", account.Name, is40 ? 255 : 999);
            Text("accTp", account.IsBalance ? "B" : "P", 1);
            if (account.Rgs is { } rgs) Text(is40 ? "RGScode" : "leadReference", rgs, 255);
            Close();
        }
        Close();
    }

    private void Periods()
    {
        Open("periods");
        for (var month = 1; month <= 12; month++)
        {
            Open("period");
            Text("periodNumber", Number(month), 3);
            Day("startDatePeriod", new DateOnly(file.Year, month, 1));
            Day("endDatePeriod", new DateOnly(file.Year, month, DateTime.DaysInMonth(file.Year, month)));
            Close();
        }
        Close();
    }

    private void Opening()
    {
        Open("openingBalance");
        if (!is40) Day("opBalDate", new DateOnly(file.Year, 1, 1));
        Totals(file.Opening.Select(o => o.Debit));
        for (var i = 0; i < file.Opening.Count; i++)
        {
            Open("obLine");
            Text("nr", Number(i + 1), 35);
            Text("accID", file.Opening[i].Account, 35);
            Amount(file.Opening[i].Debit);
            Close();
        }
        Close();
    }

    private void Transactions()
    {
        Open("transactions");
        var journals = Enum.GetValues<XafJournal>();
        Totals(journals.SelectMany(j => file.Transactions(j)).SelectMany(t => t.Lines).Select(l => l.Debit));
        foreach (var journal in journals)
        {
            var open = false;
            foreach (var transaction in file.Transactions(journal))
            {
                if (!open) Journal(journal);
                open = true;
                Transaction(transaction);
            }
            if (open) Close();
        }
        Close();
    }

    private void Journal(XafJournal journal)
    {
        var (id, name, type) = journal switch
        {
            XafJournal.Bank => ("BNK", "Bank", "B"),
            XafJournal.Cash => ("KAS", "Kas", "C"),
            _ => ("MEM", "Memoriaal", "M"),
        };
        Open("journal");
        Text("jrnID", id, 35);
        Text("desc", name, 999);
        Text("jrnTp", type, 1);
    }

    private void Transaction(XafTransaction transaction)
    {
        Open("transaction");
        Text("nr", transaction.Number, 35);
        Text("desc", transaction.Text, 999);
        Text("periodNumber", Number(transaction.Day.Month), 3);
        Day("trDt", transaction.Day);
        for (var i = 0; i < transaction.Lines.Count; i++)
        {
            var line = transaction.Lines[i];
            Open("trLine");
            Text("nr", Number(i + 1), 35);
            Text("accID", line.Account, 35);
            Text("docRef", transaction.Number, 255);
            Day("effDate", transaction.Day);
            Amount(line.Debit);
            if (line.Party is { } party) Text("custSupID", party, 35);
            if (line.Project is { } project) Text(is40 ? "project" : "projID", project, 35);
            Close();
        }
        Close();
    }

    private void Totals(IEnumerable<Cents> debits)
    {
        var (count, debit, credit) = (0, Cents.Zero, Cents.Zero);
        foreach (var amount in debits)
        {
            count++;
            if (amount > Cents.Zero) debit += amount;
            else credit -= amount;
        }
        Text("linesCount", Number(count), 20);
        Text("totalDebit", debit.ToFile(), 23);
        Text("totalCredit", credit.ToFile(), 23);
    }

    private void Amount(Cents debit)
    {
        Text("amnt", (debit < Cents.Zero ? -debit : debit).ToFile(), 23);
        Text("amntTp", debit < Cents.Zero ? "C" : "D", 1);
    }

    private void Open(string element) => xml.WriteStartElement(element, names);

    private void Close() => xml.WriteEndElement();

    private void Day(string element, DateOnly day) => Text(element, Period.Text(day), 10);

    private void Text(string element, string text, int most) => xml.WriteElementString(element, names, Fitting(text, most));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Only characters that XML knows, cut at a whole letter.</summary>
    private static string Fitting(string text, int most)
    {
        var fit = new StringBuilder();
        foreach (var letter in text.EnumerateRunes())
        {
            if (fit.Length + letter.Utf16SequenceLength > most) break;
            if (letter.Value is >= 0x20 and not 0xFFFE and not 0xFFFF) fit.Append(letter);
        }
        return fit.ToString();
    }
}
