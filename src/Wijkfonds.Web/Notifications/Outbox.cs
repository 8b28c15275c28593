using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Notifications;

/// <summary>Writes notices in the language of who gets them. Sending is another matter, after commit.</summary>
public sealed class Outbox(Texts texts)
{
    /// <param name="key">What makes this notice one of its kind for this person; a second with the same key is not written.</param>
    /// <param name="name">Texts "mail.{name}.subject" and "mail.{name}.body", with <paramref name="values"/> as {0}, {1}, …</param>
    public async Task Write(WijkfondsContext db, DateTimeOffset now, Guid? fund, string key, Account to, string name, params object[] values)
    {
        if (to.Email is null || await db.Set<OutboxMessage>().AnyAsync(m => m.Key == key)) return;
        var words = texts.In(to.Language);
        db.Add(new OutboxMessage
        {
            FundId = fund, Key = key, To = to.Email, WrittenAt = now, DueAt = now,
            Subject = words[$"mail.{name}.subject", values], Body = words[$"mail.{name}.body", values],
        });
    }
}
