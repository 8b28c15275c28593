using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>Tells the desk which earmarks end this year, or have ended, while money with them is still free: no round can use it after.</summary>
public sealed class EndingEarmarks : IDeskTasks
{
    /// <summary>From here in its last year: a round needs months.</summary>
    private const int FromMonth = 7;

    public async Task<IReadOnlyList<DeskTask>> For(Viewer who, WijkfondsContext db, Words words, DateTimeOffset now)
    {
        if (!who.IsMember) return [];
        var ending = await db.Set<Earmark>().AsNoTracking().Include(e => e.Contributor.Party).Where(e => e.ConfirmedAt != null && e.LastYear != null)
            .OrderBy(e => e.Contributor.Number).ThenBy(e => e.Number).ToListAsync();
        if (ending.Count == 0) return [];
        var today = await Book.Today(db, now, ending[0].FundId);
        var free = (await Layers.On(db, ending[0].FundId, LedgerAccount.Free, null)).ToDictionary(l => l.Layer.Reference, l => l.Amount);
        return [.. ending.Where(e => free.GetValueOrDefault(e.Id) > Cents.Zero && From(e) <= today).Select(e =>
        {
            var key = today.Year > e.LastYear ? "earmark.task.over" : "earmark.task.ends";
            return new DeskTask(words[key, free[e.Id], e.Name, e.Contributor.Party.Name, e.LastYear!.Value.ToString(CultureInfo.InvariantCulture)],
                string.Create(CultureInfo.InvariantCulture, $"/bijdragers/{e.Contributor.Number}/oormerken/{e.Number}"), new DateTimeOffset(From(e), default, TimeSpan.Zero), words[$"{key}.nothing"]);
        })];
    }

    private static DateOnly From(Earmark earmark) => new(earmark.LastYear!.Value, FromMonth, 1);
}
