using System.Text.RegularExpressions;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Shared;

public sealed partial class TextsTests
{
    private static readonly Texts Texts = new();

    [Fact]
    public void Every_text_is_there_in_Dutch_and_in_English()
    {
        foreach (var (key, texts) in Texts.All)
            foreach (var language in new[] { "nl", "en" })
                Assert.True(texts.TryGetValue(language, out var text) && text.Length > 0, $"'{key}' lacks {language}");
    }

    [Fact]
    public void A_translation_names_the_same_values_as_the_Dutch()
    {
        foreach (var (key, texts) in Texts.All)
            foreach (var (language, text) in texts)
                Assert.True(Values(text).SetEquals(Values(texts["nl"])), $"'{key}' in {language} has other values than the Dutch");
    }

    [Fact]
    public void Every_refusal_has_words()
    {
        var refusals = typeof(Refusal).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract && t != typeof(Missing)).ToList();
        Assert.True(refusals.Count > 10);
        foreach (var refusal in refusals)
        {
            Assert.True(Texts.Has($"refusal.{refusal.Name}"), $"refusal.{refusal.Name} has no words");
            var offered = refusal.GetConstructors().Max(c => c.GetParameters().Length);
            foreach (var value in Values(Texts.All[$"refusal.{refusal.Name}"]["nl"]))
                Assert.True(value < offered, $"refusal.{refusal.Name} names {{{value}}} but the record has {offered} properties");
        }
    }

    [Fact]
    public void Every_text_that_code_and_pages_ask_for_exists()
    {
        var asked = 0;
        foreach (var (file, source) in Sources())
            foreach (Match match in Asked().Matches(source))
            {
                asked++;
                var key = match.Groups[2].Value;
                var found = match.Groups[1].Value == "Count" ? Texts.Has($"{key}.one") && Texts.Has($"{key}.many") : Texts.Has(key);
                Assert.True(found, $"{Path.GetFileName(file)} asks for the text '{key}', which no texts.json holds");
            }
        Assert.True(asked > 20, "The pattern that finds texts in the source no longer does");
    }

    /// <summary>Sentences stand in texts.json: a page that holds Dutch of its own would never be translated.</summary>
    [Fact]
    public void No_page_holds_sentences_of_its_own()
    {
        foreach (var (file, source) in Sources().Where(s => s.File.EndsWith(".cshtml", StringComparison.Ordinal)))
        {
            var markup = Code().Replace(source, " ");
            var own = Sentence().Match(markup);
            Assert.False(own.Success, $"{Path.GetFileName(file)} says '{own.Value.Trim()}' by itself");
        }
    }

    private static HashSet<int> Values(string text) =>
        [.. Placeholder().Matches(text).Select(m => int.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))];

    private static IEnumerable<(string File, string Source)> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Site.ContentRoot(), "src", "Wijkfonds.Web"), "*.cs*", SearchOption.AllDirectories)
            .Where(f => !f.Contains("node_modules", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal) | f.EndsWith(".cshtml", StringComparison.Ordinal))
            .Select(f => (f, File.ReadAllText(f)));

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Placeholder();

    /// <summary>T["key" …], words["key" …], T.Count("key" …), Confirmed(path, "key" …): literal keys only.</summary>
    [GeneratedRegex("""(?:\b(?:T|words|Words)(?:\[|\.(Count)\()|Confirmed\([^"\r\n]*(?:"[^"]*"[^",]*)?, )"([a-z][A-Za-z0-9.-]*\.[A-Za-z0-9.-]+)"(?=[,\])])""")]
    private static partial Regex Asked();

    /// <summary>Comments, tags, directives, code blocks and expressions.</summary>
    [GeneratedRegex(@"@\*.*?\*@|<script.*?</script>|<[^>]*(?:""[^""]*""[^>]*)*>|@\{.*?\n\}|@\([^)]*\)|@[\w.]+(\[[^\]]*\]|\([^)]*\))*|^\s*(@|//|var |else|if|\}|\{).*$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\b[A-Z][a-z]+ [a-z]+ [a-z]+ [a-z]+\b")]
    private static partial Regex Sentence();
}
