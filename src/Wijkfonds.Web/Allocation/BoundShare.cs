using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation;

/// <summary>
/// What one earmark's euros in a section came to: set apart, promised to plans that won, and back to the earmark. Before the
/// result is confirmed it is what the booking will be: each award takes from all layers of the section in proportion.
/// </summary>
public sealed record BoundShare(Section Section, string Earmark, string Giver, Cents Reserved, Cents Awarded)
{
    public Cents Rest => Reserved - Awarded;

    /// <summary>In order of section, then of layers; a section without earmarked euros has none.</summary>
    public static async Task<IReadOnlyList<BoundShare>> Of(WijkfondsContext db, Round round, IReadOnlyList<SectionResult> results)
    {
        var (shares, layers) = (new List<BoundShare>(), await Layers.Of(db, round.FundId));
        foreach (var result in results)
        {
            var held = await Held(db, result.SectionId);
            var bound = layers.InOrder.Where(l => held.ContainsKey(l.Reference)).ToList();
            if (!bound.Any(l => l.IsBound)) continue;
            var left = bound.Select(l => held[l.Reference]).ToArray();
            foreach (var plan in result.Elected)
            {
                var parts = Division.InProportion(plan.Plan.Cost, [.. left.Select(l => l.Value)]);
                for (var i = 0; i < left.Length; i++) left[i] -= parts[i];
            }
            for (var i = 0; i < bound.Count; i++)
                if (bound[i].IsBound)
                {
                    var earmark = await db.Set<Earmark>().AsNoTracking().Include(e => e.Contributor.Party).SingleAsync(e => e.Id == bound[i].Reference);
                    shares.Add(new(result.Section, earmark.Name, earmark.Contributor.Party.Name, held[earmark.Id], held[earmark.Id] - left[i]));
                }
        }
        return shares;
    }

    /// <summary>What was set apart by layer, before any award: reservations less what was taken out again before the count.</summary>
    private static async Task<Dictionary<Guid, Cents>> Held(WijkfondsContext db, Guid section)
    {
        // The last reservation is the last change before the count: an earmark taken out is released first, and replaced after.
        var until = await db.Set<JournalEntry>().Where(e => e.Subject == section && e.Kind == EntryKind.Reservation).Select(e => (long?)e.Sequence).MaxAsync() ?? 0;
        var sums = await db.Set<JournalLine>().Where(l => l.Account == LedgerAccount.Reserved && l.Subject == section
            && db.Set<JournalEntry>().Any(e => e.Id == l.EntryId && e.Sequence <= until)).GroupBy(l => l.Party).Select(g => new { g.Key, Sum = g.Sum(l => l.Amount.Value) }).ToListAsync();
        return sums.Where(s => s.Sum < 0).ToDictionary(s => s.Key, s => new Cents(-s.Sum));
    }
}
