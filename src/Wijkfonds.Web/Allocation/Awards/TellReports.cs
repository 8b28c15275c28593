using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>Mails to teams: their money was paid and what to send; two weeks before it is due; when it is late. Each once.</summary>
public sealed class TellReports(Database database, Work work, Outbox outbox, PublicAddress address) : IJob
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);
    /// <summary>What is older is not news: a job that was away for months does not begin with old mails.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(7);

    public string Name => "report-notices";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task Run(DateTimeOffset now, CancellationToken stop)
    {
        await using var db = database.Open();
        foreach (var standing in await Standing.Of(db, db.Set<Award>().AsNoTracking().Where(a => a.ClosedAt == null && a.Parts.Any())))
            foreach (var part in standing.Parts)
            {
                if (part is not { DueAt: { } due, PaidAt: { } paid }) continue;
                stop.ThrowIfCancellationRequested();
                string? name = now - paid < Fresh ? "report-wanted" : due <= now && now - due < Fresh ? "report-late" : due - Soon <= now && now < due ? "report-soon" : null;
                if (name is not null) await Write(standing, part, due, name, now);
            }
    }

    private Task<Outcome<Done>> Write(Standing standing, PartStanding part, DateTimeOffset due, string name, DateTimeOffset now) => work.Run<Done>(null, async db =>
    {
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == standing.Award.FundId);
        foreach (var (one, i) in (await AwardTeam.Of(db, standing.Award)).Select((one, i) => (one, i)))
            await outbox.Write(db, now, fund.Id, i == 0 ? $"{name}/{part.Part.Id:N}" : $"{name}/{part.Part.Id:N}/{one.Id:N}", one, name, standing.Award.Proposal.Title, due, address.Of(fund, $"/mijn/toekenningen/{standing.Award.Number}"));
        return Done.It;
    });
}
