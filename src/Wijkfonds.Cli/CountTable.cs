using System.Globalization;
using Wijkfonds.Democracy.Counting;

namespace Wijkfonds.Cli;

/// <summary>An outcome for people: winners in order of selection, then the others with their reason.</summary>
internal static class CountTable
{
    internal static void Write(Outcome outcome, Terminal terminal)
    {
        var election = outcome.Election;
        terminal.Line($"Telregel {outcome.Rule.Name}, {Number(election.BallotCount)} stembiljetten, budget {election.Text(election.Budget)}",
            $"Rule {outcome.Rule.Name}, {Number(election.BallotCount)} ballots, budget {election.Text(election.Budget)}");
        terminal.Out.WriteLine();
        var others = outcome.Verdicts.Where(v => v is not Won).OrderByDescending(v => v.Score).ThenBy(v => v.Project.Id, StringComparer.Ordinal);
        List<string[]> rows = [["", terminal.Say("plan", "project"), terminal.Say("stemmen", "votes"), terminal.Say("kosten", "cost"), terminal.Say("naam", "name")]];
        rows.AddRange(outcome.Winners.Select(w => Row(Number(w.Place), w)));
        rows.AddRange(others.Select(v => Row("-", v)));
        var widths = Enumerable.Range(0, 4).Select(c => rows.Max(r => r[c].Length)).ToArray();
        foreach (var row in rows)
            terminal.Out.WriteLine($"{row[0].PadLeft(widths[0])}  {row[1].PadRight(widths[1])}  {row[2].PadLeft(widths[2])}  {row[3].PadLeft(widths[3])}  {row[4]}".TrimEnd());
        terminal.Out.WriteLine();
        terminal.Line($"{terminal.Projects(outcome.Winners.Count)} gekozen voor samen {election.Text(outcome.TotalCost)}; er blijft {election.Text(outcome.Left)} over.",
            $"{terminal.Projects(outcome.Winners.Count)} elected for {election.Text(outcome.TotalCost)} together; {election.Text(outcome.Left)} is left.");
        foreach (var tie in outcome.Ties.Where(t => t.Decides)) terminal.Out.WriteLine(Sentences.Tie(tie, terminal));

        string[] Row(string place, Verdict verdict) =>
            [place, verdict.Project.Id, outcome.ScoreText(verdict.Score), election.Text(verdict.Project.Cost), Short(verdict.Project.Name)];
    }

    // A name comes from a file that others wrote: no control characters reach the terminal.
    private static string Short(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsControl(c) ? ' ' : c));
        return plain.Length <= 60 ? plain : plain[..59] + "…";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
