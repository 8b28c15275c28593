using System.Diagnostics;
using System.Globalization;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Bench;

/// <summary>The built program, in production, on a data folder that exists.</summary>
internal static class BuiltProgram
{
    /// <summary>Seconds from starting the process until it says that it is ready; then resident memory in MB after it was left alone.</summary>
    public static async Task<(double Seconds, double Megabytes)> Start(string data, TimeSpan idle)
    {
        await using var program = new OwnProcess(("ASPNETCORE_ENVIRONMENT", "Production"), ("Data__Path", data));
        var from = Stopwatch.GetTimestamp();
        await program.Start();
        var seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
        await Task.Delay(idle);
        return (seconds, Resident(program.Id));
    }

    private static double Resident(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024;
    }
}
