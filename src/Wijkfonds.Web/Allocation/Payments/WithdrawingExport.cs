using System.Text.Json;
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

    /// <param name="position">Its place on the list of that file.</param>
    public async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, string language, int file, int position, string? reason)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await db.Set<PaymentExport>().SingleOrDefaultAsync(e => e.Position == position && e.WithdrawnAt == null && db.Set<PaymentFile>().Any(f => f.Id == e.FileId && f.Number == file)) is not { } export)
            return new NotFoundHere();
        if (await IsSeen(db, export.Subject)) return new PaymentIsFinal();
        var why = Typed.Needed(reason, "reason", 500, "Export.Reason");
        if (why.Refused) return why.Refusal;
        var words = texts.In(language);
        var about = await Outgoing.Find(db, export.Subject) is { } paid ? words[$"payments.title-of.{paid.Kind}", paid.Number] : export.Reference;
        return await deciding.Propose(db, who, now, Kind, export.Id, about, $"/geld/betalingen/bestanden/{file}", JsonSerializer.Serialize(new DecisionReason(why.Value)));
    }

    public Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words) => Task.FromResult(DecisionReason.Said(decision, words));

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        await db.Set<PaymentExport>().Where(e => e.Id == decision.Subject).Select(e => e.Subject).SingleOrDefaultAsync() is var id && await Outgoing.Find(db, id) is { } paid
            ? await Receiver.Concerns(db, paid.To) : [];

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<PaymentExport>().SingleOrDefaultAsync(e => e.Id == decision.Subject) is not { WithdrawnAt: null } export) return new NotFoundHere();
        if (await IsSeen(db, export.Subject)) return new PaymentIsFinal();
        export.WithdrawnAt = now;
        return null;
    }

    /// <summary>The bank's list shows that it left.</summary>
    public static Task<bool> IsSeen(WijkfondsContext db, Guid id) => LiveMarks.Gone(db).AnyAsync(s => s == id);
}
