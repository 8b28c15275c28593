using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Cash;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>A part of the difference between bank and book. Its words are "bank.why.{Name}".</summary>
public sealed record BalanceReason(string Name, Cents Amount);

/// <summary>A list that does not begin where the one before it ended: something in between was not read. Or it does, but the bank's own numbering jumps.</summary>
/// <param name="Numbers">The bank's numbers before and after the jump; null where only the amounts tell.</param>
public sealed record StatementGap(DateOnly After, DateOnly Before, Cents Ended, Cents Begins, (int After, int Before)? Numbers = null);

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
        var released = (await Outgoing.All(db, released: true)).ToDictionary(o => o.Id, o => o.Entry);
        var brought = await db.Set<CashSlip>().Where(s => s.EntrySequence != null).ToDictionaryAsync(s => s.Id, s => s.EntrySequence);
        var covered = live.Select(m => m.EntrySequence ?? deposits.GetValueOrDefault(m.Subject) ?? released.GetValueOrDefault(m.Subject) ?? brought.GetValueOrDefault(m.Subject)).OfType<long>().ToHashSet();
        var entries = await db.Set<JournalEntry>().Where(e => e.Lines.Any(l => l.Account == LedgerAccount.Bank))
            .Select(e => new { e.Sequence, e.Kind, e.ValueDate, e.Reverses, Amount = e.Lines.Where(l => l.Account == LedgerAccount.Bank).Sum(l => l.Amount.Value) }).ToListAsync();
        // An entry and the reversal that took it back are together nothing; a returned payment is two real movements.
        var undone = entries.Where(e => e.Kind == EntryKind.Reversal).SelectMany(e => new[] { e.Sequence, e.Reverses!.Value }).ToHashSet();
        var uncovered = entries.Where(e => !covered.Contains(e.Sequence) && !undone.Contains(e.Sequence)).ToList();
        // What was booked before the first list is in its opening balance, but for money that may still have been under way then.
        var earlier = uncovered.ToLookup(e => e.ValueDate < (e.Amount < 0 ? first.From.AddDays(-Math.Min(DaysUnderWay, first.From.DayNumber)) : first.From));
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

    /// <summary>When the bank was last read; null when never. A file that ends before another one that was there says nothing about now.</summary>
    public static async Task<DateTimeOffset?> LastRead(WijkfondsContext db)
    {
        var files = await db.Set<BankFile>().OrderBy(f => f.Number).Select(f => new { f.ReadAt, Until = f.Statements.Max(s => s.Until) }).ToListAsync();
        var furthest = files.Select(f => f.Until).DefaultIfEmpty().Max();
        return files.LastOrDefault(f => f.Until == furthest)?.ReadAt;
    }

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
        {
            var (before, after) = (statements[i - 1], statements[i]);
            if (after.From < before.Until || after.Opens is not { } begins || before.Closes is not { } ended) continue;
            // Money that came and went between two lists leaves the balance as it was; the bank's numbers still tell.
            var jump = after.Until.Year == before.Until.Year && NumberOf(before) is { } one && NumberOf(after) is { } two && two > one + 1 ? (one, two) : ((int, int)?)null;
            if (begins != ended || jump is not null) gaps.Add(new(before.Until, after.From, ended, begins, jump));
        }
        return gaps;
    }

    /// <summary>The number of a CAMT list (ElctrncSeqNb); other lists have a name instead.</summary>
    private static int? NumberOf(BankStatement statement) =>
        statement.Number.Length is > 0 and <= 9 && statement.Number.All(char.IsAsciiDigit) ? int.Parse(statement.Number, System.Globalization.CultureInfo.InvariantCulture) : null;
}
