using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions;

/// <summary>Books the deposit: the pot rises, and later years of plans that waited for it become commitments before anybody can use the money otherwise.</summary>
public sealed class ConfirmDeposit(Book book, Turning turning) : IEffect
{
    public DecisionKind Kind => DecisionKind.ConfirmDeposit;

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    /// <summary>The line of the bank's list that the second member looks up.</summary>
    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var deposit = await db.Set<Deposit>().AsNoTracking().Include(d => d.Contributor.Party).SingleAsync(d => d.Id == decision.Subject);
        List<string> sentences = [words["deposit.explain", deposit.Contributor.Party.Name, deposit.Amount, deposit.ValueDate],
            deposit.BankReference.Length > 0 ? words["deposit.explain.reference", deposit.BankReference] : words["deposit.explain.no-reference"]];
        if (deposit.ConfirmedAt is null)
            foreach (var (earmark, amount) in await Parts(db, deposit))
                if (earmark is { } id) sentences.Add(words["deposit.explain.earmark", amount, await db.Set<Earmark>().Where(e => e.Id == id).Select(e => e.Name).SingleAsync()]);
        return [.. sentences, words["deposit.explain.check"]];
    }

    /// <summary>Who has an interest in the organisation does not say that its money arrived.</summary>
    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        await db.Set<Deposit>().Where(d => d.Id == decision.Subject).Select(d => d.ContributorId).ToListAsync();

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<Deposit>().Include(d => d.Contributor).SingleOrDefaultAsync(d => d.Id == decision.Subject) is not { } deposit) return new NotFoundHere();
        var entry = await book.Deposit(db, now, deposit.FundId, deposit.Id,
            [.. (await Parts(db, deposit)).Select(p => (p.Earmark ?? deposit.Contributor.PartyId, p.Amount))], deposit.ValueDate);
        if (entry.Refused) return entry.Refusal;
        (deposit.ConfirmedAt, deposit.EntrySequence) = (now, entry.Value.Sequence);
        await turning.Turn(db, now, deposit.FundId);
        return null;
    }

    /// <summary>For which layers it is: as it was entered, else for the giver's open instalments, oldest first.</summary>
    private static async Task<IReadOnlyList<(Guid? Earmark, Cents Amount)>> Parts(WijkfondsContext db, Deposit deposit)
    {
        if (deposit.Earmark is null) return (await Schedules.Of(db, deposit.FundId, deposit.Contributor.Number, deposit.ValueDate)).Allocate(deposit.Amount);
        return [(await db.Set<Earmark>().Where(e => e.ContributorId == deposit.ContributorId && e.Number == deposit.Earmark).Select(e => (Guid?)e.Id).SingleOrDefaultAsync(), deposit.Amount)];
    }
}
