using System.CommandLine;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Pabulib;

namespace Wijkfonds.Cli;

/// <summary>The options that say how to count.</summary>
internal sealed class RuleOptions
{
    private readonly Option<string> rule = Choice("--rule", "greedy", "greedy-per-cost", "equal-shares", "phragmen");
    private readonly Option<string> score = Choice("--score", "votes", "points");
    private readonly Option<bool> noSkip = new("--no-skip");
    private readonly Option<long?> threshold = new("--threshold");
    private readonly Option<string> utility = Choice("--utility", "cost", "cardinality", "points");
    private readonly Option<string> completion = Choice("--completion", "add1", "none", "add1e", "add1u", "add1eu");
    private readonly Option<bool> startFloor = new("--start-floor");
    private readonly Option<long> step = new("--step") { DefaultValueFactory = _ => 1 };
    private readonly Option<bool> comparison = new("--comparison");
    private readonly Option<bool> stop = new("--stop");
    private readonly Option<string> ties = new("--ties") { DefaultValueFactory = _ => "lot" };

    internal Option TiesOption => ties;

    internal IEnumerable<Option> All => [rule, score, noSkip, threshold, utility, completion, startFloor, step, comparison, stop, ties];

    /// <summary>The rule that was asked for. An option of another rule is refused: it would say something that is not done.</summary>
    internal CountingRule Rule(ParseResult parsed, Terminal terminal)
    {
        var name = parsed.GetValue(rule)!;
        Option[] own = name switch
        {
            "equal-shares" => [utility, completion, startFloor, step, comparison],
            "phragmen" => [stop],
            _ => [score, noSkip, threshold],
        };
        Option[] others = [score, noSkip, threshold, utility, completion, startFloor, step, comparison, stop];
        foreach (var option in others.Except(own))
            if (parsed.GetResult(option) is { Implicit: false })
                throw new UsageError(terminal.Say($"{option.Name} hoort niet bij --rule {name}", $"{option.Name} does not belong to --rule {name}"));
        return name switch
        {
            "equal-shares" => Shares(parsed, terminal),
            "phragmen" => new Phragmen(parsed.GetValue(stop)),
            _ => new Greedy(name == "greedy" ? GreedyOrder.Score : GreedyOrder.ScorePerCost, !parsed.GetValue(noSkip),
                parsed.GetValue(threshold), parsed.GetValue(score) == "points" ? Score.Points : Score.Votes),
        };
    }

    private EqualShares Shares(ParseResult parsed, Terminal terminal)
    {
        if (parsed.GetValue(step) < 1) throw new UsageError(terminal.Say("--step is ten minste 1", "--step is at least 1"));
        return new(
            Enum.Parse<SharesUtility>(parsed.GetValue(utility)!, ignoreCase: true), Enum.Parse<Completion>(parsed.GetValue(completion)!, ignoreCase: true),
            parsed.GetValue(startFloor), parsed.GetValue(step), parsed.GetValue(comparison));
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
