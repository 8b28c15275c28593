using AngleSharp.Dom;
using Wijkfonds.Web.Shared.Look;
using Wijkfonds.Web.Tests.Statements;

namespace Wijkfonds.Web.Tests.Shared.Look;

/// <summary>On a phone a table has no row of headers: each cell says what it is, also where there is no script.</summary>
public sealed class StackedTableTests
{
    [Theory]
    [InlineData("<thead><tr><th>Dag</th><th>Bedrag</th></tr></thead><tbody><tr><td>1</td><td class=\"amount\">2</td></tr></tbody>", "<td>1</td><td data-label=\"Bedrag\" class=\"amount\">2</td>")]
    [InlineData("<thead><tr><th>Dag</th><th>A<br>of <b>B</b></th></tr></thead><tr><th scope=\"row\">1</th>\n<td>2</td></tr>", "<td data-label=\"A of B\">2</td>")]
    [InlineData("<thead><tr><th>Dag</th><th>Het &quot;boek\"</th></tr></thead><tr><td>1</td><td>2</td></tr>", "<td data-label=\"Het &quot;boek&quot;\">2</td>")]
    [InlineData("<thead><tr><th>Dag</th><th>Jaar</th></tr></thead><tr><td data-label=\"Dag\">1</td><th scope=\"row\">2</th></tr>", "<td data-label=\"Dag\">1</td><th data-label=\"Jaar\" scope=\"row\">2</th>")]
    // Nothing to say, other columns, a name of its own, or no header: left as it is.
    [InlineData("<thead><tr><th>Dag</th><th>Bedrag</th></tr></thead><tr><td>1</td><td>  </td></tr>", "<td>1</td><td>  </td>")]
    [InlineData("<thead><tr><th>Dag</th><th>Bedrag</th></tr></thead><tr><th colspan=\"2\">Samen</th></tr>", "<th colspan=\"2\">Samen</th>")]
    [InlineData("<thead><tr><th>Dag</th><th>Bedrag</th></tr></thead><tr><td>1</td><td data-label=\"Eigen\">2</td></tr>", "<td data-label=\"Eigen\">2</td>")]
    [InlineData("<thead><tr><th>Dag</th><th></th></tr></thead><tr><td>1</td><td>2</td></tr>", "<td>1</td><td>2</td>")]
    [InlineData("<tbody><tr><td>1</td><td>2</td></tr></tbody>", "<td>1</td><td>2</td>")]
    public void A_cell_gets_the_name_of_its_column(string table, string expected) => Assert.Contains(expected, StackedTable.Labelled(table), StringComparison.Ordinal);

    [Fact]
    public async Task Each_amount_of_a_statement_and_of_the_pages_about_payments_has_its_name_in_the_page_itself()
    {
        await using var site = new TestSite();
        var n = await BookOfTwoYears.On(site);
        var seen = 0;
        foreach (var path in new[] { "/bijdragers/1/overzicht?jaar=2027", "/geld", "/geld/waarheen", "/geld/betalingen", "/geld/betalingen/bestanden", "/geld/toekenningen", "/geld/toekenningen/1", "/geld/kas", "/geld/eigen-kosten", "/geld/bank", "/geld/jaarrekening/2027", "/geld/komende-jaren", "/stortingen", "/besluiten" })
        {
            var page = await n.As(n.Treasurer).Go(path);
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            foreach (var table in page.Page.QuerySelectorAll("table.stack"))
            {
                var names = table.QuerySelectorAll("thead th").Select(h => h.TextContent.Trim()).ToList();
                foreach (var row in table.QuerySelectorAll("tbody tr, tfoot tr").Where(r => r.Children.Length == names.Count))
                    for (var i = 1; i < names.Count; i++)
                        if (row.Children[i].TextContent.Trim().Length > 0 && names[i].Length > 0)
                        {
                            seen++;
                            Assert.True(row.Children[i].GetAttribute("data-label") == names[i], $"{path}: {row.Children[i].OuterHtml} is not called {names[i]}");
                        }
            }
        }
        Assert.True(seen > 60, $"only {seen} cells");
    }
}
