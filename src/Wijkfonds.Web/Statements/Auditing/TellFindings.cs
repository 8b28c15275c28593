using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>Mails to every member while a finding has no answer: a week before its day, and on it. Each once, however often it runs.</summary>
public sealed class TellFindings(Database database, Work work, Findings findings) : IJob
{
    public const int DaysBefore = 7;
    /// <summary>A server that was away on the day itself still tells; what is older is not news.</summary>
    private const int DaysFresh = 7;

    public string Name => "finding-notices";

    public TimeSpan Every => TimeSpan.FromMinutes(30);

    public async Task Run(DateTimeOffset now, CancellationToken stop)
    {
        await using var all = database.Open();
        foreach (var fund in await all.Set<Fund>().AsNoTracking().OrderBy(f => f.Slug).ToListAsync(stop))
        {
            await using var db = database.Open(fund.Id);
            var today = await Book.Today(db, now, fund.Id);
            foreach (var finding in (await db.Set<AuditAct>().AsNoTracking().ToListAsync(stop)).GroupBy(a => a.Year).SelectMany(Finding.Of).Where(f => f.State == FindingState.Open))
            {
                stop.ThrowIfCancellationRequested();
                var left = finding.DueOn.DayNumber - today.DayNumber;
                // Who was asked today need not be reminded today.
                if (left is > DaysBefore or < -DaysFresh || now - finding.Asking.At < TimeSpan.FromDays(1)) continue;
                await work.Run<Done>(fund.Id, async inside =>
                {
                    await findings.Tell(inside, now, fund, Body.Alliance, left > 0 ? "finding-soon" : "finding-due", finding.First, finding.Index, finding.Asking);
                    return Done.It;
                });
            }
        }
    }
}
