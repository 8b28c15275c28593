using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>Each statement of FORMATS.md about XAF that our files hold, over a fund's and a contributor's files of two years in both versions.</summary>
public sealed class XafFormatTests(XafFiles files) : IClassFixture<XafFiles>
{
    [Fact]
    public void Every_element_stands_in_its_order_none_that_is_needed_is_left_out_and_each_text_fits() =>
        Assert.All(files.All, f => Assert.Empty(XafFormat.Differences(f.Root, f.Is40)));

    [Fact]
    public void The_root_is_auditfile_in_the_namespace_of_its_version_every_element_is_in_it_and_none_has_an_attribute() => Assert.All(files.All, f =>
    {
        Assert.Equal(f.Is40 ? "http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0" : "http://www.auditfiles.nl/XAF/3.2", f.Root.Name.NamespaceName);
        Assert.Equal("auditfile", f.Root.Name.LocalName);
        Assert.All(f.Root.DescendantsAndSelf(), e => Assert.Equal(f.Root.Name.Namespace, e.Name.Namespace));
        Assert.DoesNotContain(f.Root.DescendantsAndSelf().Attributes(), a => !a.IsNamespaceDeclaration);
    });

    [Fact]
    public void It_is_UTF8_with_an_XML_declaration_and_no_byte_order_mark_and_its_name_ends_in_xaf() => Assert.All(files.All, f =>
    {
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", Encoding.UTF8.GetString(f.Bytes), StringComparison.Ordinal);
        Assert.EndsWith(".xaf", f.Name, StringComparison.Ordinal);
    });

    [Fact]
    public void Without_a_word_it_is_4_0_which_alone_is_taken_from_2027_on() => Assert.Equal(files.All[0].Bytes, files.Plain);

    [Fact]
    public void Only_4_0_says_which_RGS_it_is() => Assert.All(files.All, f => Assert.Equal(f.Is40 ? ["3.8"] : [], f.Values("RGSVersion")));

    [Fact]
    public void The_header_is_the_year_and_the_periods_are_its_months_without_a_gap() => Assert.All(files.All, f =>
    {
        Assert.Equal((f.Year + "-01-01", f.Year + "-12-31", f.Year), (f.Values("startDate").Single(), f.Values("endDate").Single(), f.Values("fiscalYear").Single()));
        var months = f.Of("period").Select(p => (First: Day(p, "startDatePeriod"), Last: Day(p, "endDatePeriod"))).ToList();
        Assert.Equal(Enumerable.Range(1, 12).Select(m => (new DateOnly(int.Parse(f.Year, CultureInfo.InvariantCulture), m, 1), new DateOnly(int.Parse(f.Year, CultureInfo.InvariantCulture), m, 1).AddMonths(1).AddDays(-1))), months);
        Assert.Equal(Enumerable.Range(1, 12).Select(m => m.ToString(CultureInfo.InvariantCulture)), f.Of("period").Select(p => Of(p, "periodNumber")));
    });

    [Fact]
    public void Rules_1_to_3_no_party_account_or_RGS_code_stands_there_twice() => Assert.All(files.All, f =>
    {
        Distinct(f.Of("customerSupplier").Select(c => Of(c, "custSupID")));
        Distinct(f.Of("ledgerAccount").Select(c => Of(c, "accID")));
        Distinct(f.Values(f.Is40 ? "RGScode" : "leadReference"));
    });

    [Fact]
    public void Rules_4_to_9_the_totals_are_the_sums_of_the_lines_and_equal_each_other() => Assert.All(files.All, f =>
    {
        foreach (var (part, line) in new[] { ("openingBalance", "obLine"), ("transactions", "trLine") })
        {
            var (whole, lines) = (f.Of(part).Single(), f.Of(line).Select(Debit).ToList());
            Assert.Equal(lines.Count.ToString(CultureInfo.InvariantCulture), Of(whole, "linesCount"));
            Assert.Equal(lines.Where(a => a > 0).Sum(), decimal.Parse(Of(whole, "totalDebit"), CultureInfo.InvariantCulture));
            Assert.Equal(-lines.Where(a => a < 0).Sum(), decimal.Parse(Of(whole, "totalCredit"), CultureInfo.InvariantCulture));
            Assert.Equal(Of(whole, "totalDebit"), Of(whole, "totalCredit"));
        }
    });

