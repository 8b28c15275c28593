using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wijkfonds.Web.Shared.Look;

/// <summary>
/// Pages write bare buttons, fields and tables; here they get the classes of the Utrecht components.
/// One place knows their names, so that a theme made for those components fits.
/// </summary>
[HtmlTargetElement("button")]
[HtmlTargetElement("input", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea")]
[HtmlTargetElement("select")]
[HtmlTargetElement("table")]
[HtmlTargetElement("a", Attributes = "class")]
public sealed class UtrechtClasses : TagHelper
{
    private static readonly HashSet<string> NotTyped =
        new(StringComparer.OrdinalIgnoreCase) { "checkbox", "radio", "hidden", "file", "submit", "range", "image" };

    /// <summary>Last, so that the type and class that other helpers give are seen.</summary>
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var own = Text(output, "class").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var classes = output.TagName switch
        {
            "button" when !own.Contains("link") => Button(own),
            "a" when own.Contains("do") || own.Contains("alt") || own.Contains("plain") => Button(own),
            "input" when !NotTyped.Contains(Text(output, "type")) => "utrecht-textbox utrecht-textbox--html-input",
            "textarea" => "utrecht-textarea utrecht-textarea--html-textarea",
            "select" => "utrecht-select utrecht-select--html-select",
            "table" => "utrecht-table utrecht-table--html-table",
            _ => "",
        };
        foreach (var name in classes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            output.AddClass(name, HtmlEncoder.Default);
    }

    private static string Button(string[] own) =>
        "utrecht-button " + (own.Contains("do") ? "utrecht-button--primary-action"
            : own.Contains("plain") ? "utrecht-button--subtle" : "utrecht-button--secondary-action");

    private static string Text(TagHelperOutput output, string name) =>
        output.Attributes.TryGetAttribute(name, out var attribute) ? attribute.Value?.ToString() ?? "" : "";
}
