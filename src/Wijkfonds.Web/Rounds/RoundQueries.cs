using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Rounds;

/// <summary>A round is always loaded whole: its phase follows from its acts, its rules from its sections and themes.</summary>
public static class RoundQueries
{
    public static IQueryable<Round> Rounds(this WijkfondsContext db) => db.Set<Round>()
        .Include(r => r.Sections.OrderBy(s => s.Number)).Include(r => r.Themes.OrderBy(t => t.Number)).Include(r => r.Acts.OrderBy(a => a.At))
        .AsSplitQuery();

    public static Task<Round?> Round(this WijkfondsContext db, int number) => db.Rounds().SingleOrDefaultAsync(r => r.Number == number);

    public static Task<Round?> Round(this WijkfondsContext db, Guid id) => db.Rounds().SingleOrDefaultAsync(r => r.Id == id);
}
