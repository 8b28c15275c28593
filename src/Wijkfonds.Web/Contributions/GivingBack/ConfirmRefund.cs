using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.GivingBack;

/// <summary>The second member releases it: it is booked as given back, and goes to the bank like every payment.</summary>
public sealed class ConfirmRefund(Book book) : IEffect
{
    public DecisionKind Kind => DecisionKind.GiveBack;

    public async Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who)
    {
        if (Treasury.BarConfirming(who) is { } bar) return bar;
        if (await db.Set<Refund>().Include(r => r.Contributor.Party).SingleOrDefaultAsync(r => r.Id == decision.Subject) is not { } refund) return new NotFoundHere();
        // Who speaks for the giver receives it, in a sense.
        return await db.Set<Representative>().AnyAsync(r => r.ContributorId == refund.ContributorId && r.AccountId == who.AccountId && r.Until == null)
            ? new ReceiverCannotRelease() : await Receiver.Bars(db, who, refund.Contributor.Party, refund.Iban);
    }

    public async Task<bool> IsOwn(WijkfondsContext db, Decision decision, Guid account) =>
        await db.Set<Refund>().Include(r => r.Contributor.Party).SingleOrDefaultAsync(r => r.Id == decision.Subject) is { } refund
        && await Receiver.Bars(db, account, refund.Contributor.Party, refund.Iban) is not null;

    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        await db.Set<Refund>().Include(r => r.Contributor.Party).SingleOrDefaultAsync(r => r.Id == decision.Subject) is { } refund
            ? [refund.ContributorId, .. await Receiver.Concerns(db, refund.Contributor.Party)] : [];

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var refund = await db.Set<Refund>().AsNoTracking().Include(r => r.Contributor.Party).Include(r => r.Earmark).SingleAsync(r => r.Id == decision.Subject);
        List<string> sentences = [words["refund.explain", refund.Amount, refund.Contributor.Party.Name, Iban.Show(Outgoing.Of(refund).Iban)]];
        if (refund.Earmark is { } earmark) sentences.Add(words["agreement.term.earmark", earmark.Number, earmark.Name]);
        // Its own number was never checked by a second member: then the bank's list is what is known.
        if (await ShownIbans.Of(db, refund.ContributorId) is [{ } shown, ..] all && !all.Contains(Outgoing.Of(refund).Iban)) sentences.Add(words["refund.explain.other", refund.Contributor.Party.Name, Iban.Show(shown)]);
        sentences.AddRange([words["agreement.because", refund.Reason], words["refund.explain.check"]]);
        return sentences;
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<Refund>().Include(r => r.Contributor.Party).SingleOrDefaultAsync(r => r.Id == decision.Subject) is not { } refund) return new NotFoundHere();
        var giver = refund.Contributor.Party;
        if (refund.Iban.Length > 0 && giver.Iban.Length > 0 && giver.Iban != refund.Iban) return new GiversIbanIsOther(giver.Name);
        if (await IbanWait.For(db, giver, now, refund.Iban) is { } from) return new IbanTooNew(from);
        refund.ValueDate = await Book.Today(db, now, refund.FundId);
        var entry = await book.GiveBack(db, now, refund.FundId, refund.Id, refund.EarmarkId ?? refund.Contributor.PartyId, refund.Amount, refund.ValueDate);
        if (entry.Refused) return entry.Refusal;
        (refund.ConfirmedAt, refund.EntrySequence) = (now, entry.Value.Sequence);
        if (giver.Iban.Length == 0) giver.Iban = refund.Iban;
        return null;
    }
}
