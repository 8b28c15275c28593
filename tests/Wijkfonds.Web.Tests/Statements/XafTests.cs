using System.Globalization;
using System.Xml.Linq;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>The auditfile, element by element, against what is known of XAF 4.0 and 3.2.</summary>
public sealed class XafTests
{
    /// <summary>Each element's children in their order; "?" may be left out, "*" repeats. What only one version has is named with it.</summary>
    private static readonly Dictionary<string, string> Order = new()
    {
        ["auditfile"] = "header company",
        ["header"] = "fiscalYear startDate endDate curCode dateCreated softwareDesc softwareVersion RGSVersion?40",
        ["company"] = "Commercenr?40 companyIdent?32 companyName taxRegistrationCountry taxRegIdent customersSuppliers? generalLedger periods openingBalance transactions",
        ["customersSuppliers"] = "customerSupplier*",
        ["customerSupplier"] = "custSupID custSupName custSupTp",
        ["generalLedger"] = "ledgerAccount*",
        ["ledgerAccount"] = "accID accDesc accTp RGScode?40 leadReference?32",
        ["periods"] = "period*",
        ["period"] = "periodNumber startDatePeriod endDatePeriod",
        ["openingBalance"] = "opBalDate?32 linesCount totalDebit totalCredit obLine*",
        ["obLine"] = "nr accID amnt amntTp",
        ["transactions"] = "linesCount totalDebit totalCredit journal*",
        ["journal"] = "jrnID desc jrnTp transaction*",
        ["transaction"] = "nr desc periodNumber trDt trLine*",
        ["trLine"] = "nr accID docRef effDate amnt amntTp custSupID? project?40 projID?32",
    };

    [Theory, EachDatabase]
    public async Task The_file_has_the_elements_of_its_version_in_their_order_and_keeps_the_numbered_rules(string database)
    {
        await using var site = new TestSite(database);
        var n = await Full(site);
        foreach (var path in new[] { "/geld/jaarrekening/2027.xaf", "/geld/jaarrekening/2028.xaf" })
            foreach (var version in new[] { "4.0", "3.2" })
            {
                Check(await Get(n.Stranger, n, $"{path}?versie={version}"), version);
                Check(await Get(n.As(n.ContributorRepresentative), n, $"/bijdragers/1/overzicht.xaf?jaar={path[^8..^4]}&versie={version}"), version);
            }
    }

