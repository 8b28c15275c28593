using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Wijkfonds.Web.Tests.Notifications;

/// <summary>A mail server on loopback that holds the real conversation of RFC 5321, as far as a client needs it.</summary>
public sealed class SmtpHost : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly TaskCompletionSource called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task serving;

    public SmtpHost()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        serving = Serve();
    }

    public int Port { get; }

    /// <summary>Answers to RCPT until changed: 451 is "try again later".</summary>
    public string Recipient { get; set; } = "250 ok";

    /// <summary>Until this is done the server takes a call and says nothing.</summary>
    public Task Greets { get; init; } = Task.CompletedTask;

    /// <summary>Done when the first call came in.</summary>
    public Task Called => called.Task;

    public List<(string To, string Data)> Received { get; } = [];

    public List<string> Commands { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await serving;
        closing.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(closing.Token);
                try
                {
                    await Talk(client.GetStream());
                }
                catch (IOException)
                {
                    // The client hung up.
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed by the test.
        }
    }

    private async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        called.TrySetResult();
        await Greets;
        await writer.WriteLineAsync("220 test");
        var to = "";
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            Commands.Add(line);
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "RCPT") to = line.Split('<', '>')[1];
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var data = new StringBuilder();
                while (await reader.ReadLineAsync(closing.Token) is { } part && part != ".") data.Append(part).Append("\r\n");
                Received.Add((to, data.ToString()));
            }
            await writer.WriteLineAsync(verb switch { "EHLO" or "HELO" => "250 test", "QUIT" => "221 bye", "RCPT" => Recipient, _ => "250 ok" });
            if (verb == "QUIT") return;
        }
    }
}
