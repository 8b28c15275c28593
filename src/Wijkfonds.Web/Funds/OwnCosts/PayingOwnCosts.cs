using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Funds.OwnCosts;

/// <summary>What the treasurer typed. Account: the e-mail of a receiver who has one.</summary>
public sealed record OwnCostForm(string? Kind, string? Amount, string? Name, string? Iban, bool IsPerson, string? Account, string? What);

/// <summary>The alliance's own costs, and neighbours who are paid to help: prepared by the treasurer, released by another member who does not receive it.</summary>
public sealed class PayingOwnCosts(Book book, Texts texts) : IEffect
{
    public DecisionKind Kind => DecisionKind.PayAllianceCost;

    /// <param name="form">The form's own reference: the same one posted twice prepares one.</param>
    public async Task<Outcome<AllianceCost>> Prepare(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, Fund fund, Guid form, OwnCostForm typed)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await db.Set<AllianceCost>().IgnoreQueryFilters().SingleOrDefaultAsync(c => c.Id == form) is { } before) return before.FundId == fund.Id ? before : new NotFoundHere();
        if (!Enum.GetNames<AllianceCostKind>().Contains(typed.Kind)) return new Missing("kind", "OwnCost.Kind");
        var amount = Typed.Amount(typed.Amount, "amount");
        if (amount.Refused) return amount.Refusal;
        if (amount.Value <= Cents.Zero) return new AmountNotPositive();
        if (amount.Value > Book.Largest) return new AmountTooLarge(Book.Largest);
        var share = await AllianceShare.Of(db, fund.Id, (await Book.Today(db, now, fund.Id)).Year);
        if (amount.Value > share.Room) return new ExceedsAllianceShare(amount.Value, share.Room, share.Most);
        var what = Typed.Needed(typed.What, "what", 200, "OwnCost.What");
        if (what.Refused) return what.Refusal;
        var payee = await Receiver.Take(db, now, fund.Id, new(typed.Name, typed.Iban, typed.IsPerson, typed.Account));
        if (payee.Refused) return payee.Refusal;
        var cost = new AllianceCost
        {
            Id = form, FundId = fund.Id, Number = 1 + (await db.Set<AllianceCost>().MaxAsync(c => (int?)c.Number) ?? 0), Kind = Enum.Parse<AllianceCostKind>(typed.Kind!),
            Amount = amount.Value, PayeeId = payee.Value.Id, What = what.Value, PreparedBy = who.AccountId!.Value, PreparedAt = now,
        };
        db.Add(cost);
        await db.SaveChangesAsync();
        var decision = await deciding.Propose(db, who, now, Kind, cost.Id, $"{texts.In(fund.Language, fund.Zone).Money(cost.Amount)}, {cost.What}", "/geld/eigen-kosten");
        return decision.Refused ? decision.Refusal : cost;
    }

    public async Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who)
    {
        if (Treasury.BarConfirming(who) is { } bar) return bar;
        if (await Find(db, decision) is not { } cost) return new NotFoundHere();
        return await Receiver.Bars(db, who, cost.Payee);
    }

    public async Task<bool> IsOwn(WijkfondsContext db, Decision decision, Guid account) => await Find(db, decision) is { } cost && await Receiver.Bars(db, account, cost.Payee) is not null;

    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) => await Receiver.Concerns(db, (await Find(db, decision))?.Payee);

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        if (await Find(db, decision) is not { } cost) return [];
        var share = await AllianceShare.Of(db, cost.FundId, cost.PreparedAt.Year);
        return [words["payments.explain", cost.Amount, cost.Payee.Name, Iban.Show(cost.Payee.Iban)], words["payments.explain.purpose", cost.What],
            words["owncosts.explain.share", share.Spent + share.Waiting, share.Most]];
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await Find(db, decision) is not { } cost) return new NotFoundHere();
        if (await IbanWait.For(db, cost.Payee, now) is { } from) return new IbanTooNew(from);
        var share = await AllianceShare.Of(db, cost.FundId, (await Book.Today(db, now, cost.FundId)).Year);
        // It waited and counts itself; rules or deposits may have changed since.
        if (share.Spent + cost.Amount > share.Most) return new ExceedsAllianceShare(cost.Amount, share.Most - share.Spent is var room && room > Cents.Zero ? room : Cents.Zero, share.Most);
        var entry = await book.AllianceCosts(db, now, cost.FundId, cost.Id, cost.Amount);
        if (entry.Refused) return entry.Refusal;
        (cost.ReleasedAt, cost.EntrySequence) = (now, entry.Value.Sequence);
        return null;
    }

    private static Task<AllianceCost?> Find(WijkfondsContext db, Decision decision) => db.Set<AllianceCost>().Include(c => c.Payee).SingleOrDefaultAsync(c => c.Id == decision.Subject);
}
