using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Agreements;

/// <summary>Tells the giver's contact that an instalment is due, once. Who has no address is not told; the desk sees what is overdue.</summary>
public sealed class RemindGivers(EachFund funds, Outbox outbox, PublicAddress address) : IJob
{
    public string Name => "instalment-reminders";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task Run(DateTimeOffset now, CancellationToken stop) => funds.Run(async (db, fund) =>
    {
        foreach (var (number, schedule) in (await Schedules.All(db, fund.Id, await Book.Today(db, now, fund.Id))).OrderBy(s => s.Key))
            foreach (var term in schedule.Terms.Where(t => t.State is TermState.Due or TermState.Overdue && t.Instalment.RemindedAt is null))
                await Tell(db, fund, number, term, now);
    }, stop);

    private async Task Tell(WijkfondsContext db, Fund fund, int contributor, Term term, DateTimeOffset now)
    {
        var party = await db.Set<Contributor>().Where(c => c.Number == contributor).Select(c => c.Party).SingleAsync();
        if (party.Email.Length == 0 || party.ErasedAt is not null) return;
        await outbox.WriteTo(db, now, fund.Id, $"instalment/{term.Instalment.Id:N}", party.Email, fund.Language, "instalment-due", false,
            fund.Name, term.Open, term.Instalment.DueOn, term.Agreement.Reference.Length > 0 ? term.Agreement.Reference : party.Name,
            address.Of(fund, $"/bijdragers/{contributor}/toezeggingen/{term.Agreement.Number}"));
        await db.Set<Instalment>().Where(i => i.Id == term.Instalment.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.RemindedAt, now));
    }
}
