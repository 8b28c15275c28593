using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements.ByEarmark;

/// <summary>How a contributor's euros of one earmark came to stand where they stand, or (0) those that it did not bind, or (null) all of them.</summary>
public sealed record EarmarkFlow(int? Earmark, string Name, StatementFlow Flow)
{
    public string Say(Words words) => Earmark switch
    {
        null => words["contributors.together"],
        0 => words["statement.unbound"],
        { } number => words["statement.earmark", number, Name],
    };

    /// <summary>Unbound first, then each earmark that ever held money, by number; none where nothing was bound. Together they are the whole flow.</summary>
    public static async Task<IReadOnlyList<EarmarkFlow>> Of(WijkfondsContext db, IEnumerable<Layer> layers, EntryFilter whose, Period period, Movements before, Movements during)
    {
        var (first, then) = (before.Rows.ToLookup(r => r.Party), during.Rows.ToLookup(r => r.Party));
        var held = layers.Where(l => !l.IsBound || first.Contains(l.Reference) || then.Contains(l.Reference)).Order().ToList();
        if (held.Count < 2) return [];
        var bound = held.Select(l => l.Reference).ToList();
        var names = await db.Set<Earmark>().Where(e => bound.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name);
        return [.. held.Select(l => new EarmarkFlow(l.Earmark, names.GetValueOrDefault(l.Reference, ""),
            StatementFlow.Of(whose with { Earmark = l.Earmark }, period, new Movements([.. first[l.Reference]]), new Movements([.. then[l.Reference]]))))];
    }
}
