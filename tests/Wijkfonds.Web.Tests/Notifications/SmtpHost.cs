using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
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

    /// <summary>With one the server offers STARTTLS (RFC 3207) and shows it.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Until this is done the server takes a call and says nothing.</summary>
    public Task Greets { get; init; } = Task.CompletedTask;

    /// <summary>Done when the first call came in.</summary>
    public Task Called => called.Task;

    public List<(string To, string Data)> Received { get; } = [];

    public List<string> Commands { get; } = [];

    /// <summary>Whom so many mails went to, once they are in; half a minute is all it takes.</summary>
    public async Task<IReadOnlyList<string>> Delivered(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Received.Count < count) await Task.Delay(20, patience.Token);
        return [.. Received.Select(r => r.To)];
    }

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
                catch (Exception exception) when (exception is IOException or AuthenticationException)
                {
                    // The client hung up, or did not trust the certificate.
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed by the test.
        }
    }

    private async Task Talk(Stream stream)
    {
        called.TrySetResult();
        await Greets;
        await Converse(stream, greets: true);
    }

    private async Task Converse(Stream stream, bool greets)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        if (greets) await writer.WriteLineAsync("220 test");
        var to = "";
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            Commands.Add(line);
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "STARTTLS" && Certificate is not null)
            {
                await writer.WriteLineAsync("220 go ahead");
                await using var encrypted = new SslStream(stream);
                await encrypted.AuthenticateAsServerAsync(Certificate);
                await Converse(encrypted, greets: false);
                return;
            }
            if (verb == "RCPT") to = line.Split('<', '>')[1];
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var data = new StringBuilder();
                while (await reader.ReadLineAsync(closing.Token) is { } part && part != ".") data.Append(part).Append("\r\n");
                Received.Add((to, data.ToString()));
            }
            await writer.WriteLineAsync(verb switch { "EHLO" or "HELO" => Certificate is null ? "250 test" : "250-test\r\n250 STARTTLS", "STARTTLS" => "502 not here", "QUIT" => "221 bye", "RCPT" => Recipient, _ => "250 ok" });
            if (verb == "QUIT") return;
        }
    }
}
