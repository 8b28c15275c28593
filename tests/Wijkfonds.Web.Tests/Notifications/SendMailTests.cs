using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Notifications;

public sealed class SendMailTests
{
    [Theory, EachDatabase]
    public async Task A_written_message_leaves_once_by_a_real_conversation_and_arrives_as_written(string database)
    {
        await using var host = new SmtpHost();
        await using var site = new TestSite(database);
        await using var sending = WithHost(site, host);
        await site.Given(Written(site, "één mail over café 't Hoekje – € 4.000, en nog wat woorden tot hij lang is"));
        await Run(sending);
        await Run(sending);
        var (to, data) = Assert.Single(host.Received);
        Assert.Equal("iemand@voorbeeld.nl", to);
        Assert.Contains("Auto-Submitted: auto-generated", data, StringComparison.OrdinalIgnoreCase);
        Assert.Matches(@"(?m)^Date: .*\d\d:\d\d:\d\d [+-]\d{4}\r$", data);
        Assert.Matches(@"(?m)^Message-ID: <[0-9a-f]{32}@wijk\.example>\r$", data);
        Assert.Contains("charset=utf-8", data, StringComparison.Ordinal);
        Assert.Contains("Beste buur,\r\n\r\nhet café wacht: € 4.000.", Body(data), StringComparison.Ordinal);
        Assert.All(data.Split("\r\n"), line => Assert.True(line.Length <= 998));
    }

    [Theory, EachDatabase]
    public async Task What_fails_is_tried_again_later_and_later_and_given_up_in_the_end(string database)
    {
        await using var host = new SmtpHost { Recipient = "451 later" };
        await using var site = new TestSite(database);
        await using var sending = WithHost(site, host);
        await site.Given(Written(site, "Onderwerp"));
        await Run(sending);
        await Run(sending);
        Assert.Single(host.Commands, c => c.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase));
        var (one, two) = (SendMail.Pause(1), SendMail.Pause(2));
        Assert.True(two > one);
        site.Clock.Advance(one);
        host.Recipient = "250 ok";
        await Run(sending);
        Assert.Single(host.Received);

        host.Recipient = "550 no";
        await site.Given(Written(site, "Onderwerp", key: "twee"));
        for (var i = 0; i < SendMail.MostAttempts + 3; i++)
        {
            await Run(sending);
            site.Clock.Advance(TimeSpan.FromHours(13));
        }
        await using var db = site.Open();
        var lost = await db.Set<OutboxMessage>().SingleAsync(m => m.Key == "twee");
        Assert.Equal(SendMail.MostAttempts, lost.Attempts);
        Assert.NotNull(lost.GivenUpAt);
        Assert.DoesNotContain("voorbeeld", lost.LastError, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Many_servers_at_once_send_each_message_once(string database)
    {
        await using var host = new SmtpHost();
        await using var site = new TestSite(database);
        await using var sending = WithHost(site, host);
        for (var i = 0; i < 8; i++) await site.Given(Written(site, "Onderwerp", key: "k" + i, to: $"iemand{i}@voorbeeld.nl"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Run(sending)));
        Assert.Equal(8, host.Received.Select(r => r.To).Distinct().Count());
        Assert.Equal(8, host.Received.Count);
    }

    [Theory, EachDatabase]
    public async Task What_is_no_longer_true_when_the_mail_server_is_back_is_not_sent(string database)
    {
        await using var host = new SmtpHost();
        await using var site = new TestSite(database);
        await using var sending = WithHost(site, host);
        await site.Given(Written(site, "Stemmen sluit bijna", key: "kort", notAfter: site.Clock.Now.AddHours(40)), Written(site, "De uitslag", key: "lang"),
            Written(site, "Stemmen kan nog", key: "langer", to: "ander@voorbeeld.nl", notAfter: site.Clock.Now.AddHours(50)));
        site.Clock.Advance(TimeSpan.FromHours(40));
        await Run(sending);
        Assert.Equal(["ander@voorbeeld.nl", "iemand@voorbeeld.nl"], host.Received.Select(r => r.To).Order(StringComparer.Ordinal));
        await using var db = site.Open();
        Assert.False(await db.Set<OutboxMessage>().AnyAsync(m => m.Key == "kort"));
    }

    [Fact]
    public async Task A_mail_server_that_is_away_is_called_once_a_round_and_a_link_that_was_given_up_is_emptied()
    {
        var host = new SmtpHost();
        await using var site = new TestSite();
        await using var sending = WithHost(site, host);
        await host.DisposeAsync();
        for (var i = 0; i < 3; i++) await site.Given(Written(site, "Onderwerp", key: "k" + i, to: $"iemand{i}@voorbeeld.nl", secret: true));
        await Run(sending);
        await using (var db = site.Open()) Assert.Equal([0, 0, 1], await db.Set<OutboxMessage>().Select(m => m.Attempts).OrderBy(a => a).ToListAsync());
        for (var i = 0; i < 3 * SendMail.MostAttempts; i++)
        {
            await Run(sending);
            site.Clock.Advance(TimeSpan.FromHours(13));
        }
        await using (var db = site.Open()) Assert.True(await db.Set<OutboxMessage>().AllAsync(m => m.GivenUpAt != null && m.Body == ""));
    }

    [Fact]
    public async Task A_mail_server_that_keeps_silent_holds_up_no_other_job()
    {
        var greets = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = new SmtpHost { Greets = greets.Task };
        await using var site = new TestSite();
        await using var sending = WithHost(site, host);
        await site.Given(Written(site, "Onderwerp"));
        var timer = sending.Services.GetRequiredService<JobTimer>();
        var mail = timer.RunLine(waitsForOthers: true, all: true, CancellationToken.None);
        await host.Called;
        await timer.RunLine(waitsForOthers: false, all: true, CancellationToken.None);
        Assert.True(timer.Runs.ContainsKey("round-notices"));
        Assert.False(mail.IsCompleted);
        greets.SetResult();
        await mail;
        Assert.Single(host.Received);
    }

    [Fact]
    public async Task One_mailbox_gets_ten_an_hour_and_the_rest_waits()
    {
        await using var host = new SmtpHost();
        await using var site = new TestSite();
        await using var sending = WithHost(site, host);
        for (var i = 0; i < 13; i++) await site.Given(Written(site, "Onderwerp", key: "k" + i));
        await site.Given(Written(site, "Onderwerp", key: "ander", to: "ander@voorbeeld.nl"));
        await Run(sending);
        Assert.Equal(10, host.Received.Count(r => r.To == "iemand@voorbeeld.nl"));
        Assert.Single(host.Received, r => r.To == "ander@voorbeeld.nl");
        for (var i = 0; i < 8; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(10));
            await Run(sending);
        }
        Assert.Equal(13, host.Received.Count(r => r.To == "iemand@voorbeeld.nl"));
    }

