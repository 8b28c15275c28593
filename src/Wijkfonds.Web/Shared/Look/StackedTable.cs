using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wijkfonds.Web.Shared.Look;

/// <summary>
/// In a narrow view a stacked table (table.stack) has no row of headers any more: each cell says itself which column it
/// stands in. Written here and not by script, so that an amount has its name in every browser. A row that does not follow
/// the columns, an empty cell, the first cell and a cell that names itself stay as they are.
/// </summary>
[HtmlTargetElement("table", Attributes = "class")]
public sealed partial class StackedTable : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.AllAttributes.TryGetAttribute("class", out var classes) || !(classes.Value?.ToString() ?? "").Split(' ').Contains("stack")) return;
        output.Content.SetHtmlContent(Labelled((await output.GetChildContentAsync()).GetContent()));
    }

    /// <param name="rows">What stands between the tags of a table, encoded as it goes out.</param>
    public static string Labelled(string rows)
    {
        var head = Head().Match(rows);
        if (!head.Success) return rows;
        var names = HeadCell().Matches(head.Value).Select(cell => Name(cell.Groups["words"].Value)).ToList();
        var (before, after) = (rows[..(head.Index + head.Length)], rows[(head.Index + head.Length)..]);
        return before + Row().Replace(after, row => Cell().Count(row.Value) == names.Count ? Label(row.Value, names) : row.Value);
    }

    private static string Label(string row, List<string> names)
    {
        var column = -1;
        return Cell().Replace(row, cell =>
        {
            column++;
            var says = column == 0 || names[column].Length == 0 || cell.Groups["empty"].Success || cell.Groups["own"].Value.Contains("data-label", StringComparison.Ordinal);
            return says ? cell.Value : $"<{cell.Groups["tag"].Value} data-label=\"{names[column]}\"{cell.Groups["own"].Value}>";
        });
    }

    /// <summary>Its words, without what stands around them.</summary>
    private static string Name(string html) => Space().Replace(Tag().Replace(html, " "), " ").Trim().Replace("\"", "&quot;", StringComparison.Ordinal);

    [GeneratedRegex("<thead.*?</thead>", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex("<th\\b[^>]*>(?<words>.*?)</th>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex HeadCell();

    [GeneratedRegex("<tr\\b.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<(?<tag>td|th)\\b(?<own>[^>]*)>(?<empty>(?=\\s*</t))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();
}
