using System.Xml.Linq;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements.Xaf;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>What the auditfile says. Its form, element by element, stands in <see cref="XafFormatTests"/>.</summary>
public sealed class XafTests
{
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
    public async Task A_givers_file_says_that_it_is_a_part_and_its_texts_name_the_amounts_of_its_own_lines()
    {
        await using var site = new TestSite();
        var n = await Full(site);
        await site.Given(new Web.Funds.Holding.Holder { FundId = n.FundId, Version = 1, Kind = Web.Funds.Holding.HolderKind.Foundation, Name = "Stichting Wijkgeld", Kvk = "90000017", Rsin = "123456782", From = site.Clock.Now.AddDays(-1) });
        var gerda = n.As(n.ContributorRepresentative);
        foreach (var version in new[] { "4.0", "3.2" })
        {
            var (whole, part) = (await Get(gerda, n, $"/geld/jaarrekening/2027.xaf?versie={version}"), await Get(gerda, n, $"/bijdragers/1/overzicht.xaf?jaar=2027&versie={version}"));
            Assert.Equal("Stichting Wijkgeld", Value(whole, "companyName"));
            Assert.Equal("123456782", Value(whole, "taxRegIdent"));
            Assert.Equal("Alleen het deel van Gemeente Oosterstad in de administratie van Stichting Wijkgeld", Value(part, "companyName"));
            Assert.Equal("", Value(part, "taxRegIdent"));
            Assert.DoesNotContain("90000017", part.ToString(), StringComparison.Ordinal);
            // EUR 1,000.04 paid, of which three quarters are this giver's.
            Assert.Contains("€ 1.000,04 uitbetaald", Text(whole, "1000.04"), StringComparison.Ordinal);
            Assert.Equal("€ 750,03 uitbetaald aan het team van plan 1: Regentonnen. Dit is een deel: de hele boeking is € 1.000,04.", Text(part, "750.03").Replace('\u00a0', ' '));
        }

        static string Value(XDocument file, string name) => file.Descendants().First(e => e.Name.LocalName == name).Value;
        static string Text(XDocument file, string amount) => Of(file.Descendants().First(e => e.Name.LocalName == "transaction" && e.Elements().Any(l => l.Name.LocalName == "trLine" && Of(l, "amnt") == amount)), "desc").Replace('\u00a0', ' ');
    }

    [Fact]
    public async Task What_is_not_there_has_no_file()
    {
        await using var site = new TestSite();
        var n = await Full(site);
        foreach (var path in new[] { "/geld/jaarrekening/2020.xaf", "/geld/jaarrekening/2027.xaf?versie=5", "/bijdragers/1/overzicht.xaf" })
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await n.As(n.ContributorRepresentative).Go(path)).Status);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Whatever_a_name_holds_the_file_keeps_the_format(bool is40)
    {
        var name = string.Concat(Enumerable.Repeat("🌳\u0001<&\uFFFEé", 400));
        var file = new XafFile(2027, new(2028, 1, 2), name, null, "", [new("B1", name), new("B2", "")], [new("1100", name, true, "BLimBanRba"), new("4450", "Kasverschillen", false, null)],
            [("1100", Cents.Zero)], journal => journal == XafJournal.Bank ? [new("1", name, new(2027, 12, 31), [new("1100", new(long.MaxValue), "B1", "1-1"), new("4450", new(-long.MaxValue), null, null)])] : []);
        using var written = new MemoryStream();
        XafWriter.Write(written, file, is40 ? XafVersion.V40 : XafVersion.V32);
        var root = XDocument.Load(new MemoryStream(written.ToArray())).Root!;
        Assert.Empty(XafFormat.Differences(root, is40));
        Assert.Equal(1, root.Descendants().Count(e => e.Name.LocalName == "custSupName"));
    }

    private static string Of(XElement element, string child) => element.Elements().First(e => e.Name.LocalName == child).Value;

    private static async Task<XDocument> Get(NeighbourhoodVisitor visitor, Neighbourhood n, string path) =>
        XDocument.Load(await visitor.Http.GetStreamAsync(new Uri(n.At(path), UriKind.Relative)));

    private static Task<Neighbourhood> Full(TestSite site) => BookOfTwoYears.On(site);
}
