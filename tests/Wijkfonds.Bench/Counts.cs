using System.Diagnostics;
using Wijkfonds.Democracy.Counting;
using Wijkfonds.Democracy.Pabulib;

namespace Wijkfonds.Bench;

/// <summary>Real elections, from the path of a file to the result: in process after warm-up, and the command as a process of its own with its peak memory.</summary>
internal static class Counts
{
    private sealed record Case(string Name, string File, CountingRule Rule, string Line);

    private static readonly Case[] Cases =
    [
        new("lodz_add1", "Poland_Lodz_2022.pb", new EqualShares(), "--rule equal-shares"),
        new("wroclaw_greedy", "Poland_Wroclaw_2015.pb", new Greedy(), "--rule greedy"),
        new("swiecie_add1", "Poland_Swiecie_2023.pb", new EqualShares(), "--rule equal-shares"),
        new("lodz_phragmen", "Poland_Lodz_2022.pb", new Phragmen(), "--rule phragmen"),
        new("amsterdam285_add1", "Netherlands_Amsterdam_285.pb", new EqualShares(), "--rule equal-shares"),
        new("assen_add1", "Netherlands_Assen_2024.pb", new EqualShares(), "--rule equal-shares"),
        new("zurich_points", "Switzerland_Zurich_D10.pb", new EqualShares(SharesUtility.Points), "--rule equal-shares --utility points"),
    ];

    public static async Task<IEnumerable<Figure>> Run()
    {
        var folder = Elections();
        var figures = new List<Figure>();
        foreach (var one in Cases)
        {
            var path = Path.Combine(folder, one.File);
            figures.Add(new(one.Name + "_s", await Figure.Median(10, 11, () => Seconds(() => one.Rule.Count(PabulibFile.Open(path).Election, TieOrder.Id))), "s"));
            var peak = 0d;
            figures.Add(new(one.Name + "_cold_s", await Figure.Median(1, 5, async () =>
            {
                var (seconds, megabytes) = await BuiltCommand.Run(["count", path, .. one.Line.Split(' '), "--ties", "id", "--json"]);
                peak = Math.Max(peak, megabytes);
                return seconds;
            }), "s"));
            figures.Add(new(one.Name + "_peak_mb", peak, "MB"));
        }
        figures.AddRange(await Sufficient(folder));
        return figures;
    }

    /// <summary>How long the page waits that asks how many more votes the best loser needed.</summary>
    private static async Task<IEnumerable<Figure>> Sufficient(string folder)
    {
        var figures = new List<Figure>();
        foreach (var (name, file, rule) in new (string, string, CountingRule)[]
        {
            ("assen_sufficient", "Netherlands_Assen_2024.pb", new EqualShares()),
            ("amsterdam285_sufficient", "Netherlands_Amsterdam_285.pb", new EqualShares()),
            ("amsterdam285_phragmen_sufficient", "Netherlands_Amsterdam_285.pb", new Phragmen()),
        })
        {
            var outcome = rule.Count(PabulibFile.Open(Path.Combine(folder, file)).Election, TieOrder.Id);
            var loser = outcome.Verdicts.Where(v => v is not Won).MaxBy(v => v.Score)!.Project.Id;
            figures.Add(new(name + "_s", await Figure.Median(1, 5, () => Seconds(() => SufficientVotes.For(outcome, loser))), "s"));
        }
        return figures;
    }

    private static Task<double> Seconds<T>(Func<T> act)
    {
        var from = Stopwatch.GetTimestamp();
        act();
        return Task.FromResult(Stopwatch.GetElapsedTime(from).TotalSeconds);
    }

    private static string Elections() => MeasuringData.Folder("elections") ?? throw new DirectoryNotFoundException("the measuring data (shared/data/elections) is not beside this checkout");
}
