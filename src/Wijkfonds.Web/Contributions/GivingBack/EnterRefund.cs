using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Contributions.GivingBack;

/// <summary>What the treasurer typed. Earmark is its number, empty for unbound euros.</summary>
public sealed record RefundForm(string? Earmark, string? Amount, string? Iban, string? Reason);

/// <summary>Giving money back to an organisation: prepared by the treasurer, released when a second member agrees.</summary>
public sealed class EnterRefund(Deciding deciding, Texts texts)
{
    /// <param name="form">The form's own reference: the same one posted twice gives back once.</param>
    public async Task<Outcome<Refund>> Propose(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, int number, Guid form, RefundForm typed)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await db.Set<Refund>().IgnoreQueryFilters().SingleOrDefaultAsync(r => r.Id == form) is { } before) return before.FundId == fund ? before : new NotFoundHere();
        if (await db.Set<Contributor>().Include(c => c.Party).SingleOrDefaultAsync(c => c.Number == number && c.ConfirmedAt != null) is not { } contributor) return new NotFoundHere();
        Guid? earmark = null;
        if (!string.IsNullOrEmpty(typed.Earmark))
        {
            var wanted = AgreementForm.Whole(typed.Earmark);
            earmark = await db.Set<Earmark>().Where(e => e.ContributorId == contributor.Id && e.Number == wanted).Select(e => (Guid?)e.Id).SingleOrDefaultAsync();
            if (earmark is null) return new Missing("earmark", "Agreement.Earmark");
        }
        var amount = Typed.Amount(typed.Amount, "amount");
        if (amount.Refused) return amount.Refusal;
        if (amount.Value <= Cents.Zero) return new AmountNotPositive();
        var free = (await Pot.Of(db, number, earmark is null ? 0 : AgreementForm.Whole(typed.Earmark))).Free;
        if (amount.Value > free) return new ExceedsGiversFree(amount.Value, free);
        var iban = Iban.Read(typed.Iban, "iban");
        if (iban.Refused) return iban.Refusal;
        if (contributor.Party.Iban.Length > 0 && contributor.Party.Iban != iban.Value) return await Receiver.OtherIban(db, contributor.Party.Name, iban.Value, null) ?? new GiversIbanIsOther(contributor.Party.Name);
        var reason = Typed.Needed(typed.Reason, "reason", 500, "Refund.Reason");
        if (reason.Refused) return reason.Refusal;
        var refund = new Refund
        {
            Id = form, FundId = fund, ContributorId = contributor.Id, EarmarkId = earmark, Amount = amount.Value, Number = 1 + (await db.Set<Refund>().MaxAsync(r => (int?)r.Number) ?? 0), Iban = iban.Value, ValueDate = await Book.Today(db, now, fund), Reason = reason.Value, EnteredAt = now,
        };
        db.Add(refund);
        await db.SaveChangesAsync();
        var words = texts.In(await db.Set<Fund>().Where(f => f.Id == fund).Select(f => f.Language).SingleAsync());
        var decision = await deciding.Propose(db, who, now, DecisionKind.GiveBack, refund.Id, words["refund.about", amount.Value, contributor.Party.Name], $"/bijdragers/{number}");
        return decision.Refused ? decision.Refusal : refund;
    }
}

/// <summary>The giver's bank account is known, and it is another one.</summary>
public sealed record GiversIbanIsOther(string Name) : Refusal
{
    public override string? Field => "iban";
}
