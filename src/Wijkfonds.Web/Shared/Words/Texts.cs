using System.Text.Json;

namespace Wijkfonds.Web.Shared.Words;

/// <summary>
/// Every sentence of the product, from the texts.json of each folder: key → { language: text }. Languages are our own
/// keys, apart from CultureInfo; what a language lacks falls back to plain Dutch.
/// </summary>
public sealed class Texts
{
    /// <summary>For texts of no fund in particular.</summary>
    public const string UsualZone = "Europe/Amsterdam";

    private readonly Dictionary<string, Dictionary<string, string>> all = new(StringComparer.Ordinal);
    private readonly HashSet<string> complete;

    public Texts()
    {
        var assembly = typeof(Texts).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("texts/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, texts) in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!)
                if (!all.TryAdd(key, texts)) throw new InvalidOperationException($"The text '{key}' stands in two texts.json files, one of them {name}.");
        }
        complete = [.. Languages.All.Select(l => l.Key).Where(key => all.Values.All(texts => texts.ContainsKey(key)))];
    }

    public IReadOnlyDictionary<string, Dictionary<string, string>> All => all;

    public bool Has(string key) => all.ContainsKey(key);

    /// <summary>In a language that lacks texts, everything is plain Dutch, and said to be: no page in two languages.</summary>
    public Words In(string language, string zone = UsualZone) => new(this, IsComplete(language) ? language : Languages.Default, zone);

    public bool IsComplete(string language) => complete.Contains(language);

    internal string Find(string key, string language) =>
        all.TryGetValue(key, out var texts) && (texts.TryGetValue(language, out var text) || texts.TryGetValue(Languages.Default, out text))
            ? text
            : throw new KeyNotFoundException($"No text '{key}'. Add it to the texts.json of its folder.");
}
