using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>The entries that an account of the chart is the sum of: what accountants call its card.</summary>
public static class ChartCard
{
    /// <summary>Precisely the entries that debit or credit this account, in no order yet.</summary>
    public static async Task<IQueryable<JournalEntry>> Entries(WijkfondsContext db, Guid fund, ChartAccount account, int? from, int? until)
    {
        var (layers, givers) = (await Layers.Of(db, fund), await ChartFigures.Givers(db, fund));
        var entries = db.Set<JournalEntry>().AsNoTracking().Where(e => e.FundId == fund);
        var lines = db.Set<JournalLine>().Where(l => l.FundId == fund);
        // The chart itself says which accounts, kinds and layers come here, so that a new kind is not forgotten.
        var places = (from ledger in Enum.GetValues<LedgerAccount>()
                      from kind in Enum.GetValues<EntryKind>()
                      from layer in layers.InOrder
                      where Chart.Of(ledger, kind, layer.IsBound, givers.TryGetValue(layer.Contributor, out var giver) ? giver : null, new Cents(1)).Any(p => p.Account == account)
                      select (ledger, kind, layer.Reference)).ToList();
        var (accounts, kinds, references) = (places.Select(p => p.ledger).Distinct().ToList(), places.Select(p => p.kind).Distinct().ToList(), places.Select(p => p.Reference).Distinct().ToList());
        var found = entries.Where(e => (kinds.Contains(e.Kind) && e.Reverses == null) || entries.Any(o => o.Sequence == e.Reverses && kinds.Contains(o.Kind)));
        found = found.Where(e => lines.Any(l => l.EntryId == e.Id && accounts.Contains(l.Account) && references.Contains(l.Party)));
        if (from is { } first) found = found.Where(e => e.ValueDate >= new DateOnly(first, 1, 1));
        if (until is { } last) found = found.Where(e => e.ValueDate < new DateOnly(last + 1, 1, 1));
        return found;
    }
}
