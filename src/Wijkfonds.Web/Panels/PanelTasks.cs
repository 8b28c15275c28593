using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Panels;

/// <summary>Draws that wait for a member: a closed list to announce, a source that spoke.</summary>
public sealed class PanelTasks : IDeskTasks
{
    public async Task<IReadOnlyList<DeskTask>> For(Viewer who, WijkfondsContext db, Words words, DateTimeOffset now)
    {
        if (!who.IsMember) return [];
        var tasks = new List<DeskTask>();
        foreach (var panel in await db.Panels().AsNoTracking().Where(p => p.Held == null).OrderBy(p => p.Round.Number).ToListAsync())
        {
            var proposed = await db.Set<Decision>().AnyAsync(d => d.Subject == panel.Id && d.CarriedAt == null && d.DroppedAt == null);
            if (proposed || panel.IsStopped) continue;
            var path = $"/rondes/{panel.Round.Number}/loting";
            if (panel.StageAt(now) == PanelStage.ListClosed)
                tasks.Add(new(words["draw.task.announce", panel.Round.Name], path + "/aankondigen", panel.Closes.Instant, words["draw.task.nothing"]));
            if (panel.StageAt(now) == PanelStage.SourceSpoke)
                tasks.Add(new(words["draw.task.hold", panel.Round.Name], path + "/trekken", panel.Announced!.Speaks.Instant, words["draw.task.nothing"]));
        }
        return tasks;
    }
}
