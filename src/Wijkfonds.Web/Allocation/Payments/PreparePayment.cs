using System.Globalization;
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

/// <summary>What the treasurer typed. Maker: the plan's own maker receives it. Account: the e-mail of another receiver who has one.</summary>
public sealed record PaymentForm(string? Award, string? Amount, string? Name, string? Iban, bool IsPerson, bool Maker, string? Account, string? Purpose);

/// <summary>The treasurer prepares an instalment of what was promised to a plan. Nothing is paid before another member releases it.</summary>
public sealed class PreparePayment(Deciding deciding, Texts texts)
{
    /// <param name="form">The form's own reference: the same one posted twice prepares one payment.</param>
    public async Task<Outcome<Payment>> New(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, Guid form, PaymentForm typed)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await db.Set<Payment>().IgnoreQueryFilters().SingleOrDefaultAsync(p => p.Id == form) is { } before)
            return before.FundId == fund ? before : new NotFoundHere();
        if (!int.TryParse(typed.Award, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await db.Set<Award>().Include(a => a.Proposal).SingleOrDefaultAsync(a => a.Number == number) is not { } award)
            return new Missing("award", "Payment.Award");
        var amount = Typed.Amount(typed.Amount, "amount");
        if (amount.Refused) return amount.Refusal;
        if (await TooMuch(db, award, amount.Value) is { } refusal) return refusal;
        var purpose = Typed.Needed(typed.Purpose, "purpose", 200, "Payment.Purpose");
        if (purpose.Refused) return purpose.Refusal;
        var payee = await Receiver.Take(db, now, fund, new(typed.Name, typed.Iban, typed.IsPerson, typed.Account), typed.Maker ? award.Proposal.AccountId : null);
        if (payee.Refused) return payee.Refusal;
        var payment = new Payment
        {
            Id = form, FundId = fund, Number = 1 + (await db.Set<Payment>().MaxAsync(p => (int?)p.Number) ?? 0), AwardId = award.Id, Amount = amount.Value,
            PayeeId = payee.Value.Id, Purpose = purpose.Value, PreparedBy = who.AccountId!.Value, PreparedAt = now,
        };
        db.Add(payment);
        // Saved first: who may speak on it is asked of the payment as it stands.
        await db.SaveChangesAsync();
        var words = texts.In(await db.Set<Fund>().Where(f => f.Id == fund).Select(f => f.Language).SingleAsync());
        var decision = await deciding.Propose(db, who, now, DecisionKind.ReleasePayment, payment.Id,
            $"{words.Money(amount.Value)}, {words["entry.plan", award.Proposal.Number ?? 0, award.Proposal.Title]}", $"/geld/betalingen/{payment.Number}");
        return decision.Refused ? decision.Refusal : payment;
    }

    /// <summary>What is prepared and waits for release counts as used.</summary>
    private static async Task<Refusal?> TooMuch(WijkfondsContext db, Award award, Cents amount)
    {
        if (amount <= Cents.Zero) return new AmountNotPositive();
        if (award.ClosedAt is not null) return new AwardIsClosed();
        var left = await Pot.LeftOf(db, award.Id);
        if (amount > left) return new ExceedsAward(amount, left);
        var waiting = await Waiting(db, award.Id);
        if (amount > left - waiting) return new AwardWaits(amount, left - waiting, waiting);
        var payable = (await Standing.Of(db, award.Number))!.Payable - waiting;
        return amount > payable ? new ReportFirst(amount, payable) : null;
    }

    internal static async Task<Cents> Waiting(WijkfondsContext db, Guid award) => new(await db.Set<Payment>().Where(p => p.AwardId == award && p.ReleasedAt == null && db.Set<Decision>()
        .Any(d => d.Kind == DecisionKind.ReleasePayment && d.Subject == p.Id && d.DroppedAt == null)).SumAsync(p => p.Amount.Value));
}
