using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.OwnCosts;

/// <summary>
/// What the alliance itself may cost in a year: a share of what was received in that year, less what was given back in it,
/// rounded down to the cent. What was bought from the petty cash counts too, and so does what is prepared and waits for release.
/// </summary>
public sealed record AllianceShare(int Year, int PerCent, Cents Received, Cents Spent, Cents Waiting)
{
    public Cents Most => Received <= Cents.Zero ? Cents.Zero : new((long)((Int128)Received.Value * PerCent / 100));
    public Cents Room => Most - Spent - Waiting is var left && left > Cents.Zero ? left : Cents.Zero;

    public static async Task<AllianceShare> Of(WijkfondsContext db, Guid fund, int year)
    {
        var filter = new EntryFilter { From = year, Until = year };
        var received = await (filter with { Account = LedgerAccount.Bank, Kind = EntryKind.Deposit }).Total(db)
            - await (filter with { Account = LedgerAccount.Bank, Kind = EntryKind.GivenBack }).Total(db);
        var spent = await (filter with { Account = LedgerAccount.Free, Kind = EntryKind.AllianceCosts }).Total(db)
            + await (filter with { Account = LedgerAccount.Reserved, Kind = EntryKind.CashSpend }).Total(db);
        var waiting = new Cents(await db.Set<AllianceCost>().Where(c => c.ReleasedAt == null && db.Set<Decision>()
            .Any(d => d.Kind == DecisionKind.PayAllianceCost && d.Subject == c.Id && d.DroppedAt == null)).SumAsync(c => c.Amount.Value));
        return new AllianceShare(year, (await MoneyRules.Of(db, fund)).AllianceShare, received, spent, waiting);
    }
}

/// <summary>With this the alliance would cost more than the share that the fund's rules allow.</summary>
public sealed record ExceedsAllianceShare(Cents Asked, Cents Room, Cents Most) : Refusal
{
    public override string? Field => "amount";
}
