using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions;

/// <summary>Books the deposit: the pot rises.</summary>
public sealed class ConfirmDeposit(Book book) : IEffect
{
    public DecisionKind Kind => DecisionKind.ConfirmDeposit;

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<Deposit>().Include(d => d.Contributor).SingleOrDefaultAsync(d => d.Id == decision.Subject) is not { } deposit) return new NotFoundHere();
        var entry = await book.Deposit(db, now, deposit.FundId, deposit.Id, deposit.Contributor.PartyId, deposit.Amount, deposit.ValueDate);
        if (entry.Refused) return entry.Refusal;
        (deposit.ConfirmedAt, deposit.EntrySequence) = (now, entry.Value.Sequence);
        return null;
    }
}
