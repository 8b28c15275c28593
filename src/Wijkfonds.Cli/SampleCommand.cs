using System.CommandLine;
using Wijkfonds.Democracy.Bundles;

namespace Wijkfonds.Cli;

/// <summary><c>sample LEDGER --year YEAR --at ENTRY</c>: which entries the audit committee was to look at.</summary>
internal static class SampleCommand
{
    /// <summary>As many as a fund draws.</summary>
    private const int UsualSize = 25;

    internal static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("LEDGER");
        var year = new Option<int>("--year") { Required = true };
        var at = new Option<long>("--at") { Required = true };
        var size = new Option<int>("--size") { DefaultValueFactory = _ => UsualSize };
        var command = new Command("sample") { file, year, at, size };
        command.SetAction(parsed =>
        {
            var ledger = LedgerExport.Read(CanonicalFile.Read(parsed.GetValue(file)!));
            var last = parsed.GetValue(at);
            if (ledger.Entries.All(e => e.Entry.Sequence != last)) throw new UsageError(terminal.Say($"dit grootboek heeft geen boeking {last}", $"this ledger has no entry {last}"));
            if (ledger.Check().Any(f => !f.Holds))
            {
                terminal.Line("Dit grootboek klopt niet; wijkfonds verify zegt wat. Er is niets geloot.", "This ledger is not sound; wijkfonds verify says what. Nothing was drawn.");
                return ExitCode.Differs;
            }
            var sample = LedgerSample.Of(ledger, parsed.GetValue(year), last, parsed.GetValue(size));
            terminal.Line($"lot         {ledger.Entries.First(e => e.Entry.Sequence == last).Hash}", $"seed        {ledger.Entries.First(e => e.Entry.Sequence == last).Hash}");
            terminal.Line($"boekingen   {string.Join(' ', sample)}", $"entries     {string.Join(' ', sample)}");
            return ExitCode.Fine;
        });
        return command;
    }
}
