using System.CommandLine;
using System.Globalization;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Pabulib;

namespace Wijkfonds.Cli;

/// <summary><c>compare FILE.pb</c>: every rule side by side.</summary>
internal static class CompareCommand
{
    internal static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE");
        var options = new RuleOptions();
        var command = new Command("compare") { file };
        command.Options.Add(options.TiesOption);
        command.SetAction(parsed =>
        {
            var read = PabulibFile.Open(parsed.GetValue(file)!);
            var ties = options.Ties(parsed, read, terminal);
            var columns = CountAll(read.Election, ties, terminal);
            Write(read.Election, columns, terminal);
            return ExitCode.Fine;
        });
        return command;
    }

    private static List<(string Name, Outcome? Outcome)> CountAll(Election election, TieOrder ties, Terminal terminal)
    {
        var rules = Rules(election).ToList();
        using var bar = new ProgressBar(terminal);
        var columns = new List<(string Name, Outcome? Outcome)>();
        foreach (var (name, rule) in rules)
        {
            terminal.Stop.ThrowIfCancellationRequested();
            bar.At(name, columns.Count, rules.Count);
            columns.Add((name, Count(rule, election, ties)));
        }
        return columns;
    }

    private static IEnumerable<(string Name, CountingRule Rule)> Rules(Election election)
    {
        yield return ("greedy", new Greedy());
        yield return ("greedy-per-cost", new Greedy(GreedyOrder.ScorePerCost));
        yield return ("equal-shares", new EqualShares());
        yield return ("equal-shares add1u", new EqualShares(Completion: Completion.Add1U));
        yield return ("equal-shares none", new EqualShares(Completion: Completion.None));
        yield return ("phragmen", new Phragmen());
        if (election.Type is not (BallotType.Cumulative or BallotType.Scoring or BallotType.Ordinal)) yield break;
        yield return ("greedy points", new Greedy(By: Score.Points));
        yield return ("equal-shares points", new EqualShares(SharesUtility.Points));
    }

    private static Outcome? Count(CountingRule rule, Election election, TieOrder ties)
    {
        try { return rule.Count(election, ties); }
        catch (MissingLot) { return null; }
    }

    private static void Write(Election election, List<(string Name, Outcome? Outcome)> columns, Terminal terminal)
    {
        for (var i = 0; i < columns.Count; i++) terminal.Out.WriteLine($"{(char)('A' + i)}  {columns[i].Name}{Open(columns[i].Outcome)}");
        terminal.Out.WriteLine();
        var id = Math.Max(4, election.Projects.Max(p => (int?)p.Id.Length) ?? 0);
        Line(terminal.Say("plan", "project"), terminal.Say("stemmen", "votes"), columns.Select((_, i) => $"{(char)('A' + i)}"));
        foreach (var p in Enumerable.Range(0, election.Projects.Count).OrderByDescending(p => election.Votes[p]).ThenBy(p => election.Projects[p].Id, StringComparer.Ordinal))
            Line(election.Projects[p].Id, Number(election.Votes[p]), columns.Select(c => c.Outcome?.Verdicts[p] is Won won ? Number(won.Place) : "."));
        terminal.Out.WriteLine();
        foreach (var (at, outcome) in columns.Select((c, i) => ((char)('A' + i), c.Outcome)))
            if (outcome is not null) terminal.Out.WriteLine($"{at}  {Summary(outcome, terminal)}");

        void Line(string project, string votes, IEnumerable<string> cells) =>
            terminal.Out.WriteLine($"{project.PadRight(id + 3)}{votes,8}  {string.Concat(cells.Select(c => c.PadLeft(5)))}");

        string Open(Outcome? outcome) => outcome is null ? terminal.Say(": gelijk geëindigd, en er is geen loting", ": tied, and there is no lot") : "";
    }

    private static string Summary(Outcome outcome, Terminal terminal)
    {
        var (election, measures) = (outcome.Election, Measures.Of(outcome));
        var share = measures.Voters == 0 ? "-" : (100m * measures.WithWinner / measures.Voters).ToString("0.0", CultureInfo.InvariantCulture) + "%";
        return terminal.Say(
            $"{terminal.Projects(outcome.Winners.Count)} voor {election.Text(outcome.TotalCost)}; {share} van de stemmers heeft er een van zichzelf bij",
            $"{terminal.Projects(outcome.Winners.Count)} for {election.Text(outcome.TotalCost)}; {share} of the voters have one of their own among them");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
