using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Panels;

/// <summary>A panel is always read whole: its rules look at the list, the draw and the round together.</summary>
public static class PanelsOfFund
{
    public static IQueryable<Panel> Panels(this WijkfondsContext db) => db.Set<Panel>().AsSplitQuery()
        .Include(p => p.Candidates).Include(p => p.Announced).Include(p => p.Held).Include(p => p.Round).ThenInclude(r => r.Acts);

    public static Task<Panel?> PanelOf(this WijkfondsContext db, Guid round) => db.Panels().SingleOrDefaultAsync(p => p.RoundId == round);

    public static Task<Round?> RoundForPanel(this WijkfondsContext db, int number) =>
        db.Set<Round>().Include(r => r.Acts).SingleOrDefaultAsync(r => r.Number == number);
}
