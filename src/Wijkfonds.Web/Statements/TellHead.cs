using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements;

/// <summary>
/// Mails where the chain of the book ended at the end of the last day with news: to members, the audit committee and who
/// represents a contributor. With that number and hash in many mailboxes nobody can rewrite the book unseen. Each end once
/// per person, by its key: running twice or late tells nothing twice.
/// </summary>
public sealed class TellHead(Database database, Work work, Outbox outbox, PublicAddress address) : IJob
{
    public string Name => "ledger-head";

    public TimeSpan Every => TimeSpan.FromMinutes(30);

    public async Task Run(DateTimeOffset now, CancellationToken stop)
    {
        await using var all = database.Open();
        foreach (var fund in await all.Set<Fund>().AsNoTracking().OrderBy(f => f.Slug).ToListAsync(stop))
        {
            await using var db = database.Open(fund.Id);
            var today = Period.EndOf((await Book.Today(db, now, fund.Id)).AddDays(-1), fund.Zone);
            var head = await Statement.Mark(db, today);
            if (head.Sequence == 0) continue;
            var prefix = $"ledger-head/{fund.Id:N}/{head.Sequence}/";
            var told = await db.Set<OutboxMessage>().Where(m => m.Key.StartsWith(prefix)).Select(m => m.Key).ToHashSetAsync(stop);
            var receivers = (await Receivers(db, fund.Id, now)).Where(r => !told.Contains(prefix + r.ToString("N"))).ToList();
            if (receivers.Count > 0) await Write(fund, head, prefix, receivers, now);
        }
    }

    private Task Write(Fund fund, BookMark head, string prefix, IReadOnlyList<Guid> receivers, DateTimeOffset now) => work.Run<Done>(fund.Id, async db =>
    {
        foreach (var receiver in receivers)
            if (await db.Set<Account>().FindAsync(receiver) is { ErasedAt: null } account)
                await outbox.Write(db, now, fund.Id, $"{prefix}{account.Id:N}", account, "ledger-head", fund.Name, head.Sequence, head.Hash,
                    address.Of(fund, $"/geld/boekingen/{head.Sequence}"), address.Of(fund, "/geld/grootboek.txt"), fund.Slug,
                    head.Sequence.ToString(CultureInfo.InvariantCulture));
        return Done.It;
    });

    /// <summary>Everybody once, whatever roles they have.</summary>
    private static async Task<IReadOnlyList<Guid>> Receivers(WijkfondsContext db, Guid fund, DateTimeOffset now)
    {
        var seats = (await SeatHolders.Of(db, fund, now, SeatHolders.OfMoney)).Select(a => a.Id);
        var givers = await db.Set<Representative>().Where(r => r.From <= now && (r.Until == null || now < r.Until)).OrderBy(r => r.From).Select(r => r.AccountId).ToListAsync();
        return [.. seats.Concat(givers).Distinct()];
    }
}
