using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.GivingBack;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>A part of the difference between bank and book. Its words are "bank.why.{Name}".</summary>
public sealed record BalanceReason(string Name, Cents Amount);

/// <summary>A list that does not begin where the one before it ended: something in between was not read.</summary>
public sealed record StatementGap(DateOnly After, DateOnly Before, Cents Ended, Cents Begins);

/// <summary>
/// What the bank says, what the book says, and what the difference is made of: bank = book + the reasons together. A reason
/// of an unknown kind ("gap") is what is left when all that can be named is named; it should be nothing.
/// </summary>
public sealed record BankBalance(Cents Book, Cents? Bank, DateOnly? On, IReadOnlyList<BalanceReason> Reasons, IReadOnlyList<StatementGap> Gaps)
{
    public static async Task<BankBalance> Of(WijkfondsContext db)
    {
        var byBook = new Cents(await db.Set<JournalLine>().Where(l => l.Account == LedgerAccount.Bank).SumAsync(l => l.Amount.Value));
        var statements = (await db.Set<BankStatement>().AsNoTracking().Join(db.Set<BankFile>(), s => s.FileId, f => f.Id, (s, f) => new { Statement = s, f.Number }).ToListAsync())
            .OrderBy(s => s.Statement.Until).ThenBy(s => s.Number).ThenBy(s => s.Statement.Position).Select(s => s.Statement).Where(s => s is { Opening: not null, Closing: not null }).ToList();
        if (statements.Count == 0) return new(byBook, null, null, [], []);
        var (first, last) = (statements.MinBy(s => s.From)!, statements[^1]);
        // A later list without balances moves on from the last balance that the bank gave.
        var after = await db.Set<BankLine>().Where(l => l.BookedOn > last.Until && db.Set<BankStatement>().Any(s => s.Id == l.StatementId && s.Closing == null))
            .Select(l => new { l.BookedOn, Amount = l.Amount.Value }).ToListAsync();
        var (bank, on) = (last.Closes!.Value + new Cents(after.Sum(l => l.Amount)), after.Select(l => l.BookedOn).Append(last.Until).Max());

        var live = await LiveMarks.Of(db).Select(m => new { m.Kind, m.Subject, Amount = m.Amount.Value, m.EntrySequence }).ToListAsync();
        var deposits = await db.Set<Deposit>().Select(d => new { d.Id, d.EntrySequence }).ToDictionaryAsync(d => d.Id, d => d.EntrySequence);
        var payments = await db.Set<Payment>().Where(p => p.EntrySequence != null).Select(p => new { p.Id, p.EntrySequence }).ToDictionaryAsync(p => p.Id, p => p.EntrySequence);
        var refunds = await db.Set<Refund>().Where(r => r.EntrySequence != null).ToDictionaryAsync(r => r.Id, r => r.EntrySequence);
        var covered = live.Select(m => m.EntrySequence ?? deposits.GetValueOrDefault(m.Subject) ?? payments.GetValueOrDefault(m.Subject) ?? refunds.GetValueOrDefault(m.Subject)).OfType<long>().ToHashSet();
        var entries = await db.Set<JournalEntry>().Where(e => e.Lines.Any(l => l.Account == LedgerAccount.Bank))
            .Select(e => new { e.Sequence, e.Kind, e.ValueDate, e.Reverses, Amount = e.Lines.Where(l => l.Account == LedgerAccount.Bank).Sum(l => l.Amount.Value) }).ToListAsync();
        // An entry and the reversal that took it back are together nothing; a returned payment is two real movements.
        var undone = entries.Where(e => e.Kind == EntryKind.Reversal).SelectMany(e => new[] { e.Sequence, e.Reverses!.Value }).ToHashSet();
        var uncovered = entries.Where(e => !covered.Contains(e.Sequence) && !undone.Contains(e.Sequence)).ToList();
        // What was booked before the first list is in its opening balance, but for money that may still have been under way then.
        var earlier = uncovered.ToLookup(e => e.ValueDate < (e.Amount < 0 ? first.From.AddDays(-DaysUnderWay) : first.From));
        var before = earlier[true].Sum(e => e.Amount);
        var since = earlier[false].ToLookup(e => e.Amount < 0);

        List<BalanceReason> reasons =
        [
            new("under-way", new(-since[true].Sum(e => e.Amount))), new("by-hand", new(-since[false].Sum(e => e.Amount))),
            new("unconfirmed", new(live.Where(m => m.Kind == BankMarkKind.Deposit && deposits.GetValueOrDefault(m.Subject) is null).Sum(m => m.Amount))),
            new("words", new(live.Where(m => m.Kind == BankMarkKind.Words).Sum(m => m.Amount))),
            new("open", (await LiveMarks.Open(db)).Values.Aggregate(Cents.Zero, (sum, left) => sum + left)),
            new("start", first.Opens!.Value - new Cents(before)),
        ];
        var named = reasons.Aggregate(byBook, (sum, r) => sum + r.Amount);
        reasons.Add(new("gap", bank - named));
        return new(byBook, bank, on, [.. reasons.Where(r => r.Amount != Cents.Zero)], GapsOf(statements));
    }

    /// <summary>A released payment reaches the bank within these days.</summary>
    private const int DaysUnderWay = 10;

    /// <summary>When the bank was last read; null when never.</summary>
    public static async Task<DateTimeOffset?> LastRead(WijkfondsContext db) =>
        await db.Set<BankFile>().OrderByDescending(f => f.Number).Select(f => (DateTimeOffset?)f.ReadAt).FirstOrDefaultAsync();

    public const int OverdueDays = 35;

    /// <summary>Since when reading is overdue; null when it is not. Before the first time, it counts from when the account was decided.</summary>
    public static async Task<DateTimeOffset?> Overdue(WijkfondsContext db, Guid fund, DateTimeOffset now)
    {
        var since = await LastRead(db) ?? (await MoneyRules.Of(db, fund)).DecidedAt;
        return since is { } from && now - from > TimeSpan.FromDays(OverdueDays) ? from.AddDays(OverdueDays) : null;
    }

    private static List<StatementGap> GapsOf(List<BankStatement> statements)
    {
        var gaps = new List<StatementGap>();
        for (var i = 1; i < statements.Count; i++)
            if (statements[i].From >= statements[i - 1].Until && statements[i].Opens is { } begins && statements[i - 1].Closes is { } ended && begins != ended)
                gaps.Add(new(statements[i - 1].Until, statements[i].From, ended, begins));
        return gaps;
    }
}
