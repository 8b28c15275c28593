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

    /// <summary>What each element holds: a pattern, and at most so many characters (where the versions differ, 4.0 first).</summary>
    private static readonly Dictionary<string, (string Pattern, int In40, int In32)> Content = new()
    {
        ["fiscalYear"] = (@"^\d{4}$", 9, 9), ["startDate"] = (Date, 10, 10), ["endDate"] = (Date, 10, 10), ["curCode"] = ("^EUR$", 3, 3), ["dateCreated"] = (Date, 10, 10), ["softwareDesc"] = (".", 50, 50),
        ["softwareVersion"] = (".", 20, 20), ["RGSVersion"] = (@"^3\.8$", 20, 0), ["Commercenr"] = (@"^\d{8}$", 100, 0), ["companyIdent"] = (@"^\d{8}$", 0, 35), ["companyName"] = (".", 255, 999),
        ["taxRegistrationCountry"] = ("^NL$", 2, 2), ["taxRegIdent"] = (@"^(\d{9})?$", 30, 30), ["custSupID"] = (@"^B\d+$", 35, 35), ["custSupName"] = ("", 50, 50), ["custSupTp"] = ("^[BCS]$", 1, 1),
        ["accID"] = (@"^\d{4}$", 35, 35), ["accDesc"] = (".", 255, 999), ["accTp"] = ("^[BP]$", 1, 1), ["RGScode"] = (Rgs, 255, 0), ["leadReference"] = (Rgs, 0, 999), ["periodNumber"] = (@"^\d{1,3}$", 3, 3),
        ["startDatePeriod"] = (Date, 10, 10), ["endDatePeriod"] = (Date, 10, 10), ["opBalDate"] = (Date, 0, 10), ["linesCount"] = (@"^\d+$", 20, 20), ["totalDebit"] = (Money, 21, 21), ["totalCredit"] = (Money, 21, 21),
        ["nr"] = (@"^\d+$", 35, 35), ["jrnID"] = (".", 35, 35), ["jrnTp"] = ("^[BCGMOPSTYZ]$", 1, 1), ["desc"] = (".", 999, 999), ["trDt"] = (Date, 10, 10), ["docRef"] = (".", 255, 999), ["effDate"] = (Date, 10, 10),
        ["amnt"] = (Money, 21, 21), ["amntTp"] = ("^[CD]$", 1, 1), ["project"] = (@"^\d+-\d+$", 255, 0), ["projID"] = (@"^\d+-\d+$", 0, 35),
    };

    private const string Date = @"^\d{4}-\d{2}-\d{2}$", Money = @"^\d{1,18}\.\d{2}$", Rgs = @"^[BW]([A-Z][A-Za-z0-9]{2}){1,4}(\.\d+)?$";

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
            if (!element.HasElements)
            {
                var (pattern, in40, in32) = Content[element.Name.LocalName];
                Assert.Matches(pattern, element.Value);
                Assert.True(element.Value.EnumerateRunes().Count() <= (version == "4.0" ? in40 : in32), $"{element.Name.LocalName} is too long, or not of {version}");
                continue;
            }
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
            // The booking date lies in the period that the transaction names, and each line is of that day.
            var period = file.Descendants().Single(e => e.Name.LocalName == "period" && Of(e, "periodNumber") == Of(transaction, "periodNumber"));
            Assert.True(string.CompareOrdinal(Of(period, "startDatePeriod"), Of(transaction, "trDt")) <= 0 && string.CompareOrdinal(Of(transaction, "trDt"), Of(period, "endDatePeriod")) <= 0);
            Assert.All(lines, l => Assert.Equal(Of(transaction, "trDt"), Of(l, "effDate")));
            Assert.Equal(lines.Count, lines.Select(l => Of(l, "nr")).Distinct().Count());
        }
        // The months follow each other and are the whole year.
        var months = file.Descendants().Where(e => e.Name.LocalName == "period").Select(p => (First: DateOnly.Parse(Of(p, "startDatePeriod"), CultureInfo.InvariantCulture), Last: DateOnly.Parse(Of(p, "endDatePeriod"), CultureInfo.InvariantCulture))).ToList();
        Assert.Equal((Of(file.Root.Elements().First(), "startDate"), Of(file.Root.Elements().First(), "endDate")), ($"{months[0].First:yyyy-MM-dd}", $"{months[^1].Last:yyyy-MM-dd}"));
        Assert.All(months.Zip(months.Skip(1)), m => Assert.Equal(m.First.Last.AddDays(1), m.Second.First));
        var known = file.Descendants().Where(e => e.Name.LocalName == "customerSupplier").Select(c => Of(c, "custSupID")).ToHashSet();
        Assert.All(file.Descendants().Where(e => e.Name.LocalName == "custSupID"), c => Assert.Contains(c.Value, known));
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
