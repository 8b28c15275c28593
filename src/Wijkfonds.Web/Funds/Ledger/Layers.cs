using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>All layers of a fund. A contributor's euros are those of all its layers, unbound and bound.</summary>
public sealed class Layers(IReadOnlyDictionary<Guid, Layer> all)
{
    /// <summary>In order: contributor number, then earmark number.</summary>
    public IEnumerable<Layer> InOrder => all.Values.Order();

    /// <summary>The layer that a line of the book names.</summary>
    public Layer this[Guid reference] => all[reference];

    /// <summary>The reference of the fund's own euros, contributor 0: nobody's, so there is nothing about it to erase.</summary>
    public static Guid Own(Guid fund) => fund;

    public static async Task<Layers> Of(WijkfondsContext db, Guid fund)
    {
        var unbound = await db.Set<Contributor>().Where(c => c.FundId == fund).Select(c => new { c.PartyId, c.Number }).ToListAsync();
        var bound = await db.Set<Earmark>().Where(e => e.FundId == fund).Select(e => new { e.Id, e.Contributor.Number, Earmark = e.Number }).ToListAsync();
        return new(unbound.Select(c => new Layer(c.PartyId, c.Number, 0)).Concat(bound.Select(e => new Layer(e.Id, e.Number, e.Earmark)))
            .Append(new Layer(Own(fund), 0, 0)).ToDictionary(l => l.Reference));
    }

    /// <summary>Whose euros lie on an account, in the order of layers.</summary>
    public static async Task<IReadOnlyList<LayerAmount>> On(WijkfondsContext db, Guid fund, LedgerAccount account, Guid? subject)
    {
        var sums = await db.Set<JournalLine>().Where(l => l.FundId == fund && l.Account == account && l.Subject == subject)
            .GroupBy(l => l.Party).Select(g => new { Reference = g.Key, Sum = g.Sum(l => l.Amount.Value) }).ToListAsync();
        var layers = await Of(db, fund);
        return [.. sums.Where(s => s.Sum != 0).Select(s => new LayerAmount(layers[s.Reference], new Cents(checked(-s.Sum)))).OrderBy(l => l.Layer)];
    }

    /// <summary>Whose euros lay on an account on a day and on every day since, in the order of layers: what came later, or went since, is not among them.</summary>
    public static async Task<IReadOnlyList<LayerAmount>> Since(WijkfondsContext db, Guid fund, LedgerAccount account, Guid? subject, DateOnly day)
    {
        var since = new List<LayerAmount>();
        foreach (var layer in await On(db, fund, account, subject))
        {
            var (left, least) = (layer.Amount, layer.Amount);
            foreach (var (_, later) in await After(db, db.Set<JournalLine>().Where(l => l.FundId == fund && l.Account == account && l.Subject == subject && l.Party == layer.Layer.Reference), day))
                least = Cents.Min(least, left += later);
            if (least > Cents.Zero) since.Add(layer with { Amount = least });
        }
        return since;
    }

    /// <summary>What moved on each day after this one, the last day first; debit positive.</summary>
    public static async Task<IReadOnlyList<(DateOnly Day, Cents Moved)>> After(WijkfondsContext db, IQueryable<JournalLine> lines, DateOnly day) =>
        [.. (await (from line in lines
                    join entry in db.Set<JournalEntry>() on line.EntryId equals entry.Id
                    where entry.ValueDate > day
                    group line by entry.ValueDate into moved
                    select new { moved.Key, Sum = moved.Sum(l => l.Amount.Value) }).ToListAsync())
            .OrderByDescending(m => m.Key).Select(m => (m.Key, new Cents(m.Sum)))];

    /// <summary>
    /// What was set apart for a section by layer, in order, as it stood before any award. Its last reservation is the last
    /// change before the count: an earmark that is taken out is released first, and replaced after.
    /// </summary>
    public static async Task<IReadOnlyList<LayerAmount>> SetApart(WijkfondsContext db, Guid fund, Guid section)
    {
        var entries = db.Set<JournalEntry>().Where(e => e.FundId == fund);
        var until = await entries.Where(e => e.Subject == section && e.Kind == EntryKind.Reservation).MaxAsync(e => (long?)e.Sequence) ?? 0;
        var sums = await db.Set<JournalLine>().Where(l => l.FundId == fund && l.Account == LedgerAccount.Reserved && l.Subject == section
            && entries.Any(e => e.Id == l.EntryId && e.Sequence <= until)).GroupBy(l => l.Party).Select(g => new { g.Key, Sum = g.Sum(l => l.Amount.Value) }).ToListAsync();
        var layers = await Of(db, fund);
        return [.. sums.Where(s => s.Sum < 0).Select(s => new LayerAmount(layers[s.Key], new Cents(-s.Sum))).OrderBy(l => l.Layer)];
    }

    /// <summary>Free money that no giver bound: what the costs of the fund itself, petty cash and supplements are taken from.</summary>
    public static async Task<IReadOnlyList<LayerAmount>> Unbound(WijkfondsContext db, Guid fund) =>
        [.. (await On(db, fund, LedgerAccount.Free, null)).Where(l => !l.Layer.IsBound)];

    public static async Task<bool> Exists(WijkfondsContext db, Guid fund, Guid reference) =>
        reference == Own(fund)
        || await db.Set<Contributor>().AnyAsync(c => c.FundId == fund && c.PartyId == reference)
        || await db.Set<Earmark>().AnyAsync(e => e.FundId == fund && e.Id == reference);

    /// <summary>The lines of one contributor's euros (0: the fund's own): all of them, or of one earmark (0: the unbound ones).</summary>
    public static IQueryable<JournalLine> Lines(WijkfondsContext db, int contributor, int? earmark = null)
    {
        var lines = db.Set<JournalLine>();
        if (contributor == 0) return earmark > 0 ? lines.Where(l => false) : lines.Where(l => l.Party == l.FundId);
        var unbound = db.Set<Contributor>().Where(c => c.Number == contributor).Select(c => new { c.FundId, Reference = c.PartyId });
        var bound = db.Set<Earmark>().Where(e => e.Contributor.Number == contributor && (earmark == null || e.Number == earmark)).Select(e => new { e.FundId, Reference = e.Id });
        return earmark switch
        {
            null => lines.Where(l => unbound.Any(u => u.FundId == l.FundId && u.Reference == l.Party) || bound.Any(b => b.FundId == l.FundId && b.Reference == l.Party)),
            0 => lines.Where(l => unbound.Any(u => u.FundId == l.FundId && u.Reference == l.Party)),
            _ => lines.Where(l => bound.Any(b => b.FundId == l.FundId && b.Reference == l.Party)),
        };
    }
}
