using System.Text;
using System.Xml;
using System.Xml.Linq;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Funds.Bank.Reading;

/// <summary>
/// CAMT.053, versions .02 and .08 (ISO 20022), read forward, one entry at a time. Elements are found by their local name,
/// so a prefix does not matter. A document type, entities and anything from outside are refused.
/// </summary>
internal static class Camt053
{
    private const string Space = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";
    /// <summary>A sound file is about a dozen elements deep; reading a deeper one could exhaust the stack.</summary>
    private const int Deepest = 40;

    public static Outcome<BankContent> Read(byte[] content)
    {
        try
        {
            if (Look(content) is not { } format) return new BankFileUnknown();
            using var reader = Open(content);
            var statements = new List<ReadStatement>();
            while (reader.ReadToFollowing("Stmt", SpaceOf(format)))
            {
                using var inner = reader.ReadSubtree();
                statements.Add(Statement(inner));
            }
            return statements.Count == 0 ? new BankFileUnknown() : new BankContent(format, statements);
        }
        catch (XmlException error)
        {
            return Encoding.Latin1.GetString(content).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
                ? new BankFileDefinesEntities() : new BankFileBroken(Math.Max(1, error.LineNumber));
        }
        catch (BrokenLine broken)
        {
            return broken.Refusal;
        }
    }

    private static XmlReader Open(byte[] content) => XmlReader.Create(new MemoryStream(content, writable: false), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = BankReader.MostBytes, MaxCharactersFromEntities = 1024,
        IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true,
    });

    /// <summary>One look at all of it before anything is believed: which version, and nowhere too deep.</summary>
    private static BankFormat? Look(byte[] content)
    {
        using var reader = Open(content);
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "Document") return null;
        BankFormat? format = reader.NamespaceURI == SpaceOf(BankFormat.Camt02) ? BankFormat.Camt02 : reader.NamespaceURI == SpaceOf(BankFormat.Camt08) ? BankFormat.Camt08 : null;
        while (reader.Read())
            if (reader.Depth > Deepest) throw new BrokenLine(((IXmlLineInfo)reader).LineNumber);
        return format;
    }

    private static string SpaceOf(BankFormat format) => Space + (format == BankFormat.Camt02 ? "02" : "08");

    private static ReadStatement Statement(XmlReader reader)
    {
        var (id, number, account) = ("", "", "");
        (Cents? opening, Cents? closing) = (null, null);
        (DateOnly? from, DateOnly? until) = (null, null);
        var lines = new List<StatementLine>();
        reader.Read();
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }
            var line = ((IXmlLineInfo)reader).LineNumber;
            var element = (XElement)XNode.ReadFrom(reader);
            switch (element.Name.LocalName)
            {
                case "Id": id = element.Value.Trim(); break;
                case "ElctrncSeqNb": number = element.Value.Trim(); break;
                case "CpyDplctInd": throw new BrokenLine(line, new BankFileIsCopy(id));
                case "Acct": account = CamtEntry.Account(element); break;
                case "Bal":
                    var (code, amount, day) = CamtEntry.Balance(element, line);
                    if (code is "OPBD" or "PRCD") (opening, from) = (opening ?? amount, from ?? day);
                    if (code is "CLBD") (closing, until) = (amount, day);
                    break;
                case "Ntry": if (CamtEntry.Line(element, account, line) is { } entry) lines.Add(entry); break;
            }
        }
        if (account.Length == 0) throw new BrokenLine(1);
        // A list without balances (a page of a longer one) has the days of its lines; one without lines those of its balances.
        var days = lines.Select(l => l.BookedOn).Concat(new[] { until }.OfType<DateOnly>()).ToList();
        if (days.Count == 0 && from is { } only) days.Add(only);
        if (days.Count == 0) throw new BrokenLine(1);
        return new(account, number.Length > 0 ? number : id, opening, closing, days.Min(), days.Max(), lines);
    }
}
