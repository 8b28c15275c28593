using System.Reflection;

namespace Wijkfonds.Cli;

/// <summary>Language choice and the help texts.</summary>
public static class Words
{
    /// <summary>Dutch, unless <c>--taal en</c> (or <c>--lang en</c>) is given or the machine speaks English.</summary>
    public static Language Ask(IReadOnlyList<string> args)
    {
        for (var i = 0; i + 1 < args.Count; i++)
            if (args[i] is "--taal" or "--lang")
                return args[i + 1] == "en" ? Language.English : Language.Dutch;
        var machine = Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG") ?? "";
        return machine.StartsWith("en", StringComparison.Ordinal) ? Language.English : Language.Dutch;
    }

    /// <summary>The help of a command, or of all.</summary>
    public static string Help(Language language, string? command)
    {
        var name = $"Help.{(language == Language.Dutch ? "nl" : "en")}.txt";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var parts = reader.ReadToEnd().Split("\n=== ").Select(p => p.Split('\n', 2)).ToArray();
        var wanted = parts.FirstOrDefault(p => p[0].Trim() == command) ?? parts[0];
        return wanted[1].Trim('\n') + "\n";
    }
}
