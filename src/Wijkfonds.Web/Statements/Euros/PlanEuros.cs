using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Euros;

/// <summary>Whose euros one plan gets: promised in all (with what came on top or was not needed), and paid (less what the team gave back).</summary>
public sealed record PlanGiver(int Contributor, string Name, Figure Promised, Figure Paid);

/// <summary>The way of one plan's euros, from who gave to what was paid.</summary>
public sealed record PlanEuros(Award Award, IReadOnlyList<PlanGiver> Givers, IReadOnlyList<JournalEntry> Entries)
{
    /// <param name="own">What the fund's own money is called.</param>
    public static async Task<PlanEuros?> Of(WijkfondsContext db, Guid fund, Guid proposal, string own)
    {
        var award = await db.Set<Award>().AsNoTracking().Include(a => a.Proposal.Round).SingleOrDefaultAsync(a => a.ProposalId == proposal);
        if (award is null) return null;
        var filter = new EntryFilter { Award = award.Number };
        var lines = filter.Lines(db);
        var entries = await db.Set<JournalEntry>().AsNoTracking().Include(e => e.Lines).Where(e => lines.Any(l => l.EntryId == e.Id)).OrderBy(e => e.Sequence).ToListAsync();
        var reverses = entries.Select(e => e.Reverses).OfType<long>().ToList();
        var reversed = await db.Set<JournalEntry>().Where(e => reverses.Contains(e.Sequence)).ToDictionaryAsync(e => e.Sequence, e => e.Kind);
        var layers = await Layers.Of(db, fund);
        var names = await db.Set<Contributor>().Select(c => new { c.Number, c.Party.Name }).ToDictionaryAsync(c => c.Number, c => c.Name);
        var moved = entries.SelectMany(e => e.Lines.Where(l => l.Account == LedgerAccount.Awarded && l.Subject == award.Id)
            .Select(l => (Giver: layers[l.Party].Contributor, IsPaid: (e.Reverses is { } r ? reversed[r] : e.Kind) == EntryKind.Payment, l.Amount))).ToList();
        return new(award, [.. moved.GroupBy(m => m.Giver).OrderBy(g => g.Key).Select(g =>
        {
            var whose = filter with { Contributor = g.Key, Account = LedgerAccount.Awarded };
            return new PlanGiver(g.Key, g.Key > 0 ? names[g.Key] : own,
                new Figure("promised", -Sum(g.Where(m => !m.IsPaid).Select(m => m.Amount)), (whose with { Promise = true }).Path),
                new Figure("paid", Sum(g.Where(m => m.IsPaid).Select(m => m.Amount)), (whose with { Kind = EntryKind.Payment }).Path));
        })], entries);
    }

    private static Cents Sum(IEnumerable<Cents> amounts) => amounts.Aggregate(Cents.Zero, (sum, a) => sum + a);
}
