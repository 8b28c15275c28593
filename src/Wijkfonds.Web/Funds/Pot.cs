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
    public static async Task<Pot> Of(WijkfondsContext db) => Of(await Movements.Of(db));

    /// <summary>One contributor's euros in it.</summary>
    public static async Task<Pot> Of(WijkfondsContext db, Guid party) => Of(await Movements.Of(db, party), party);

    public static Pot Of(Movements movements, Guid? party = null)
    {
        return new(On(LedgerAccount.Bank, EntryKind.Deposit), On(LedgerAccount.Free), On(LedgerAccount.Reserved), On(LedgerAccount.Awarded),
            On(LedgerAccount.Bank, EntryKind.Payment));

        Cents On(LedgerAccount account, EntryKind? kind = null) => movements.Figure(new EntryFilter { Account = account, Kind = kind }, party);
    }

    /// <summary>The pot in layers: whose euros are where. Together they are the pot.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Pot>> ByParty(WijkfondsContext db)
    {
        var movements = await Movements.Of(db);
        return movements.Rows.Select(r => r.Party).Distinct().ToDictionary(party => party, party => Of(movements, party));
    }

    public static Task<Cents> ReservedFor(WijkfondsContext db, Guid section) => Held(db, LedgerAccount.Reserved, section);

    public static Task<Cents> LeftOf(WijkfondsContext db, Guid award) => Held(db, LedgerAccount.Awarded, award);

    private static async Task<Cents> Held(WijkfondsContext db, LedgerAccount account, Guid subject) =>
        -new Cents(await db.Set<JournalLine>().Where(l => l.Account == account && l.Subject == subject).SumAsync(l => l.Amount.Value));
}
