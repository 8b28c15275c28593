using System.Globalization;
using System.Text;
using System.Xml;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Statements.Xaf;

/// <summary>Elements of one version, all in its namespace, without attributes: texts cut to their length, days, whole numbers, positive amounts with D or C.</summary>
public sealed class XafElements(XmlWriter xml, XafVersion version)
{
    private const string Names40 = "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0";
    private const string Names32 = "http://www.auditfiles.nl/XAF/3.2";

    private readonly string names = version == XafVersion.V40 ? Names40 : Names32;

    public bool Is40 => version == XafVersion.V40;

    public void In(string element, Action write)
    {
        xml.WriteStartElement(element, names);
        write();
        xml.WriteEndElement();
    }

    public void Text(string element, string text, int most) => xml.WriteElementString(element, names, Fitting(text, most));

    /// <summary>The same element with another name or length in the other version.</summary>
    public void Text(string in40, string in32, string text, int most40, int most32) => Text(Is40 ? in40 : in32, text, Is40 ? most40 : most32);

    public void Day(string element, DateOnly day) => Text(element, Period.Text(day), 10);

    public void Whole(string element, int number, int most) => Text(element, number.ToString(CultureInfo.InvariantCulture), most);

    public void Amount(Cents debit)
    {
        Text("amnt", (debit < Cents.Zero ? -debit : debit).ToFile(), 23);
        Text("amntTp", debit < Cents.Zero ? "C" : "D", 1);
    }

    /// <summary>How many lines there are, and their sums on both sides.</summary>
    public void Totals(IEnumerable<Cents> debits)
    {
        var (count, debit, credit) = (0, Cents.Zero, Cents.Zero);
        foreach (var amount in debits)
        {
            count++;
            if (amount > Cents.Zero) debit += amount;
            else credit -= amount;
        }
        Whole("linesCount", count, 20);
        Text("totalDebit", debit.ToFile(), 23);
        Text("totalCredit", credit.ToFile(), 23);
    }

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
