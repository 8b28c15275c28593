using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>The built program as a process of its own, which can be killed without a word of warning.</summary>
public sealed class OwnProcess : IAsyncDisposable
{
    private readonly Dictionary<string, string> settings;
    private readonly int port = FreePort();
    private Process? process;

    public OwnProcess(params (string Name, string Value)[] settings) =>
        this.settings = settings.Append(("Site__BaseUrl", $"http://localhost:{port}")).ToDictionary(s => s.Item1, s => s.Item2, StringComparer.Ordinal);

    public Uri Address => new($"http://localhost:{port}");

    public int Id => process!.Id;

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Wijkfonds.Web.dll"), "--urls", Address.ToString()])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        while (!await IsReady(http))
        {
            if (process.HasExited) throw new InvalidOperationException($"The program ended with {process.ExitCode} instead of becoming ready.");
            await Task.Delay(20);
        }
    }

    /// <summary>kill -9: nothing is finished, flushed or closed.</summary>
    public async Task Kill()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await Kill();
        process?.Dispose();
    }

    private async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            return (await http.GetAsync(new Uri(Address, "/health/ready"))).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
