using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>A payment went into a file that the bank never carried out: two members say so, and it can go into another, or be taken back.</summary>
public sealed class WithdrawingExport(Texts texts) : IEffect
{
    public DecisionKind Kind => DecisionKind.WithdrawExport;

    public async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, string language, int number, string? reason)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await db.Set<PaymentExport>().Include(e => e.Payment).SingleOrDefaultAsync(e => e.Payment.Number == number && e.WithdrawnAt == null) is not { } export) return new NotFoundHere();
        if (await IsSeen(db, export.PaymentId)) return new PaymentIsFinal();
        var why = Typed.Needed(reason, "reason", 500, "Export.Reason");
        if (why.Refused) return why.Refusal;
        return await deciding.Propose(db, who, now, Kind, export.Id, texts.In(language)["payments.title-of", number], $"/geld/betalingen/{number}", reason: why.Value);
    }

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        await db.Set<PaymentExport>().Where(e => e.Id == decision.Subject).Select(e => e.Payment.PayeeId).ToListAsync();

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<PaymentExport>().SingleOrDefaultAsync(e => e.Id == decision.Subject) is not { WithdrawnAt: null } export) return new NotFoundHere();
        if (await IsSeen(db, export.PaymentId)) return new PaymentIsFinal();
        export.WithdrawnAt = now;
        return null;
    }

    /// <summary>The bank's list shows that it left.</summary>
    public static Task<bool> IsSeen(WijkfondsContext db, Guid payment) => LiveMarks.Of(db).AnyAsync(m => m.Kind == BankMarkKind.Payment && m.Subject == payment);
}
