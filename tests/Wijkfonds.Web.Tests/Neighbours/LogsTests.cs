using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Notifications;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Neighbours;

public sealed class LogsTests
{
    [Theory, EachDatabase]
    public async Task A_journey_with_failures_leaves_nothing_personal_in_the_log(string database)
    {
        await using var mail = new SmtpHost { Recipient = "550 no mailbox fatima@voorbeeld.nl here" };
        await using var site = new TestSite(database);
        await site.GivenFund();
        var log = new Log();
        await using var watched = site.WithWebHostBuilder(b =>
        {
            b.UseSetting("Mail:Host", "127.0.0.1").UseSetting("Mail:Port", $"{mail.Port}").UseSetting("Mail:StartTls", "false");
            b.ConfigureLogging(l => l.AddProvider(log));
        });
        var neighbour = Visitor.To(site, watched);
        await EntranceTests.Register(neighbour, "fatima@voorbeeld.nl", "vier groene fietsen", "Fatima Bouali");
        var link = await site.LinkTo("fatima@voorbeeld.nl");
        await neighbour.Go(link + "&zoek=geheimezoekvraag");
        await neighbour.Press("Bevestigen en inloggen", ("Password", "het foute wachtwoord"));
        await neighbour.Press("Bevestigen en inloggen", ("Password", "vier groene fietsen"));
        await EntranceTests.SignIn(Visitor.To(site, watched), "fatima@voorbeeld.nl", "geraden geheim");
        await neighbour.Go("/w/oosterhoek/bestaat-niet?naam=Fatima");
        await watched.Services.GetRequiredService<JobTimer>().RunDue(CancellationToken.None, all: true);

        Assert.Contains(log.Lines, line => line.Contains("A mail could not be sent", StringComparison.Ordinal));
        var code = link[(link.IndexOf("code=", StringComparison.Ordinal) + 5)..].Split('&')[0];
        foreach (var personal in new[] { "fatima", "bouali", "voorbeeld.nl", "groene", "foute", "geraden", "geheimezoekvraag", code[..20] })
            Assert.DoesNotContain(log.Lines, line => line.Contains(personal, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class Log : ILoggerProvider
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Writer(Lines);

        public void Dispose()
        {
        }

        private sealed class Writer(ConcurrentBag<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Add(formatter(state, exception) + " " + exception);
        }
    }
}
