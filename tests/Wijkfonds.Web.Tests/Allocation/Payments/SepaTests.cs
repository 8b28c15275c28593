using System.Text;
using System.Xml.Linq;
using Wijkfonds.Web.Allocation.Payments.Sepa;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Allocation.Payments;

/// <summary>The file for the bank, element by element as FORMATS has it.</summary>
public sealed class SepaTests
{
    private static readonly XNamespace Space = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private static readonly TransferFile Sample = new("BF-20261201-1", new DateTime(2026, 12, 1, 10, 0, 0), "Stichting Buurtfonds", "NL91ABNA0417164300", new DateOnly(2026, 12, 2),
    [
        new("BF-42", new(250_00), "Buurtvereniging De Linde", "NL20INGB0001234567", "Toekenning 42 termijn 1"),
        new("BF-43", new(1), "Café “Łódź” & Zn_ 北 " + new string('é', 80), "NL02ABNA0123456789", "//Ünïcode; €5 [ja]/" + new string('x', 200)),
    ]);

    [Fact]
    public void Every_element_stands_where_it_should_and_there_is_no_other()
    {
        var expected = """
            Document/CstmrCdtTrfInitn/GrpHdr/MsgId=BF-20261201-1
            Document/CstmrCdtTrfInitn/GrpHdr/CreDtTm=2026-12-01T10:00:00
            Document/CstmrCdtTrfInitn/GrpHdr/NbOfTxs=2
            Document/CstmrCdtTrfInitn/GrpHdr/CtrlSum=250.01
            Document/CstmrCdtTrfInitn/GrpHdr/InitgPty/Nm=Stichting Buurtfonds
            Document/CstmrCdtTrfInitn/PmtInf/PmtInfId=BF-20261201-1-A
            Document/CstmrCdtTrfInitn/PmtInf/PmtMtd=TRF
            Document/CstmrCdtTrfInitn/PmtInf/BtchBookg=false
            Document/CstmrCdtTrfInitn/PmtInf/NbOfTxs=2
            Document/CstmrCdtTrfInitn/PmtInf/CtrlSum=250.01
            Document/CstmrCdtTrfInitn/PmtInf/PmtTpInf/SvcLvl/Cd=SEPA
            Document/CstmrCdtTrfInitn/PmtInf/ReqdExctnDt/Dt=2026-12-02
            Document/CstmrCdtTrfInitn/PmtInf/Dbtr/Nm=Stichting Buurtfonds
            Document/CstmrCdtTrfInitn/PmtInf/DbtrAcct/Id/IBAN=NL91ABNA0417164300
            Document/CstmrCdtTrfInitn/PmtInf/DbtrAgt/FinInstnId/Othr/Id=NOTPROVIDED
            Document/CstmrCdtTrfInitn/PmtInf/ChrgBr=SLEV
            Document/CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/PmtId/EndToEndId=BF-42
            Document/CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/Amt/InstdAmt[EUR]=250.00
            Document/CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/Cdtr/Nm=Buurtvereniging De Linde
            Document/CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/CdtrAcct/Id/IBAN=NL20INGB0001234567
            Document/CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/RmtInf/Ustrd=Toekenning 42 termijn 1
            Document/CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/PmtId/EndToEndId=BF-43
            Document/CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/Amt/InstdAmt[EUR]=0.01
            """;
        var document = Written(Sample);
        Assert.Equal(Space + "Document", document.Root!.Name);
        Assert.All(document.Descendants(), e => Assert.Equal(Space, e.Name.Namespace));
        var leaves = document.Descendants().Where(e => !e.HasElements).Select(e =>
            string.Join('/', e.AncestorsAndSelf().Reverse().Select(a => a.Name.LocalName)) + (e.Attribute("Ccy") is { } currency ? $"[{currency.Value}]" : "") + "=" + e.Value).ToList();
        Assert.Equal(expected.ReplaceLineEndings("\n").Split('\n'), leaves.Take(23));
        Assert.Equal(26, leaves.Count);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", Encoding.UTF8.GetString(Bytes(Sample)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Names_and_texts_hold_only_what_every_bank_takes_and_are_cut_to_70_and_140()
    {
        var second = Written(Sample).Descendants(Space + "CdtTrfTxInf").Last();
        var (name, text) = (second.Descendants(Space + "Nm").Single().Value, second.Descendants(Space + "Ustrd").Single().Value);
        Assert.StartsWith("Cafe 'Lodz' + Zn- . eee", name, StringComparison.Ordinal);
        Assert.StartsWith("Unicode, EUR5 (ja)/xxx", text, StringComparison.Ordinal);
        Assert.Equal((70, 140), (name.Length, text.Length));
        Assert.All(Written(Sample).Descendants().Where(e => !e.HasElements), e => Assert.Matches(@"^[a-zA-Z0-9/\-?:().,'+ ]+$", e.Value));
    }

    [Theory]
    [InlineData("//a//b//", "a/b")] [InlineData("  a \r\n b ", "a b")] [InlineData("Müller-Şahin", "Muller-Sahin")] [InlineData("Ægir Ørsted", "AEgir Orsted")] [InlineData("", "")] [InlineData("'; DROP", "', DROP")]
    public void A_text_becomes_the_closest_that_may_be_written(string typed, string written) => Assert.Equal(written, SepaText.Of(typed, 140));

    private static byte[] Bytes(TransferFile file)
    {
        using var memory = new MemoryStream();
        Pain001.Write(memory, file);
        return memory.ToArray();
    }

    private static XDocument Written(TransferFile file) => XDocument.Load(new MemoryStream(Bytes(file)));
}
