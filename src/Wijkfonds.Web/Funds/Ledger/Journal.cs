using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>One amount that moves; debit positive.</summary>
public sealed record Movement(LedgerAccount Account, Guid Party, Guid? Subject, Cents Amount);

/// <summary>Adds an entry to the chain. The head is advanced only from where it was read; who comes second tries again.</summary>
internal static class Journal
{
    public static async Task<Outcome<JournalEntry>> Write(WijkfondsContext db, DateTimeOffset now, Guid fund, EntryKind kind,
        DateOnly valueDate, Guid subject, IReadOnlyList<Movement> movements, long? reverses = null)
    {
        foreach (var party in movements.GroupBy(m => m.Party))
            if (party.Aggregate(Cents.Zero, (sum, m) => sum + m.Amount) != Cents.Zero)
                throw new InvalidOperationException($"A {kind} does not balance for one of its parties.");
        if (await BookYear.Bars(db, fund, valueDate) is { } closed) return closed;
        if (await Overdrawn(db, now, fund, kind, valueDate, movements) is { } refusal) return refusal;

        var head = await db.Set<LedgerHead>().AsNoTracking().SingleOrDefaultAsync(h => h.FundId == fund);
        var sequence = checked((head?.Sequence ?? 0) + 1);
        var previous = head?.Hash ?? Chain.Start;
        var lines = movements.Select((m, i) => new JournalLine
        {
            FundId = fund, Position = i + 1, Account = m.Account, Party = m.Party, Subject = m.Subject, Amount = m.Amount,
        }).ToList();
        var hash = Chain.Next(previous, LedgerText.Of(fund, sequence, kind, valueDate, now, reverses, subject, lines).Write());
        var entry = new JournalEntry
        {
            FundId = fund, Sequence = sequence, Kind = kind, ValueDate = valueDate, RecordedAt = now, Reverses = reverses,
            Subject = subject, PreviousHash = previous, Hash = hash, Lines = lines,
        };
        db.Add(entry);
        if (head is null) db.Add(new LedgerHead { FundId = fund, Sequence = sequence, Hash = hash });
        else if (await db.Set<LedgerHead>().Where(h => h.FundId == fund && h.Sequence == head.Sequence && h.Hash == head.Hash)
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, sequence).SetProperty(h => h.Hash, hash)) != 1)
            throw new DbUpdateConcurrencyException("Another entry was booked at the same moment.");
        // Saved at once, so that a second entry in the same transaction sees the first.
        await db.SaveChangesAsync();
        return entry;
    }

    /// <summary>
    /// Free, reserved and awarded money is credit, cash is debit: neither may ever become the other, for anyone, now or on any
    /// day since the value date. The bank is what they add up to; what it took as its costs it took that day, whatever lay there.
    /// </summary>
    private static async Task<Refusal?> Overdrawn(WijkfondsContext db, DateTimeOffset now, Guid fund, EntryKind kind, DateOnly valueDate, IReadOnlyList<Movement> movements)
    {
        bool? isPast = kind == EntryKind.BankCosts ? false : null;
        foreach (var place in movements.Where(m => m.Account != LedgerAccount.Bank).GroupBy(m => (m.Account, m.Party, m.Subject)))
        {
            var (account, party, subject) = place.Key;
            var debit = account == LedgerAccount.Cash;
            var lines = db.Set<JournalLine>().Where(l => l.FundId == fund && l.Account == account && l.Party == party && l.Subject == subject);
            var (balance, change) = (new Cents(await lines.SumAsync(l => l.Amount.Value)), place.Aggregate(Cents.Zero, (sum, m) => sum + m.Amount));
            var after = debit ? balance + change : -(balance + change);
            if (after < Cents.Zero) return new BalanceBelowZero(-after);
            // What adds to a place, or is of today, was never less before.
            if (debit ? change >= Cents.Zero : change <= Cents.Zero) continue;
            isPast ??= valueDate < await Book.Today(db, now, fund);
            if (isPast != true) continue;
            foreach (var (_, later) in await Layers.After(db, lines, valueDate))
                if ((after -= debit ? later : -later) < Cents.Zero) return new BelowZeroThen(-after, valueDate);
        }
        return null;
    }
}