    [Fact]
    public void Rule_10_every_transaction_balances_on_accounts_and_parties_that_the_file_names() => Assert.All(files.All, f =>
    {
        var (accounts, parties) = (f.Of("ledgerAccount").Select(a => Of(a, "accID")).ToHashSet(), f.Of("customerSupplier").Select(c => Of(c, "custSupID")).ToHashSet());
        Assert.NotEmpty(f.Of("transaction"));
        Assert.All(f.Of("transaction"), t => Assert.Equal(0m, Lines(t).Sum(Debit)));
        Assert.All(f.Of("trLine").Concat(f.Of("obLine")), l => Assert.Contains(Of(l, "accID"), accounts));
        Assert.All(f.Of("trLine").Select(l => Maybe(l, "custSupID")).OfType<string>(), p => Assert.Contains(p, parties));
    });

    [Fact]
    public void A_number_stands_once_in_its_journal_and_a_line_once_in_its_transaction() => Assert.All(files.All, f =>
    {
        foreach (var journal in f.Of("journal")) Distinct(journal.Elements().Where(e => e.Name.LocalName == "transaction").Select(t => Of(t, "nr")));
        foreach (var transaction in f.Of("transaction")) Distinct(Lines(transaction).Select(l => Of(l, "nr")));
        Distinct(f.Of("journal").Select(j => Of(j, "jrnID")));
    });

    [Fact]
    public void The_booking_date_lies_in_the_period_that_is_named_and_each_line_is_of_that_day() => Assert.All(files.All, f =>
    {
        foreach (var transaction in f.Of("transaction"))
        {
            Assert.Equal((f.Year, int.Parse(Of(transaction, "periodNumber"), CultureInfo.InvariantCulture)), (Of(transaction, "trDt")[..4], Day(transaction, "trDt").Month));
            Assert.All(Lines(transaction), l => Assert.Equal(Of(transaction, "trDt"), Of(l, "effDate")));
        }
    });

    [Fact]
    public void What_the_year_before_left_stands_in_the_opening_balance_alone() => Assert.All(files.All, f =>
    {
        Assert.DoesNotContain("O", f.Values("jrnTp"));
        Assert.DoesNotContain("0", f.Of("transaction").Select(t => Of(t, "periodNumber")));
        Assert.Equal(f.Is40 ? [] : [f.Year + "-01-01"], f.Values("opBalDate"));
        Assert.Equal(f.Year == "2027", !f.Of("obLine").Any());
        // Only accounts of the balance sheet are carried over.
        var balance = f.Of("ledgerAccount").Where(a => Of(a, "accTp") == "B").Select(a => Of(a, "accID")).ToHashSet();
        Assert.All(f.Of("obLine"), l => Assert.Contains(Of(l, "accID"), balance));
    });

    [Fact]
    public void A_plan_is_the_project_of_its_lines() => Assert.All(files.All.Where(f => f.Year == "2027"), f => Assert.Contains("1-1", f.Values(f.Is40 ? "project" : "projID")));

    [Theory, EachDatabase]
    public async Task The_file_is_the_same_whatever_the_database(string database)
    {
        await using var site = new TestSite(database);
        Assert.Equal(Encoding.UTF8.GetString(files.Plain), Encoding.UTF8.GetString(await XafFiles.Get((await BookOfTwoYears.On(site)).Stranger, "/geld/jaarrekening/2027.xaf")));
    }

    private static void Distinct(IEnumerable<string> values)
    {
        var all = values.ToList();
        Assert.NotEmpty(all);
        Assert.Equal(all.Distinct(StringComparer.Ordinal), all);
    }

    private static IEnumerable<XElement> Lines(XElement transaction) => transaction.Elements().Where(e => e.Name.LocalName == "trLine");

    private static decimal Debit(XElement line) => decimal.Parse(Of(line, "amnt"), CultureInfo.InvariantCulture) * (Of(line, "amntTp") == "D" ? 1 : -1);

    private static DateOnly Day(XElement element, string child) => DateOnly.ParseExact(Of(element, child), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Of(XElement element, string child) => Maybe(element, child)!;

    private static string? Maybe(XElement element, string child) => element.Elements().FirstOrDefault(e => e.Name.LocalName == child)?.Value;
}
