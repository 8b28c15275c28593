using System.Text.RegularExpressions;
using Wijkfonds.Cli;
using Xunit;

namespace Wijkfonds.Democracy.Tests.Command;

public partial class ReasonWordsTests
{
    [Fact]
    public void Every_reason_for_which_a_reader_refuses_a_text_has_Dutch_words()
    {
        var folder = Path.Combine(Root(), "src", "Wijkfonds.Democracy");
        var reasons = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).SelectMany(f => Reasons(File.ReadAllText(f))).Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.True(reasons.Length > 50, "the reasons are no longer found where they were");
        Assert.Equal([], reasons.Except(ReasonWords.Known, StringComparer.Ordinal));
    }

    [Fact]
    public void The_line_and_what_stood_there_are_filled_in()
    {
        var error = new TextError(3, $"project '{"a{b"}' is there twice", "a.pb");
        var dutch = new Terminal(TextWriter.Null, TextWriter.Null, Language.Dutch);
        Assert.Equal("a.pb, regel 3: plan 'a{b' staat er twee keer", ReasonWords.Of(error, dutch));
        Assert.Equal("a.pb, line 3: project 'a{b' is there twice", ReasonWords.Of(error, dutch with { Language = Language.English }));
        Assert.Equal("a.pb, line 3: project 'a{b' is there twice", error.Message);
        Assert.Equal("de tekst houdt op waar een lege regel hoort te staan", ReasonWords.Of(new(0, $"the text ends where {"a blank line"} should stand"), dutch));
    }

    /// <summary>The templates of the texts that stand right behind <c>TextError(line, …</c>, <c>Error(…</c> or <c>ote(line, …</c>.</summary>
    private static IEnumerable<string> Reasons(string code)
    {
        foreach (Match call in Call().Matches(code))
        {
            var interpolated = call.Value[^2] == '$';
            var (template, places) = ("", 0);
            for (var at = call.Index + call.Length; code[at] != '"'; at++)
            {
                if (!interpolated || code[at] != '{')
                {
                    template += code[at];
                    continue;
                }
                for (var depth = 1; depth > 0;) depth += code[++at] switch { '{' => 1, '}' => -1, _ => 0 };
                template += $"{{{places++}}}";
            }
            yield return template;
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Wijkfonds.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run outside the checkout");
    }

    [GeneratedRegex(@"(?:new TextError\([^""]*?,\s*|\bError\(|[nN]ote\([^""]*?,\s*)\$?""")]
    private static partial Regex Call();
}
