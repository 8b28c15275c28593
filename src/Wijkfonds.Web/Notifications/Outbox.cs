using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Notifications;

/// <summary>Writes notices in the language of who gets them. Sending is another matter, after commit.</summary>
public sealed class Outbox(Texts texts)
{
    /// <summary>Mails that anybody can ask for at anybody's address (a link, a new password): more in an hour would be pestering, and are not written.</summary>
    public const int LinksPerHour = 5;

    /// <param name="key">What makes this notice one of its kind for this person; a second with the same key is not written.</param>
    /// <param name="name">Texts "mail.{name}.subject" and "mail.{name}.body", with <paramref name="values"/> as {0}, {1}, …</param>
    public Task Write(WijkfondsContext db, DateTimeOffset now, Guid? fund, string key, Account to, string name, params object[] values) =>
        WriteUntil(db, now, null, fund, key, to, name, values);

    /// <param name="notAfter">Never sent from this moment on, however long the mail server was away.</param>
    public Task WriteUntil(WijkfondsContext db, DateTimeOffset now, DateTimeOffset? notAfter, Guid? fund, string key, Account to, string name, params object[] values) =>
        to is { Email: { } email, ErasedAt: null } ? Enter(db, now, notAfter, fund, key, email, to.Language, name, false, values) : Task.CompletedTask;

    /// <param name="secret">It holds a link that opens a door: its text is emptied as soon as it has left.</param>
    public Task WriteTo(WijkfondsContext db, DateTimeOffset now, Guid? fund, string key, string email, string language, string name, bool secret, params object[] values) =>
        Enter(db, now, null, fund, key, email, language, name, secret, values);

    private async Task Enter(WijkfondsContext db, DateTimeOffset now, DateTimeOffset? notAfter, Guid? fund, string key, string email, string language, string name,
        bool secret, object[] values)
    {
        if (db.Set<OutboxMessage>().Local.Any(m => m.Key == key) || await db.Set<OutboxMessage>().AnyAsync(m => m.Key == key)) return;
        if (secret && await IsPestered(db, email, now)) return;
        var words = texts.In(language, fund is null ? Texts.UsualZone : (await db.Set<Fund>().FindAsync(fund))?.Zone ?? Texts.UsualZone);
        db.Add(new OutboxMessage
        {
            FundId = fund, Key = key, To = email, WrittenAt = now, DueAt = now, NotAfter = notAfter, IsSecret = secret,
            Subject = words[$"mail.{name}.subject", values], Body = words[$"mail.{name}.body", values],
        });
    }

    private static async Task<bool> IsPestered(WijkfondsContext db, string email, DateTimeOffset now)
    {
        var hourAgo = now.AddHours(-1);
        return await db.Set<OutboxMessage>().CountAsync(m => m.To == email && m.IsSecret && m.WrittenAt > hourAgo) >= LinksPerHour;
    }
}