    [Fact]
    public async Task The_years_file_opens_with_what_the_year_before_left_and_names_the_plan_and_who_gave()
    {
        await using var site = new TestSite();
        var n = await Full(site);
        var file = await Get(n.Stranger, n, "/geld/jaarrekening/2028.xaf");
        var opening = file.Descendants().Where(e => e.Name.LocalName == "obLine").ToDictionary(l => Of(l, "accID"), l => Of(l, "amntTp") + Of(l, "amnt"));
        Assert.Equal("D198999.96", opening["1100"]);
        Assert.DoesNotContain("0590", opening.Keys);
        var before = await Get(n.Stranger, n, "/geld/jaarrekening/2027.xaf?versie=3.2");
        Assert.Contains(before.Descendants(), e => e.Name.LocalName == "projID" && e.Value == "1-1");
        Assert.Contains(before.Descendants(), e => e.Name.LocalName == "custSupName" && e.Value == "Gemeente Oosterstad");
        Assert.Contains(before.Descendants(), e => e.Name.LocalName == "leadReference" && e.Value == "BLimBanRba");
        // A resident who was paid is in no public file.
        Assert.DoesNotContain("Rosa", before.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("NL91ABNA", before.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_has_no_file()
    {
        await using var site = new TestSite();
        var n = await Full(site);
        foreach (var path in new[] { "/geld/jaarrekening/2020.xaf", "/geld/jaarrekening/2027.xaf?versie=5", "/bijdragers/1/overzicht.xaf" })
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await n.As(n.ContributorRepresentative).Go(path)).Status);
    }

    private static void Check(XDocument file, string version)
    {
        var other = version == "4.0" ? "32" : "40";
        Assert.Equal(version == "4.0" ? "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0" : "http://www.auditfiles.nl/XAF/3.2", file.Root!.Name.NamespaceName);
        Assert.Equal(("1.0", "utf-8"), (file.Declaration!.Version, file.Declaration.Encoding));
        foreach (var element in file.Descendants())
        {
            Assert.Equal(file.Root.Name.Namespace, element.Name.Namespace);
            Assert.DoesNotContain(element.Attributes(), a => !a.IsNamespaceDeclaration);
            if (!element.HasElements) continue;
            var expected = Order[element.Name.LocalName].Split(' ').Where(e => !e.EndsWith(other, StringComparison.Ordinal)).ToList();
            var at = 0;
            foreach (var child in element.Elements().Select(e => e.Name.LocalName))
            {
                while (at < expected.Count && Bare(expected[at]) != child)
                {
                    Assert.True(expected[at].Contains('?', StringComparison.Ordinal) || expected[at].EndsWith('*'), $"{element.Name.LocalName} lacks {expected[at]} before {child}");
                    at++;
                }
                Assert.True(at < expected.Count, $"{child} is out of order in {element.Name.LocalName}");
                if (!expected[at].EndsWith('*')) at++;
            }
            foreach (var left in expected.Skip(at)) Assert.True(left.Contains('?', StringComparison.Ordinal) || left.EndsWith('*'), $"{element.Name.LocalName} lacks {left}");
        }
        Unique(file, "custSupID", "customerSupplier");
        Unique(file, "accID", "ledgerAccount");
        Unique(file, version == "4.0" ? "RGScode" : "leadReference", "ledgerAccount");
        Totals(file.Descendants().Single(e => e.Name.LocalName == "openingBalance"), "obLine");
        Totals(file.Descendants().Single(e => e.Name.LocalName == "transactions"), "trLine");
        var accounts = file.Descendants().Where(e => e.Name.LocalName == "ledgerAccount").Select(a => Of(a, "accID")).ToHashSet();
        foreach (var transaction in file.Descendants().Where(e => e.Name.LocalName == "transaction"))
        {
            var lines = transaction.Elements().Where(e => e.Name.LocalName == "trLine").ToList();
            Assert.NotEmpty(lines);
            Assert.Equal(0m, lines.Sum(Debit));
            Assert.All(lines, l => Assert.Contains(Of(l, "accID"), accounts));
            Assert.Equal(Of(transaction, "trDt").Split('-')[1].TrimStart('0'), Of(transaction, "periodNumber"));
        }
        foreach (var journal in file.Descendants().Where(e => e.Name.LocalName == "journal"))
        {
            var numbers = journal.Elements().Where(e => e.Name.LocalName == "transaction").Select(t => Of(t, "nr")).ToList();
            Assert.Equal(numbers.Distinct().Count(), numbers.Count);
        }
    }

    /// <summary>Rules 0004 to 0009: the totals are the sums of the lines, and equal each other.</summary>
    private static void Totals(XElement part, string line)
    {
        var lines = part.Descendants().Where(e => e.Name.LocalName == line).ToList();
        Assert.Equal(lines.Count.ToString(CultureInfo.InvariantCulture), Of(part, "linesCount"));
        Assert.Equal(lines.Select(Debit).Where(a => a > 0).Sum(), decimal.Parse(Of(part, "totalDebit"), CultureInfo.InvariantCulture));
        Assert.Equal(-lines.Select(Debit).Where(a => a < 0).Sum(), decimal.Parse(Of(part, "totalCredit"), CultureInfo.InvariantCulture));
        Assert.Equal(Of(part, "totalDebit"), Of(part, "totalCredit"));
    }

    private static void Unique(XDocument file, string id, string inside)
    {
        var ids = file.Descendants().Where(e => e.Name.LocalName == id && e.Parent!.Name.LocalName == inside).Select(e => e.Value).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct().Count(), ids.Count);
    }

    private static decimal Debit(XElement line)
    {
        Assert.Matches(@"^\d+\.\d\d$", Of(line, "amnt"));
        var amount = decimal.Parse(Of(line, "amnt"), CultureInfo.InvariantCulture);
        return Of(line, "amntTp") == "D" ? amount : -amount;
    }

    private static string Of(XElement element, string child) => element.Elements().First(e => e.Name.LocalName == child).Value;

    private static string Bare(string name) => name.TrimEnd('*').Split('?')[0];

    private static async Task<XDocument> Get(NeighbourhoodVisitor visitor, Neighbourhood n, string path) =>
        XDocument.Load(await visitor.Http.GetStreamAsync(new Uri(n.At(path), UriKind.Relative)));

    private static Task<Neighbourhood> Full(TestSite site) => BookOfTwoYears.On(site);
}
