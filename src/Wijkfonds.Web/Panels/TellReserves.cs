using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Panels;

/// <summary>Tells who moved up, whether someone declined or erased their account. Each once, by the mail's key.</summary>
public sealed class TellReserves(Database database, Work work, PanelMails mails) : IJob
{
    public string Name => "panel-reserves";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Run(DateTimeOffset now, CancellationToken stop)
    {
        List<Guid> moving;
        await using (var db = database.Open())
            moving = await db.Set<Panel>().Where(p => p.Held != null && p.Candidates.Any(c => c.Answer == Answer.Declined)).Select(p => p.Id).ToListAsync(stop);
        foreach (var id in moving)
            await work.Run<Done>(null, async db =>
            {
                var panel = await db.Panels().SingleAsync(p => p.Id == id);
                var fund = await db.Set<Fund>().SingleAsync(f => f.Id == panel.FundId);
                foreach (var up in Seating.Of(panel).Where(s => s.Place > panel.Seats && s.State == SeatState.Invited))
                    await mails.MovedUp(db, now, fund, panel, up);
                return Done.It;
            });
    }
}
