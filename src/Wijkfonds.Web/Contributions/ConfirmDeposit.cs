using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions;

/// <summary>Books the deposit: the pot rises.</summary>
public sealed class ConfirmDeposit(Book book) : IEffect
{
    public DecisionKind Kind => DecisionKind.ConfirmDeposit;

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    /// <summary>The line of the bank's list that the second member looks up.</summary>
    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var deposit = await db.Set<Deposit>().AsNoTracking().Include(d => d.Contributor.Party).SingleAsync(d => d.Id == decision.Subject);
        return [words["deposit.explain", deposit.Contributor.Party.Name, deposit.Amount, deposit.ValueDate],
            deposit.BankReference.Length > 0 ? words["deposit.explain.reference", deposit.BankReference] : words["deposit.explain.no-reference"], words["deposit.explain.check"]];
    }

    /// <summary>Who has an interest in the organisation does not say that its money arrived.</summary>
    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        await db.Set<Deposit>().Where(d => d.Id == decision.Subject).Select(d => d.ContributorId).ToListAsync();

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<Deposit>().Include(d => d.Contributor).SingleOrDefaultAsync(d => d.Id == decision.Subject) is not { } deposit) return new NotFoundHere();
        var entry = await book.Deposit(db, now, deposit.FundId, deposit.Id, deposit.Contributor.PartyId, deposit.Amount, deposit.ValueDate);
        if (entry.Refused) return entry.Refusal;
        (deposit.ConfirmedAt, deposit.EntrySequence) = (now, entry.Value.Sequence);
        return null;
    }
}
