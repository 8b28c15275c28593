using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>Money leaves the pot: released by a member who did not prepare it and does not receive it.</summary>
public sealed class ReleasePayment(Book book) : IEffect
{
    public DecisionKind Kind => DecisionKind.ReleasePayment;

    public async Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who)
    {
        if (Treasury.BarConfirming(who) is { } bar) return bar;
        if (await Find(db, decision) is not { } payment) return new NotFoundHere();
        // The proposer's own voice comes first and is the preparer's; every later one is somebody else's.
        if (decision.Voices.Count > 0 && payment.PreparedBy == who.AccountId) return new SecondPersonNeeded();
        return await AwardTeam.Has(db, payment.Award, who.AccountId) ? new ReceiverCannotRelease() : await Receiver.Bars(db, who, payment.Payee);
    }

    public async Task<bool> IsOwn(WijkfondsContext db, Decision decision, Guid account) =>
        await Find(db, decision) is { } payment && (await AwardTeam.Has(db, payment.Award, account) || await Receiver.Bars(db, account, payment.Payee) is not null);

    /// <summary>Who declared an interest in the plan or in the receiver stands aside.</summary>
    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        await Find(db, decision) is { } payment ? [payment.Award.ProposalId, .. await Receiver.Concerns(db, payment.Payee)] : [];

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words) =>
        await Find(db, decision) is { } payment
            ? [words["payments.explain", payment.Amount, payment.Payee.Name, Iban.Show(payment.Payee.Iban)], words["payments.explain.purpose", payment.Purpose],
                .. await OtherThanChosen.Of(db, payment, words) is { } other ? new[] { other } : [], words["payments.explain.left", await Pot.LeftOf(db, payment.AwardId)]]
            : [];

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await Find(db, decision) is not { } payment) return new NotFoundHere();
        if (payment.Award.ClosedAt is not null) return new AwardIsClosed();
        if (await IbanWait.For(db, payment.Payee, now) is { } from) return new IbanTooNew(from);
        var entry = await book.Pay(db, now, payment.FundId, payment.AwardId, payment.Id, payment.Amount);
        if (entry.Refused) return entry.Refusal;
        (payment.ReleasedBy, payment.ReleasedAt, payment.EntrySequence) = (who.AccountId, now, entry.Value.Sequence);
        return null;
    }

    private static Task<Payment?> Find(WijkfondsContext db, Decision decision) =>
        db.Set<Payment>().Include(p => p.Payee).Include(p => p.Award.Proposal).SingleOrDefaultAsync(p => p.Id == decision.Subject);
}
