using System.CommandLine;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Pabulib;

namespace Wijkfonds.Cli;

/// <summary><c>count FILE.pb</c>: count again.</summary>
internal static class CountCommand
{
    // Equal Shares is looked at for every vote more: an answer that takes longer is left out, and that is said.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    internal static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE");
        var options = new RuleOptions();
        var json = new Option<bool>("--json");
        var explain = new Option<string?>("--explain");
        var command = new Command("count") { file, json, explain };
        foreach (var option in options.All) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var rule = options.Rule(parsed, terminal);
            var read = PabulibFile.Open(parsed.GetValue(file)!);
            var outcome = Count(rule, read.Election, options.Ties(parsed, read, terminal), terminal);
            foreach (var remark in read.Remarks) terminal.Error.WriteLine(ReasonWords.Of(remark.Line, remark.Why, terminal));
            if (parsed.GetValue(explain) is { } id) Explain(outcome, id, terminal);
            else if (parsed.GetValue(json)) CountJson.Write(outcome, terminal.Out);
            else CountTable.Write(outcome, terminal);
            return ExitCode.Fine;
        });
        return command;
    }

    private static Outcome Count(CountingRule rule, Election election, TieOrder ties, Terminal terminal)
    {
        using var bar = new ProgressBar(terminal);
        bar.At(terminal.Say("tellen", "counting"));
        return rule.Count(election, ties);
    }

    private static void Explain(Outcome outcome, string id, Terminal terminal)
    {
        if (outcome.Election.IndexOf(id) < 0) throw new UsageError(terminal.Say($"er is geen plan {id}", $"there is no project {id}"));
        terminal.Out.WriteLine(Sentences.Why(outcome, id, terminal));
        if (outcome.On(id) is Won) return;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(terminal.Stop);
        patience.CancelAfter(Patience);
        try
        {
            long? enough;
            using (var bar = new ProgressBar(terminal))
            {
                bar.At(terminal.Say("natellen met meer stemmen", "recounting with more votes"));
                enough = SufficientVotes.For(outcome, id, patience.Token);
            }
            terminal.Out.WriteLine(Sentences.Enough(enough, terminal));
        }
        catch (OperationCanceledException) when (!terminal.Stop.IsCancellationRequested)
        {
            terminal.Line("Hoeveel stemmen meer genoeg waren geweest, is te veel rekenwerk voor dit bestand.", "How many more votes would have been enough takes too long to find for this file.");
        }
    }
}
