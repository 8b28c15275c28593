using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds;

/// <summary>
/// Where the fund's money is now: what the entries add up to. Received = Free + Reserved + Awarded + Paid;
/// Awarded is what is promised to plans and not paid yet.
/// </summary>
public sealed record Pot(Cents Received, Cents Free, Cents Reserved, Cents Awarded, Cents Paid)
{
    public static readonly Pot Empty = new(default, default, default, default, default);

    /// <summary>What stands on the bank: all that was received and not paid.</summary>
    public Cents Bank => Received - Paid;

    /// <summary>The whole pot of the context's fund.</summary>
    public static Task<Pot> Of(WijkfondsContext db) => Sum(db, db.Set<JournalLine>());

    /// <summary>One contributor's euros in it.</summary>
    public static Task<Pot> Of(WijkfondsContext db, Guid party) => Sum(db, db.Set<JournalLine>().Where(l => l.Party == party));

    public static Task<Cents> ReservedFor(WijkfondsContext db, Guid section) => Held(db, LedgerAccount.Reserved, section);

    public static Task<Cents> LeftOf(WijkfondsContext db, Guid award) => Held(db, LedgerAccount.Awarded, award);

    private static async Task<Cents> Held(WijkfondsContext db, LedgerAccount account, Guid subject) =>
        -new Cents(await db.Set<JournalLine>().Where(l => l.Account == account && l.Subject == subject).SumAsync(l => l.Amount.Value));

    private static async Task<Pot> Sum(WijkfondsContext db, IQueryable<JournalLine> lines)
    {
        var accounts = await lines.GroupBy(l => l.Account).Select(g => new { Account = g.Key, Sum = g.Sum(l => l.Amount.Value) })
            .ToDictionaryAsync(g => g.Account, g => new Cents(g.Sum));
        var received = new Cents(await lines.Where(l => l.Account == LedgerAccount.Bank)
            .Join(Deposits(db), l => l.EntryId, e => e.Id, (l, e) => l).SumAsync(l => l.Amount.Value));
        return new Pot(received, -On(LedgerAccount.Free), -On(LedgerAccount.Reserved), -On(LedgerAccount.Awarded), received - On(LedgerAccount.Bank));

        Cents On(LedgerAccount account) => accounts.GetValueOrDefault(account);
    }

    /// <summary>Entries by which money came in, and those that took such an entry back.</summary>
    private static IQueryable<JournalEntry> Deposits(WijkfondsContext db)
    {
        var entries = db.Set<JournalEntry>();
        return entries.Where(e => e.Kind == EntryKind.Deposit
            || entries.Any(o => o.FundId == e.FundId && o.Sequence == e.Reverses && o.Kind == EntryKind.Deposit));
    }
}
