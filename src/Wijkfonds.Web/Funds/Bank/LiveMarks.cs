using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>What lines turned out to be, as it holds now.</summary>
public static class LiveMarks
{
    /// <summary>
    /// The marks that hold: not taken back, not of a deposit that was voted down, and not of an entry that was reversed.
    /// A payment that came back did leave: the line of its leaving keeps its mark, the line of its return has its own.
    /// </summary>
    public static IQueryable<BankMark> Of(WijkfondsContext db)
    {
        var marks = db.Set<BankMark>();
        var entries = db.Set<JournalEntry>();
        return marks.Where(m => m.Kind != BankMarkKind.Undo && !marks.Any(u => u.Kind == BankMarkKind.Undo && u.Subject == m.Id)
            && !entries.Any(e => e.FundId == m.FundId && m.EntrySequence != null && e.Reverses == m.EntrySequence)
            && !(m.Kind == BankMarkKind.Deposit && (db.Set<Decision>().Any(d => d.Kind == DecisionKind.ConfirmDeposit && d.Subject == m.Subject && d.DroppedAt != null)
                || db.Set<Deposit>().Any(d => d.Id == m.Subject && entries.Any(e => e.FundId == d.FundId && e.Reverses == d.EntrySequence && d.EntrySequence != null)))));
    }

    /// <summary>What the bank's list showed leaving: the ids of released money. Refunds had a mark of their own name before all was one.</summary>
    public static IQueryable<Guid> Gone(WijkfondsContext db) => Of(db).Where(m => m.Kind == BankMarkKind.Payment || m.Kind == BankMarkKind.Refund).Select(m => m.Subject);

    /// <summary>What of each line is still unexplained; lines that are wholly explained are not in it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Cents>> Open(WijkfondsContext db)
    {
        var lines = await db.Set<BankLine>().Select(l => new { l.Id, Amount = l.Amount.Value }).ToListAsync();
        var marked = await Of(db).GroupBy(m => m.LineId).Select(g => new { g.Key, Sum = g.Sum(m => m.Amount.Value) }).ToDictionaryAsync(g => g.Key, g => g.Sum);
        return lines.Select(l => (l.Id, Left: l.Amount - marked.GetValueOrDefault(l.Id))).Where(l => l.Left != 0).ToDictionary(l => l.Id, l => new Cents(l.Left));
    }

    public static async Task<Cents> LeftOf(WijkfondsContext db, BankLine line) =>
        line.Amount - new Cents(await Of(db).Where(m => m.LineId == line.Id).SumAsync(m => m.Amount.Value));
}
