using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>
/// Tells the giver's contact that an instalment or a promise without a schedule is due, never before its day; again after some
/// weeks while it is open, and a few times at most. Who has no address is not told; their page says what is overdue.
/// </summary>
public sealed class RemindGivers(EachFund funds, Outbox outbox, PublicAddress address) : IJob
{
    public string Name => "instalment-reminders";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task Run(DateTimeOffset now, CancellationToken stop) => funds.Run(async (db, fund) =>
    {
        var today = await Book.Today(db, now, fund.Id);
        var told = (await db.Set<GiverReminder>().AsNoTracking().Where(r => r.FundId == fund.Id).ToListAsync(stop)).ToLookup(r => r.Subject);
        foreach (var (number, schedule) in (await Schedules.All(db, fund.Id, today)).OrderBy(s => s.Key))
            foreach (var term in schedule.Terms.Where(t => t.State is TermState.Due or TermState.Overdue))
                await Tell(db, fund, number, term, told[term.Instalment.Id], now);
        foreach (var (number, promises) in (await LoosePromises.Of(db, fund.Id, today)).OrderBy(s => s.Key))
            foreach (var promise in promises.Where(p => p.State is TermState.Due or TermState.Overdue))
                await Tell(db, fund, number, promise, told[promise.Pledge], now);
    }, stop);

    private async Task Tell(WijkfondsContext db, Fund fund, int contributor, Term term, IEnumerable<GiverReminder> more, DateTimeOffset now)
    {
        var before = more.Select(r => (DateTimeOffset?)r.At).Append(term.Instalment.RemindedAt).Where(at => at is not null).ToList();
        if (GiverReminder.Next(before.Count, before.Max(), now) is not { } next || await Address(db, contributor) is not { } party) return;
        await outbox.WriteTo(db, now, fund.Id, next == 1 ? $"instalment/{term.Instalment.Id:N}" : $"instalment/{term.Instalment.Id:N}/{next}", party.Email, fund.Language, next == 1 ? "instalment-due" : "instalment-again", false,
            fund.Name, term.Open, term.Instalment.DueOn, term.Agreement.Reference.Length > 0 ? term.Agreement.Reference : party.Name,
            address.Of(fund, $"/bijdragers/{contributor}/toezeggingen/{term.Agreement.Number}"));
        if (next == 1) await db.Set<Instalment>().Where(i => i.Id == term.Instalment.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.RemindedAt, now));
        else db.Add(new GiverReminder { FundId = fund.Id, Subject = term.Instalment.Id, Number = next, At = now });
    }

    private async Task Tell(WijkfondsContext db, Fund fund, int contributor, LoosePromise promise, IEnumerable<GiverReminder> before, DateTimeOffset now)
    {
        var told = before.Select(r => (DateTimeOffset?)r.At).ToList();
        if (GiverReminder.Next(told.Count, told.Max(), now) is not { } next || await Address(db, contributor) is not { } party) return;
        await outbox.WriteTo(db, now, fund.Id, $"promise/{promise.Pledge:N}/{next}", party.Email, fund.Language, next == 1 ? "promise-due" : "promise-again", false,
            fund.Name, promise.Open, promise.Year.ToString(CultureInfo.InvariantCulture), promise.DueOn, address.Of(fund, $"/bijdragers/{contributor}"));
        db.Add(new GiverReminder { FundId = fund.Id, Subject = promise.Pledge, Number = next, At = now });
    }

    private static async Task<Party?> Address(WijkfondsContext db, int contributor) =>
        await db.Set<Contributor>().Where(c => c.Number == contributor).Select(c => c.Party).SingleAsync() is { Email.Length: > 0, ErasedAt: null } party ? party : null;
}
