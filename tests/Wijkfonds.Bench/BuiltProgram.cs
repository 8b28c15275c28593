using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Wijkfonds.Bench;

/// <summary>The built program as a process of its own, in production, on a data folder that exists.</summary>
internal sealed class BuiltProgram(string data)
{
    private readonly int port = FreePort();

    /// <summary>Seconds from starting the process until it says that it is ready; then resident memory in MB after it was left alone.</summary>
    public async Task<(double Seconds, double Megabytes)> Start(TimeSpan idle)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Wijkfonds.Web.dll"), "--urls", $"http://127.0.0.1:{port}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Site__BaseUrl"] = $"http://127.0.0.1:{port}";
        start.Environment["Data__Path"] = data;
        var from = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            using var http = new HttpClient();
            while (!await IsReady(http)) await Task.Delay(20);
            var seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
            await Task.Delay(idle);
            return (seconds, Resident(process.Id));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            return (await http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"))).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static double Resident(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
