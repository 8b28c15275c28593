using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds;

/// <summary>
/// Where the fund's money is now: what the entries add up to. Received + Other = Free + Reserved + Awarded + Paid;
/// Awarded is what is promised to plans and not paid yet.
/// </summary>
/// <param name="Other">Interest, repayments and what a count found, less the costs of bank and alliance.</param>
/// <param name="Cash">What lies in the petty cash; it counts as set aside.</param>
public sealed record Pot(Cents Received, Cents Free, Cents Reserved, Cents Awarded, Cents Paid, Cents Other = default, Cents Cash = default)
{
    public static readonly Pot Empty = new(default, default, default, default, default);

    /// <summary>What stands on the bank by the book: all that came in and did not go out.</summary>
    public Cents Bank => Received + Other - Paid - Cash;

    /// <summary>The whole pot of the context's fund.</summary>
    public static async Task<Pot> Of(WijkfondsContext db) => Of(await Movements.Of(db));

    /// <summary>One contributor's euros in it (0: the fund's own), all of them or of one earmark (0: unbound).</summary>
    public static async Task<Pot> Of(WijkfondsContext db, int contributor, int? earmark = null) => Of(await Movements.Of(db, contributor, earmark));

    public static Pot Of(Movements movements)
    {
        var (received, paid, cash) = (On(LedgerAccount.Bank, EntryKind.Deposit), On(LedgerAccount.Bank, EntryKind.Payment), On(LedgerAccount.Cash));
        return new(received, On(LedgerAccount.Free), On(LedgerAccount.Reserved), On(LedgerAccount.Awarded), paid,
            On(LedgerAccount.Bank) + cash - received + paid, cash);

        Cents On(LedgerAccount account, EntryKind? kind = null) => movements.Figure(new EntryFilter { Account = account, Kind = kind });
    }

    /// <summary>The pot of one fund by contributor number: whose euros are where. Together they are the pot.</summary>
    public static async Task<IReadOnlyDictionary<int, Pot>> ByContributor(WijkfondsContext db, Guid fund)
    {
        var layers = await Layers.Of(db, fund);
        return (await Movements.Of(db)).Rows.GroupBy(r => layers[r.Party].Contributor).ToDictionary(g => g.Key, g => Of(new Movements([.. g])));
    }

    /// <summary>The part of one fund's pot that its givers earmarked.</summary>
    public static async Task<Pot> Bound(WijkfondsContext db, Guid fund, Movements movements)
    {
        var layers = await Layers.Of(db, fund);
        return Of(new Movements([.. movements.Rows.Where(r => layers[r.Party].IsBound)]));
    }

    public static Task<Cents> ReservedFor(WijkfondsContext db, Guid section) => Held(db, LedgerAccount.Reserved, section);

    public static Task<Cents> LeftOf(WijkfondsContext db, Guid award) => Held(db, LedgerAccount.Awarded, award);

    private static async Task<Cents> Held(WijkfondsContext db, LedgerAccount account, Guid subject) =>
        -new Cents(await db.Set<JournalLine>().Where(l => l.Account == account && l.Subject == subject).SumAsync(l => l.Amount.Value));
}
