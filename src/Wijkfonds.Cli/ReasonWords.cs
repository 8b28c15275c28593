using System.Globalization;
using System.Reflection;
using Wijkfonds.Democracy;

namespace Wijkfonds.Cli;

/// <summary>Why a file is refused, in the reader's language. The library's reasons are English; Reasons/nl.txt has the Dutch under each of their templates.</summary>
public static class ReasonWords
{
    private static readonly Lazy<Dictionary<string, string>> Dutch = new(Read);

    /// <summary>The templates that have Dutch words.</summary>
    public static IReadOnlyCollection<string> Known => Dutch.Value.Keys;

    /// <summary>Which file, which line, and why.</summary>
    public static string Of(TextError error, Terminal terminal) => (error.File is { } file ? file + ", " : "") + Of(error.Line, error.Why, terminal);

    /// <summary>Which line, and why.</summary>
    public static string Of(int line, Reason reason, Terminal terminal)
    {
        var why = terminal.Language == Language.Dutch ? InDutch(reason) : reason.ToString();
        return line == 0 ? why : string.Create(CultureInfo.InvariantCulture, $"{terminal.Say("regel", "line")} {line}: {why}");
    }

    // What is filled in can be words of ours too ("a blank line"); what stood in the file has no translation and stays as it was.
    private static string InDutch(Reason reason) => Dutch.Value.TryGetValue(reason.Template, out var words)
        ? string.Format(CultureInfo.InvariantCulture, words, [.. reason.Values.Select(value => Dutch.Value.GetValueOrDefault(value, value))])
        : reason.ToString();

    private static Dictionary<string, string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Reasons.nl.txt")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        return lines.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1].TrimStart(), StringComparer.Ordinal);
    }
}
