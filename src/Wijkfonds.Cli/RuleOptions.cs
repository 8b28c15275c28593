using System.CommandLine;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Pabulib;

namespace Wijkfonds.Cli;

/// <summary>The options that say how to count.</summary>
internal sealed class RuleOptions
{
    private readonly Option<string> rule = Choice("--rule", "greedy", "greedy-per-cost");
    private readonly Option<string> score = Choice("--score", "votes", "points");
    private readonly Option<bool> noSkip = new("--no-skip");
    private readonly Option<long?> threshold = new("--threshold");
    private readonly Option<string> ties = new("--ties") { DefaultValueFactory = _ => "lot" };

    internal IEnumerable<Option> All => [rule, score, noSkip, threshold, ties];

    internal CountingRule Rule(ParseResult parsed, Terminal terminal)
    {
        var order = parsed.GetValue(rule) == "greedy" ? GreedyOrder.Score : GreedyOrder.ScorePerCost;
        var by = parsed.GetValue(score) == "points" ? Score.Points : Score.Votes;
        return new Greedy(order, !parsed.GetValue(noSkip), parsed.GetValue(threshold), by);
    }

    internal TieOrder Ties(ParseResult parsed, PabulibFile file, Terminal terminal) => parsed.GetValue(ties)! switch
    {
        "lot" => file.TieOrder,
        "id" => TieOrder.Id,
        "cost-votes-id" => TieOrder.CostVotesId,
        var given when given.StartsWith("lot:", StringComparison.Ordinal) => FromFile(given["lot:".Length..], file, terminal),
        var given => throw new UsageError(terminal.Say($"--ties {given} bestaat niet", $"there is no --ties {given}")),
    };

    private static TieOrder FromFile(string path, PabulibFile file, Terminal terminal)
    {
        var drawn = File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();
        var lacks = file.Election.Projects.FirstOrDefault(p => !drawn.Contains(p.Id));
        if (lacks is not null) throw new UsageError(terminal.Say($"plan {lacks.Id} staat niet in de loting", $"project {lacks.Id} is not in the lot"));
        return drawn.Distinct().Count() == drawn.Length ? TieOrder.Lot(drawn)
            : throw new UsageError(terminal.Say("een plan staat twee keer in de loting", "a project stands in the lot twice"));
    }

    private static Option<string> Choice(string name, params string[] values)
    {
        var option = new Option<string>(name) { DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
