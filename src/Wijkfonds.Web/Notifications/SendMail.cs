using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Notifications;

/// <summary>
/// Sends what waits, each message once: a server claims a row by a guarded update before it sends, so that two servers
/// never send the same one. What fails is tried again later and later, for about three days; what is no longer true by then
/// goes unsent. A mail server that cannot be reached ends the round: the others would wait for the same silence.
/// </summary>
public sealed class SendMail(Database database, Work work, Courier courier, TimeProvider clock, ILogger<SendMail> log) : IJob
{
    public const int AtOnce = 50;
    /// <summary>One mailbox gets no more than this within an hour; the rest waits.</summary>
    public const int PerPersonPerHour = 10;
    public const int MostAttempts = 12;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    public string Name => "mail";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public bool WaitsForOthers => true;

    public async Task Run(DateTimeOffset now, CancellationToken stop)
    {
        await DropStale(now);
        foreach (var waiting in await Due(now))
        {
            stop.ThrowIfCancellationRequested();
            // A round may take minutes: a claim that counted from its start would be over before it is made.
            var at = Now.Read(clock);
            var claimed = await work.Run<OutboxMessage?>(null, db => Take(db, waiting, at));
            if (claimed is { Refused: false, Value: { } message } && !await Send(message, stop)) return;
        }
    }

    /// <summary>Two, four, eight… minutes, at most twelve hours.</summary>
    public static TimeSpan Pause(int attempts) => TimeSpan.FromMinutes(Math.Min(720, Math.Pow(2, attempts)));

    private Task DropStale(DateTimeOffset now) => work.Run<Done>(null, async db =>
    {
        await db.Set<OutboxMessage>().Where(m => m.SentAt == null && m.NotAfter <= now && (m.ClaimedUntil == null || m.ClaimedUntil < now)).ExecuteDeleteAsync();
        return Done.It;
    });

    private async Task<List<Guid>> Due(DateTimeOffset now)
    {
        await using var db = database.Open();
        return await db.Set<OutboxMessage>()
            .Where(m => m.SentAt == null && m.GivenUpAt == null && m.DueAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil < now))
            .OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => m.Id).Take(AtOnce).ToListAsync();
    }

    private static async Task<Outcome<OutboxMessage?>> Take(WijkfondsContext db, Guid id, DateTimeOffset now)
    {
        var hourAgo = now.AddHours(-1);
        var message = await db.Set<OutboxMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id);
        if (message is null) return new NotFoundHere();
        if (message.NotAfter <= now) return (OutboxMessage?)null;
        var recent = await db.Set<OutboxMessage>().CountAsync(m => m.To == message.To && m.SentAt > hourAgo);
        if (recent >= PerPersonPerHour)
        {
            var later = now.AddMinutes(10);
            await db.Set<OutboxMessage>().Where(m => m.Id == id && m.SentAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, later));
            return (OutboxMessage?)null;
        }
        DateTimeOffset? until = now + Claim;
        var taken = await db.Set<OutboxMessage>()
            .Where(m => m.Id == id && m.SentAt == null && (m.ClaimedUntil == null || m.ClaimedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedUntil, until).SetProperty(m => m.Attempts, m => m.Attempts + 1));
        return taken == 1 ? message : (OutboxMessage?)null;
    }

    /// <summary>False when the mail server itself could not be reached.</summary>
    private async Task<bool> Send(OutboxMessage message, CancellationToken stop)
    {
        try
        {
            await courier.Bring(new Message(message.Id, message.To, message.Subject, message.Body, message.WrittenAt), stop);
        }
        catch (Exception exception) when (exception is SmtpException or IOException or FormatException or InvalidOperationException or UnauthorizedAccessException)
        {
            await Postpone(message, exception, Now.Read(clock));
            return exception is not (IOException or SmtpException { StatusCode: SmtpStatusCode.GeneralFailure or SmtpStatusCode.ServiceNotAvailable });
        }
        DateTimeOffset? sent = Now.Read(clock);
        await work.Run<Done>(null, async db =>
        {
            await db.Set<OutboxMessage>().Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set
                .SetProperty(m => m.SentAt, sent).SetProperty(m => m.LastError, "")
                .SetProperty(m => m.Body, m => m.IsSecret ? "" : m.Body).SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null));
            return Done.It;
        });
        return true;
    }

    private async Task Postpone(OutboxMessage message, Exception exception, DateTimeOffset now)
    {
        var attempts = message.Attempts + 1;
        // The kind of fault only: servers put addresses in their answers.
        var reason = exception is SmtpException smtp ? $"{nameof(SmtpException)} {smtp.StatusCode}" : exception.GetType().Name;
        DateTimeOffset? givenUp = attempts >= MostAttempts ? now : null;
        var due = now + Pause(attempts);
        // A link that opens a door lies nowhere longer than it is of use.
        var body = givenUp is not null && message.IsSecret ? "" : message.Body;
        log.LogWarning("A mail could not be sent ({Reason}), try {Attempts} of {Most}", reason, attempts, MostAttempts);
        await work.Run<Done>(null, async db =>
        {
            await db.Set<OutboxMessage>().Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set
                .SetProperty(m => m.DueAt, due).SetProperty(m => m.LastError, reason).SetProperty(m => m.Body, body)
                .SetProperty(m => m.GivenUpAt, givenUp).SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null));
            return Done.It;
        });
    }
}
