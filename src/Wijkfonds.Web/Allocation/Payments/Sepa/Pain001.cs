using System.Globalization;
using System.Xml;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Allocation.Payments.Sepa;

/// <summary>One transfer in a file. Name and text are cut and transliterated when they are written.</summary>
public sealed record Transfer(string Reference, Cents Amount, string Name, string Iban, string Text);

/// <summary>A file of transfers from one account, to be carried out on one day.</summary>
/// <param name="MessageId">Unique for every file; at most 33 characters.</param>
/// <param name="MadeAt">In the fund's own time, without zone.</param>
public sealed record TransferFile(string MessageId, DateTime MadeAt, string Holder, string Iban, DateOnly ExecuteOn, IReadOnlyList<Transfer> Transfers);

/// <summary>
/// SEPA credit transfer, pain.001.001.09, as the EPC's own schema restricts it: one batch, each payment debited by itself,
/// no BIC, no addresses (unstructured ones are refused since 15 November 2026, and within the EEA none are needed).
/// </summary>
public static class Pain001
{
    private const string Space = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private const int LongestName = 70;
    private const int LongestText = 140;

    public static void Write(Stream stream, TransferFile file)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
        var count = file.Transfers.Count.ToString(CultureInfo.InvariantCulture);
        var sum = file.Transfers.Aggregate(Cents.Zero, (total, t) => total + t.Amount).ToFile();
        var holder = SepaText.Of(file.Holder, LongestName);
        xml.WriteStartElement("Document", Space);
        xml.WriteStartElement("CstmrCdtTrfInitn");

        xml.WriteStartElement("GrpHdr");
        xml.WriteElementString("MsgId", file.MessageId);
        xml.WriteElementString("CreDtTm", file.MadeAt.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        xml.WriteElementString("NbOfTxs", count);
        xml.WriteElementString("CtrlSum", sum);
        Within(xml, holder, "InitgPty", "Nm");
        xml.WriteEndElement();

        xml.WriteStartElement("PmtInf");
        xml.WriteElementString("PmtInfId", file.MessageId + "-A");
        xml.WriteElementString("PmtMtd", "TRF");
        xml.WriteElementString("BtchBookg", "false");
        xml.WriteElementString("NbOfTxs", count);
        xml.WriteElementString("CtrlSum", sum);
        Within(xml, "SEPA", "PmtTpInf", "SvcLvl", "Cd");
        Within(xml, file.ExecuteOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "ReqdExctnDt", "Dt");
        Within(xml, holder, "Dbtr", "Nm");
        Within(xml, file.Iban, "DbtrAcct", "Id", "IBAN");
        Within(xml, "NOTPROVIDED", "DbtrAgt", "FinInstnId", "Othr", "Id");
        xml.WriteElementString("ChrgBr", "SLEV");
        foreach (var transfer in file.Transfers) Write(xml, transfer);
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Write(XmlWriter xml, Transfer transfer)
    {
        xml.WriteStartElement("CdtTrfTxInf");
        Within(xml, transfer.Reference, "PmtId", "EndToEndId");
        xml.WriteStartElement("Amt");
        xml.WriteStartElement("InstdAmt");
        xml.WriteAttributeString("Ccy", "EUR");
        xml.WriteString(transfer.Amount.ToFile());
        xml.WriteEndElement();
        xml.WriteEndElement();
        Within(xml, SepaText.Of(transfer.Name, LongestName), "Cdtr", "Nm");
        Within(xml, transfer.Iban, "CdtrAcct", "Id", "IBAN");
        Within(xml, SepaText.Of(transfer.Text, LongestText), "RmtInf", "Ustrd");
        xml.WriteEndElement();
    }

    private static void Within(XmlWriter xml, string value, params string[] path)
    {
        foreach (var name in path) xml.WriteStartElement(name);
        xml.WriteString(value);
        foreach (var _ in path) xml.WriteEndElement();
    }
}
