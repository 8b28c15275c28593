using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Funds.Cash;

/// <summary>The second member about the tin: filled, counted together, or brought back to the bank. One of these for each.</summary>
public sealed class DecidingCash(DecisionKind kind, Book book) : IEffect
{
    public static readonly IReadOnlyList<DecisionKind> Kinds = [DecisionKind.DrawCash, DecisionKind.CountCash, DecisionKind.ReturnCash];

    public DecisionKind Kind => kind;

    public async Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) =>
        Treasury.BarConfirming(who) is { } bar ? bar : await Find(db, decision) is { } slip ? await Receiver.Bars(db, who, slip.Payee) : new NotFoundHere();

    public async Task<bool> IsOwn(WijkfondsContext db, Decision decision, Guid account) => await Find(db, decision) is { } slip && await Receiver.Bars(db, account, slip.Payee) is not null;

    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) => await Receiver.Concerns(db, (await Find(db, decision))?.Payee);

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        if (await Find(db, decision) is not { } slip) return [];
        var held = words["cash.explain.held", await Book.Held(db, decision.FundId), (await MoneyRules.Of(db, decision.FundId)).CashMaximum];
        if (kind == DecisionKind.ReturnCash) return [words["cash.explain.return", slip.Amount], held];
        if (kind == DecisionKind.DrawCash)
            return [words["cash.explain.draw", slip.Amount], .. slip.Payee is not { } to ? Array.Empty<string>()
                : [to.Iban.Length > 0 ? words["cash.explain.transfer", to.Name, Iban.Show(to.Iban)] : words["cash.explain.card", to.Name]], held];
        return [words["cash.explain.count", slip.Amount, slip.Expected], words[slip.Amount == slip.Expected ? "cash.explain.agrees" : "cash.explain.differs", slip.Amount - slip.Expected], words["cash.explain.there"]];
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await Find(db, decision) is not { } slip) return new NotFoundHere();
        if (slip.Payee is { } fetches && await IbanWait.For(db, fetches, now) is { } from) return new IbanTooNew(from);
        if (kind == DecisionKind.ReturnCash)
        {
            var brought = await book.ReturnCash(db, now, slip.FundId, slip.Id, slip.Amount, await Book.Today(db, now, slip.FundId));
            if (brought.Refused) return brought.Refusal;
            (slip.DoneAt, slip.EntrySequence) = (now, brought.Value.Sequence);
            return null;
        }
        if (kind == DecisionKind.DrawCash)
        {
            var drawn = await book.DrawCash(db, now, slip.FundId, slip.Id, slip.Amount, (await MoneyRules.Of(db, slip.FundId)).CashMaximum);
            if (drawn.Refused) return drawn.Refusal;
            (slip.DoneAt, slip.EntrySequence) = (now, drawn.Value.Sequence);
            return null;
        }
        if (await Book.Held(db, slip.FundId) != slip.Expected) return new CashMoved();
        var counted = await book.CountCash(db, now, slip.FundId, slip.Id, slip.Amount, slip.Day);
        if (counted.Refused) return counted.Refusal;
        (slip.DoneAt, slip.EntrySequence) = (now, counted.Value.Entry?.Sequence);
        return null;
    }

    private static Task<CashSlip?> Find(WijkfondsContext db, Decision decision) => db.Set<CashSlip>().Include(s => s.Payee).SingleOrDefaultAsync(s => s.Id == decision.Subject);
}
