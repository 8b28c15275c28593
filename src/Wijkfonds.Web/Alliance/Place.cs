using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Alliance;

/// <summary>A seat through time: its newest row, and who holds it now. One that nobody holds is vacant, never gone.</summary>
public sealed record Place(Body Body, int Number, SeatOrigin Origin, Post Post, string Organisation, Seat? Holder)
{
    /// <summary>All places, in the order of body and number.</summary>
    public static async Task<IReadOnlyList<Place>> All(WijkfondsContext db, DateTimeOffset now)
    {
        var seats = await db.Set<Seat>().AsNoTracking().Where(s => s.From <= now).ToListAsync();
        return [.. seats.GroupBy(s => (s.Body, s.Number)).OrderBy(g => g.Key.Body).ThenBy(g => g.Key.Number).Select(rows =>
        {
            var last = rows.OrderBy(s => s.From).Last();
            return new Place(last.Body, last.Number, last.Origin, last.Post, last.Organisation, last.IsHeldAt(now) && last.AccountId is not null ? last : null);
        })];
    }
}
