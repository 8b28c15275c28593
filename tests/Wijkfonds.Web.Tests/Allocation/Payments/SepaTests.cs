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

    /// <summary>FORMATS, section 2: what may stand in what, in that order, how often at least and at most.</summary>
    private static readonly Dictionary<string, (string Name, int Least, int Most)[]> Grammar = new(StringComparer.Ordinal)
    {
        ["Document"] = [("CstmrCdtTrfInitn", 1, 1)],
        ["CstmrCdtTrfInitn"] = [("GrpHdr", 1, 1), ("PmtInf", 1, int.MaxValue)],
        ["GrpHdr"] = [("MsgId", 1, 1), ("CreDtTm", 1, 1), ("NbOfTxs", 1, 1), ("CtrlSum", 1, 1), ("InitgPty", 1, 1)],
        ["PmtInf"] =
        [
            ("PmtInfId", 1, 1), ("PmtMtd", 1, 1), ("BtchBookg", 0, 1), ("NbOfTxs", 1, 1), ("CtrlSum", 1, 1), ("PmtTpInf", 1, 1), ("ReqdExctnDt", 1, 1), ("Dbtr", 1, 1), ("DbtrAcct", 1, 1),
            ("DbtrAgt", 1, 1), ("UltmtDbtr", 0, 1), ("ChrgBr", 0, 1), ("CdtTrfTxInf", 1, int.MaxValue),
        ],
        ["PmtTpInf"] = [("InstrPrty", 0, 1), ("SvcLvl", 1, 1), ("LclInstrm", 0, 1), ("CtgyPurp", 0, 1)],
        ["SvcLvl"] = [("Cd", 1, 1)], ["ReqdExctnDt"] = [("Dt", 1, 1)], ["InitgPty"] = [("Nm", 1, 1)], ["Dbtr"] = [("Nm", 1, 1)], ["Cdtr"] = [("Nm", 1, 1)],
        ["DbtrAcct"] = [("Id", 1, 1)], ["CdtrAcct"] = [("Id", 1, 1)], ["DbtrAgt"] = [("FinInstnId", 1, 1)], ["FinInstnId"] = [("Othr", 1, 1)], ["Othr"] = [("Id", 1, 1)],
        ["CdtTrfTxInf"] = [("PmtId", 1, 1), ("Amt", 1, 1), ("ChrgBr", 0, 1), ("UltmtDbtr", 0, 1), ("Cdtr", 1, 1), ("CdtrAcct", 1, 1), ("UltmtCdtr", 0, 1), ("Purp", 0, 1), ("RmtInf", 0, 1)],
        ["PmtId"] = [("InstrId", 0, 1), ("EndToEndId", 1, 1)], ["Amt"] = [("InstdAmt", 1, 1)], ["RmtInf"] = [("Ustrd", 1, 1)],
    };

    private static readonly Dictionary<string, int> Longest = new(StringComparer.Ordinal) { ["MsgId"] = 35, ["PmtInfId"] = 35, ["EndToEndId"] = 35, ["NbOfTxs"] = 15, ["Nm"] = 70, ["Ustrd"] = 140 };

    /// <summary>Every rule of the format about a file that really goes to the bank, for whoever makes one.</summary>
    internal static void Obeys(XDocument document)
    {
        Assert.Equal(Space + "Document", document.Root!.Name);
        foreach (var element in document.Descendants())
        {
            var name = element.Name.LocalName;
            Assert.Equal(Space, element.Name.Namespace);
            if (element.HasElements)
            {
                var allowed = name == "Id" ? [("IBAN", 1, 1)] : Grammar[name];
                var children = element.Elements().Select(e => e.Name.LocalName).ToList();
                Assert.All(children, child => Assert.Contains(child, allowed.Select(a => a.Item1)));
                Assert.Equal(children, children.OrderBy(child => Array.FindIndex(allowed, a => a.Item1 == child)));
                Assert.All(allowed, a => Assert.InRange(children.Count(child => child == a.Item1), a.Item2, a.Item3));
                continue;
            }
            Assert.Matches(@"^[a-zA-Z0-9/\-?:().,'+ ]+$", element.Value);
            Assert.False(element.Value.StartsWith('/') || element.Value.EndsWith('/') || element.Value.Contains("//", StringComparison.Ordinal), element.Value);
            if (Longest.TryGetValue(name, out var most)) Assert.InRange(element.Value.Length, 1, most);
            if (name == "IBAN") Assert.False(Wijkfonds.Web.Allocation.Payments.Iban.Read(element.Value, "iban").Refused);
            if (name == "ChrgBr") Assert.Equal("SLEV", element.Value);
            if (name == "PmtMtd") Assert.Equal("TRF", element.Value);
            if (name is "CtrlSum" or "InstdAmt") Assert.Matches(@"^\d{1,9}\.\d{2}$", element.Value);
        }
        string[] Of(XElement holder, string name) => [.. holder.Descendants(Space + name).Select(e => e.Value)];
        var (header, batch) = (document.Descendants(Space + "GrpHdr").Single(), document.Descendants(Space + "PmtInf").Single());
        var amounts = document.Descendants(Space + "InstdAmt").ToList();
        Assert.All(amounts, a => Assert.Equal("EUR", Assert.Single(a.Attributes()).Value));
        Assert.All(amounts, a => Assert.InRange(decimal.Parse(a.Value, System.Globalization.CultureInfo.InvariantCulture), 0.01m, 999_999_999.99m));
        foreach (var holder in new[] { header, batch })
        {
            Assert.Equal(amounts.Sum(a => decimal.Parse(a.Value, System.Globalization.CultureInfo.InvariantCulture)), decimal.Parse(Of(holder, "CtrlSum")[0], System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(amounts.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), Of(holder, "NbOfTxs")[0]);
        }
        var references = Of(document.Root!, "EndToEndId");
        Assert.Equal(references.Length, references.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.DoesNotContain("NOTPROVIDED", references);
        Assert.Empty(document.Descendants(Space + "PstlAdr"));
        Assert.NotEqual(Of(header, "MsgId")[0], Of(batch, "PmtInfId")[0]);
    }

    [Fact]
    public void The_walk_over_the_document_finds_what_is_wrong()
    {
        Obeys(Written(Sample));
        foreach (var change in new Func<string, string>[]
        {
            s => s.Replace(">2</NbOfTxs>", ">3</NbOfTxs>", StringComparison.Ordinal), s => s.Replace(">250.00<", ">250.01<", StringComparison.Ordinal), s => s.Replace("BF-43", "BF-42", StringComparison.Ordinal),
            s => s.Replace("Stichting", "Stïchting", StringComparison.Ordinal), s => s.Replace("<ChrgBr>SLEV</ChrgBr>", "<ChrgBr>SHAR</ChrgBr>", StringComparison.Ordinal), s => s.Replace("NL20INGB0001234567", "NL20INGB0001234568", StringComparison.Ordinal),
            s => s.Replace("<PmtMtd>TRF</PmtMtd>", "", StringComparison.Ordinal), s => s.Replace("<CreDtTm>", "<Extra>x</Extra><CreDtTm>", StringComparison.Ordinal), s => s.Replace("BF-20261201-1<", new string('9', 36) + "<", StringComparison.Ordinal),
        })
            Assert.ThrowsAny<Exception>(() => Obeys(XDocument.Parse(change(Written(Sample).ToString()))));
    }

    private static byte[] Bytes(TransferFile file)
    {
        using var memory = new MemoryStream();
        Pain001.Write(memory, file);
        return memory.ToArray();
    }

    private static XDocument Written(TransferFile file) => XDocument.Load(new MemoryStream(Bytes(file)));
}
