using System.CommandLine;
using System.Text;
using Wijkfonds.Democracy;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Democracy.Pabulib;

namespace Wijkfonds.Cli;

/// <summary><c>verify PATH</c>: redo what a site published, and say what matches and what does not.</summary>
internal static class VerifyCommand
{
    internal static Command Make(Terminal terminal)
    {
        var path = new Argument<string>("PATH");
        var command = new Command("verify") { path };
        command.SetAction(parsed => Report(Check(parsed.GetValue(path)!), terminal));
        return command;
    }

    private static IReadOnlyList<Finding> Check(string path)
    {
        using var peek = new StreamReader(path, new UTF8Encoding(false));
        return (peek.ReadLine() ?? "").TrimStart('\uFEFF').Trim() switch
        {
            "wijkfonds-ledger 1" => LedgerExport.Read(Text(path)).Check(),
            "wijkfonds-draw-bundle 1" => DrawBundle.Read(Text(path)).Check(),
            "META" => RecountFile.Check(PabulibFile.Open(path)),
            _ => throw new TextError(1, "neither a recount file (.pb), nor a draw bundle, nor a ledger export"),
        };
    }

    private static string Text(string path)
    {
        try { return new UTF8Encoding(false, true).GetString(File.ReadAllBytes(path)); }
        catch (DecoderFallbackException) { throw new TextError(0, "the text is not UTF-8"); }
    }

    private static int Report(IReadOnlyList<Finding> findings, Terminal terminal)
    {
        foreach (var finding in findings)
        {
            var mark = finding.Holds ? terminal.Green(terminal.Say("klopt     ", "matches   ")) : terminal.Red(terminal.Say("KLOPT NIET", "DIFFERS   "));
            terminal.Out.WriteLine($"{mark}  {FindingWords.Of(finding.Claim, finding.Number, terminal)}");
            if (finding.Difference is { } difference) terminal.Out.WriteLine($"            {FindingWords.Of(difference, terminal)}");
        }
        var sound = findings.All(f => f.Holds);
        terminal.Out.WriteLine();
        terminal.Line(sound ? "Alles klopt." : "Niet alles klopt.", sound ? "Everything matches." : "Not everything matches.");
        return sound ? ExitCode.Fine : ExitCode.Differs;
    }
}
