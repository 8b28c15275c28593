using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Funds.Cash;

/// <summary>The second member about the tin: filled, or counted together. One of these for each.</summary>
public sealed class DecidingCash(DecisionKind kind, Book book) : IEffect
{
    public static readonly IReadOnlyList<DecisionKind> Kinds = [DecisionKind.DrawCash, DecisionKind.CountCash];

    public DecisionKind Kind => kind;

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        if (await Find(db, decision) is not { } slip) return [];
        return kind == DecisionKind.DrawCash
            ? [words["cash.explain.draw", slip.Amount], words["cash.explain.held", await Book.Held(db, decision.FundId), (await MoneyRules.Of(db, decision.FundId)).CashMaximum]]
            : [words["cash.explain.count", slip.Amount, slip.Expected], words[slip.Amount == slip.Expected ? "cash.explain.agrees" : "cash.explain.differs", slip.Amount - slip.Expected], words["cash.explain.there"]];
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await Find(db, decision) is not { } slip) return new NotFoundHere();
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

    private static Task<CashSlip?> Find(WijkfondsContext db, Decision decision) => db.Set<CashSlip>().SingleOrDefaultAsync(s => s.Id == decision.Subject);
}
