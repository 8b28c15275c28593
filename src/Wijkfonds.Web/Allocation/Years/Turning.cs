using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Years;

/// <summary>
/// Conditional years become commitments: those whose money arrived and is free, in turn, each in full or not at all. Who comes
/// first and finds too little keeps what it found: a smaller one behind it does not overtake. Safe to do twice.
/// </summary>
public sealed class Turning(Book book, TellingYears telling)
{
    /// <returns>How many became a commitment.</returns>
    public async Task<int> Turn(WijkfondsContext db, DateTimeOffset now, Guid fund)
    {
        if (!await db.Set<ConditionalYear>().AnyAsync(y => y.FundId == fund && y.TurnedAt == null && y.EndedAt == null)) return 0;
        await Lapse(db, now, fund);
        var standings = await YearStandings.Of(db, fund, await Book.Today(db, now, fund));
        var (free, turned) = (new Cover(await Layers.On(db, fund, LedgerAccount.Free, null)), 0);
        foreach (var row in standings.Waiting.Where(s => s.State == YearState.Arrived).Select(s => s.Row))
        {
            var parts = free.Take(row.Amount, standings.Earmarks.For(row.Award.ProposalId, row.Year, row.Amount));
            if (parts.Sum() < row.Amount) continue;
            var entry = await Commit(db, now, row, parts);
            if (entry.Refused) continue;
            await telling.Turned(db, now, row.Award, row);
            turned++;
        }
        return turned;
    }

    /// <summary>The commitment, and the parts in which the team gets it. The first does not wait for a report on the year before: plans do not stop each January.</summary>
    private async Task<Outcome<JournalEntry>> Commit(WijkfondsContext db, DateTimeOffset now, ConditionalYear row, IReadOnlyList<LayerAmount> parts)
    {
        var standing = (await Standing.Of(db, db.Set<Award>().AsNoTracking().Where(a => a.Id == row.AwardId))).Single();
        var entry = await book.PromiseYear(db, now, row.FundId, row.AwardId, parts);
        if (entry.Refused) return entry;
        (row.TurnedAt, row.EntrySequence) = (now, entry.Value.Sequence);
        // An award of before there were parts has none for its later years either.
        if (standing.HasParts)
            db.AddRange(AwardPart.ForYear(row.FundId, row.AwardId, row.Year, row.Amount, await MoneyRules.Of(db, row.FundId), standing.Parts.Max(p => p.Part.Number), standing.Paid + standing.Left));
        await db.SaveChangesAsync();
        return entry;
    }

    /// <summary>A plan that was closed, or gave everything back, has no later years.</summary>
    private async Task Lapse(WijkfondsContext db, DateTimeOffset now, Guid fund)
    {
        var awards = await db.Set<Award>().Include(a => a.Proposal).Where(a => db.Set<ConditionalYear>().Any(y => y.FundId == fund && y.AwardId == a.Id && y.TurnedAt == null && y.EndedAt == null)).OrderBy(a => a.Number).ToListAsync();
        foreach (var award in awards)
            if (award.ClosedAt is not null || await PromisingYears.IsHandedBack(db, award)) await telling.Lapse(db, now, award);
        await db.SaveChangesAsync();
    }
}
