using System.Diagnostics;
using System.Text;
using Wijkfonds.Democracy.Sortition;

namespace Wijkfonds.Bench;

/// <summary>Fair draws, from the paths of pool and quotas to the lottery as it is published: in process after warm-up, and for the small ones the command as a process of its own.</summary>
internal static class Draws
{
    private sealed record Case(string Name, string Pool, string Quotas, int Size, bool Cold);

    public static async IAsyncEnumerable<Figure> Run()
    {
        var scratch = Directory.CreateTempSubdirectory("wijkfonds-bench-").FullName;
        try
        {
            foreach (var one in Cases(scratch).ToArray())
            {
                yield return new(one.Name + "_s", await Figure.Median(one.Cold ? 5 : 1, 5, () => Seconds(() => Draw(one))), "s");
                if (!one.Cold) continue;
                var peak = 0d;
                yield return new(one.Name + "_cold_s", await Figure.Median(1, 5, async () =>
                {
                    var (seconds, megabytes) = await Command(one);
                    peak = Math.Max(peak, megabytes);
                    return seconds;
                }), "s");
                yield return new(one.Name + "_peak_mb", peak, "MB");
            }
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static IEnumerable<Case> Cases(string scratch)
    {
        if (MeasuringData.Folder("sortition") is { } data)
        {
            yield return new("scotland", Path.Combine(data, "scotland_fixture_22", "candidates.csv"), Path.Combine(data, "scotland_fixture_22", "features.csv"), 22, true);
            yield return new("example_large", Path.Combine(data, "example_large_200", "respondents.csv"), Path.Combine(data, "example_large_200", "categories.csv"), 200, true);
        }
        foreach (var (name, problem) in new[] { ("utrecht", Pools.Utrecht()), ("hard", Pools.Hard()), ("climate", Pools.Climate()) })
        {
            var (pool, quotas) = (Path.Combine(scratch, name + "-pool.csv"), Path.Combine(scratch, name + "-quotas.csv"));
            File.WriteAllText(pool, PoolOf(problem));
            File.WriteAllText(quotas, QuotasOf(problem));
            yield return new(name, pool, quotas, problem.Size, false);
        }
    }

    private static TransparentLottery Draw(Case one)
    {
        var problem = Pool.Open(one.Pool, Quotas.Open(one.Quotas), one.Size);
        return Leximin.Find(problem, null, CancellationToken.None) is FairLottery lottery ? TransparentLottery.Of(lottery.Panels)
            : throw new InvalidOperationException($"{one.Name} has no panel");
    }

    private static Task<double> Seconds<T>(Func<T> act)
    {
        var from = Stopwatch.GetTimestamp();
        act();
        return Task.FromResult(Stopwatch.GetElapsedTime(from).TotalSeconds);
    }

    private static async Task<(double Seconds, double Megabytes)> Command(Case one) =>
        await BuiltCommand.Run("draw", one.Pool, one.Quotas, "--size", $"{one.Size}", "--rule", "fair", "--seed", "bench", "--json");

    private static string PoolOf(SelectionProblem problem)
    {
        var text = new StringBuilder(string.Join(',', problem.Features.Select(f => f.Name))).Append('\n');
        foreach (var person in problem.People) text.AppendJoin(',', problem.Features.Select((f, i) => f.Values[person.Values[i]].Name)).Append('\n');
        return text.ToString();
    }

    private static string QuotasOf(SelectionProblem problem)
    {
        var text = new StringBuilder("feature,value,min,max\n");
        foreach (var feature in problem.Features)
            foreach (var value in feature.Values) text.Append($"{feature.Name},{value.Name},{value.Minimum},{value.Maximum}\n");
        return text.ToString();
    }
}
