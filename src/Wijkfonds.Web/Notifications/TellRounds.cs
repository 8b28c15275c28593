using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Notifications;

/// <summary>Writes what there is to tell about rounds: voting opens or is late, closes soon, a moved deadline, a round that was stopped, the result. Each once per person, by its key.</summary>
public sealed class TellRounds(Database database, Work work, Outbox outbox, PublicAddress address, Texts texts) : IJob
{
    private const int AtOnce = 200;

    public string Name => "round-notices";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Run(DateTimeOffset now, CancellationToken stop)
    {
        await using var db = database.Open();
        var rounds = await db.Set<Round>().AsNoTracking().Include(r => r.Acts).OrderBy(r => r.FundId).ThenBy(r => r.Number).ToListAsync(stop);
        foreach (var round in rounds)
            foreach (var news in await RoundNews.Of(db, round, now))
                await Tell(db, round, news, now, stop);
    }

    private async Task Tell(WijkfondsContext db, Round round, RoundNews news, DateTimeOffset now, CancellationToken stop)
    {
        var fund = await db.Set<Fund>().AsNoTracking().SingleAsync(f => f.Id == round.FundId, stop);
        var prefix = $"{news.Key}/{round.Id:N}/";
        var told = await db.Set<OutboxMessage>().Where(m => m.Key.StartsWith(prefix)).Select(m => m.Key).ToHashSetAsync(stop);
        var receivers = (await Receivers(db, round, news.Notice, now)).Where(r => !told.Contains(prefix + r.Id.ToString("N"))).ToList();
        foreach (var some in receivers.Chunk(AtOnce))
        {
            stop.ThrowIfCancellationRequested();
            await work.Run<Done>(null, async write =>
            {
                foreach (var receiver in some) await Write(write, fund, round, news, prefix, receiver, now);
                return Done.It;
            });
        }
    }

    private sealed record Receiver(Guid Id, string? StopToken, string Because);

    /// <summary>Who asked; with the opening also the alliance, with the result or the end also the makers of plans. Nobody twice.</summary>
    private static async Task<IEnumerable<Receiver>> Receivers(WijkfondsContext db, Round round, RoundNotice notice, DateTimeOffset now)
    {
        var asked = await db.Set<Reminder>().Where(r => r.RoundId == round.Id).OrderBy(r => r.Id).Select(r => new Receiver(r.AccountId, r.StopToken, "asked")).ToListAsync();
        if (notice == RoundNotice.VotingOpens)
            asked.AddRange(await db.Set<Seat>()
                .Where(s => s.FundId == round.FundId && s.Body == Body.Alliance && s.AccountId != null && s.From <= now && now < s.Until)
                .OrderBy(s => s.Number).Select(s => new Receiver(s.AccountId!.Value, null, "member")).ToListAsync());
        if (notice is RoundNotice.Result or RoundNotice.Cancelled)
            asked.AddRange(await db.Set<Proposal>().Where(p => p.RoundId == round.Id && p.Number != null)
                .OrderBy(p => p.Number).Select(p => new Receiver(p.AccountId, null, "author")).ToListAsync());
        return asked.DistinctBy(r => r.Id);
    }

    private async Task Write(WijkfondsContext db, Fund fund, Round round, RoundNews news, string prefix, Receiver receiver, DateTimeOffset now)
    {
        if (await db.Set<Account>().FindAsync(receiver.Id) is not { ErasedAt: null } account) return;
        var words = texts.In(account.Language);
        var because = receiver.StopToken is { } token
            ? words["mail.because.asked", address.Of(fund, $"/rondes/{round.Number}/herinnering/stop?wie={token}")]
            : words[$"mail.because.{receiver.Because}"];
        var (name, path) = news.Notice switch
        {
            RoundNotice.VotingOpens => ("voting-opens", "/stemmen"),
            RoundNotice.ClosingSoon => ("closing-soon", "/stemmen"),
            RoundNotice.Delayed => ("opening-delayed", $"/rondes/{round.Number}"),
            RoundNotice.Moved => ("deadline-moved", $"/rondes/{round.Number}"),
            RoundNotice.Cancelled => ("round-cancelled", $"/rondes/{round.Number}"),
            _ => ("result", $"/rondes/{round.Number}/uitslag"),
        };
        await outbox.WriteUntil(db, now, news.NotAfter, fund.Id, $"{prefix}{account.Id:N}", account, name,
            fund.Name, round.Name, round.VotingCloses, address.Of(fund, path), because, news.Sentence(words));
    }
}