    [Fact]
    public async Task Without_a_host_mails_become_files_that_mail_programmes_read()
    {
        await using var site = new TestSite();
        await site.Given(Written(site, "Één café – € 4.000 voor de buurt, met een heel lang onderwerp dat niet past op een regel"));
        await site.RunJobs();
        var file = new FileInfo(Assert.Single(Directory.GetFiles(Path.Combine(site.DataPath, "mail"), "*.eml")));
        var raw = await File.ReadAllTextAsync(file.FullName);
        Assert.All(raw.Replace("\r\n", "", StringComparison.Ordinal), c => Assert.True(c is >= ' ' and < (char)127));
        Assert.All(raw.Split("\r\n"), line => Assert.True(line.Length <= 78 || line.StartsWith("Subject", StringComparison.Ordinal)));
        var read = ReadMail.From(file);
        Assert.Equal("Één café – € 4.000 voor de buurt, met een heel lang onderwerp dat niet past op een regel", read.Subject);
        Assert.Equal("Beste buur,\n\nhet café wacht: € 4.000.\nhttp://localhost/w/oosterhoek/\n", read.Body);
    }

    [Fact]
    public async Task A_mail_with_a_link_that_opens_a_door_is_emptied_once_it_has_left()
    {
        await using var site = new TestSite();
        var secret = Written(site, "Nieuw wachtwoord", key: "geheim", secret: true);
        await site.Given(secret, Written(site, "Gewoon", key: "gewoon"));
        await site.RunJobs();
        await using var db = site.Open();
        Assert.Equal(["", secret.Body], await db.Set<OutboxMessage>().OrderByDescending(m => m.IsSecret).Select(m => m.Body).ToListAsync());
    }

    [Theory]
    [InlineData("Development", HttpStatusCode.OK)]
    [InlineData("Production", HttpStatusCode.NotFound)]
    public async Task The_mailbox_exists_in_the_demonstration_only(string environment, HttpStatusCode expected)
    {
        await using var site = new TestSite();
        await site.GivenFund();
        await using var there = site.WithWebHostBuilder(b => b.UseEnvironment(environment));
        using var client = there.CreateClient();
        Directory.CreateDirectory(Path.Combine(site.DataPath, "mail"));
        var message = new Message(Guid.NewGuid(), "a@b.nl", "Hallo <daar>", "Klik https://voorbeeld.nl/x?y=1 nu", site.Clock.Now);
        await File.WriteAllTextAsync(Path.Combine(site.DataPath, "mail", "een.eml"), MailFormat.Eml(message, new System.Net.Mail.MailAddress("w@x.nl")));
        using var list = await client.GetAsync(new Uri("/mailbox", UriKind.Relative));
        Assert.Equal(expected, list.StatusCode);
        if (expected != HttpStatusCode.OK) return;
        Assert.Contains("Hallo &lt;daar&gt;", await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://voorbeeld.nl/x?y=1\">", await client.GetStringAsync(new Uri("/mailbox/een", UriKind.Relative)), StringComparison.Ordinal);
        using var outside = await client.GetAsync(new Uri("/mailbox/..%2Fkeys", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    private static OutboxMessage Written(TestSite site, string subject, string key = "een", string to = "iemand@voorbeeld.nl", bool secret = false, DateTimeOffset? notAfter = null) => new()
    {
        Key = key, To = to, Subject = subject, Body = "Beste buur,\n\nhet café wacht: € 4.000.\nhttp://localhost/w/oosterhoek/\n",
        WrittenAt = site.Clock.Now, DueAt = site.Clock.Now, IsSecret = secret, NotAfter = notAfter,
    };

    private static Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> WithHost(TestSite site, SmtpHost host) => site.WithWebHostBuilder(b =>
    {
        b.UseSetting("Mail:Host", "127.0.0.1");
        b.UseSetting("Mail:Port", host.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        b.UseSetting("Mail:StartTls", "false");
        b.UseSetting("Mail:From", "fonds@wijk.example");
    });

    private static async Task Run(Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> sending)
    {
        await using var scope = sending.Services.CreateAsyncScope();
        var job = scope.ServiceProvider.GetServices<IJob>().OfType<SendMail>().Single();
        await job.Run(Now.Read(sending.Services.GetRequiredService<TimeProvider>()), CancellationToken.None);
    }

    private static string Body(string data)
    {
        var encoded = data[(data.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
    }
}
