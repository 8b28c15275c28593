using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.GivingBack;

/// <summary>The second member saw the money leave: it is booked as given back.</summary>
public sealed class ConfirmRefund(Book book) : IEffect
{
    public DecisionKind Kind => DecisionKind.GiveBack;

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        await db.Set<Refund>().Where(r => r.Id == decision.Subject).Select(r => r.ContributorId).ToListAsync();

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var refund = await db.Set<Refund>().AsNoTracking().Include(r => r.Contributor.Party).Include(r => r.Earmark).SingleAsync(r => r.Id == decision.Subject);
        List<string> sentences = [words["refund.explain", refund.Amount, refund.Contributor.Party.Name, refund.ValueDate]];
        if (refund.Earmark is { } earmark) sentences.Add(words["agreement.term.earmark", earmark.Number, earmark.Name]);
        sentences.AddRange([words["agreement.because", refund.Reason], words["refund.explain.check"]]);
        return sentences;
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<Refund>().Include(r => r.Contributor).SingleOrDefaultAsync(r => r.Id == decision.Subject) is not { } refund) return new NotFoundHere();
        var entry = await book.GiveBack(db, now, refund.FundId, refund.Id, refund.EarmarkId ?? refund.Contributor.PartyId, refund.Amount, refund.ValueDate);
        if (entry.Refused) return entry.Refusal;
        (refund.ConfirmedAt, refund.EntrySequence) = (now, entry.Value.Sequence);
        return null;
    }
}
