using System.Diagnostics;
using System.Globalization;

namespace Wijkfonds.Bench;

/// <summary>One measured value, printed as name, value and unit with tabs between.</summary>
public sealed record Figure(string Name, double Value, string Unit)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}\t{Value:0.###}\t{Unit}");

    /// <summary>The median of an odd number of runs, after some that do not count.</summary>
    public static async Task<double> Median(int warmUp, int runs, Func<Task<double>> run)
    {
        for (var i = 0; i < warmUp; i++) await run();
        var values = new List<double>(runs);
        for (var i = 0; i < runs; i++) values.Add(await run());
        values.Sort();
        return values[runs / 2];
    }

    public static async Task<double> Milliseconds(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
