using System.Diagnostics;
using System.Globalization;

namespace Wijkfonds.Bench;

/// <summary>The command as a process of its own, cold.</summary>
internal static class BuiltCommand
{
    /// <summary>Seconds from start to end, and the most memory it held, in MB.</summary>
    public static async Task<(double Seconds, double Megabytes)> Run(params IEnumerable<string> arguments)
    {
        var line = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "wijkfonds.dll"), .. arguments]) { RedirectStandardOutput = true };
        var from = Stopwatch.GetTimestamp();
        using var process = Process.Start(line)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var megabytes = 0d;
        while (!said.IsCompleted)
        {
            megabytes = Math.Max(megabytes, Peak(process.Id));
            await Task.WhenAny(said, Task.Delay(5));
        }
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', line.ArgumentList)} ended with {process.ExitCode}");
        return (Stopwatch.GetElapsedTime(from).TotalSeconds, megabytes);
    }

    // The system keeps the highest it ever was; the last look before the end is a few milliseconds old.
    private static double Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException) { return 0; }
    }
}
