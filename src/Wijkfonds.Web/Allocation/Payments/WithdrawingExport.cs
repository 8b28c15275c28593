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

/// <summary>One payment of a file, or all that are in it, the bank never carried out: two members say so, and it can go into another file, or be taken back.</summary>
public sealed class WithdrawingExport(Texts texts) : IEffect
{
    /// <summary>The position that means the whole file.</summary>
    public const int All = 0;

    public DecisionKind Kind => DecisionKind.WithdrawExport;

    /// <param name="position">Its place on the list of that file, or <see cref="All"/>.</param>
    public async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, string language, int file, int position, string? reason)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await db.Set<PaymentFile>().Include(f => f.Payments).SingleOrDefaultAsync(f => f.Number == file) is not { } made) return new NotFoundHere();
        var standing = made.Payments.Where(e => e.WithdrawnAt is null && (position == All || e.Position == position)).ToList();
        if (standing.Count == 0) return new NotFoundHere();
        if ((await Unseen(db, standing)).Count == 0) return new PaymentIsFinal();
        var why = Typed.Needed(reason, "reason", 500, "Export.Reason");
        if (why.Refused) return why.Refusal;
        var words = texts.In(language);
        var about = position == All ? words["payments.withdraw.file", file]
            : await Outgoing.Find(db, standing[0].Subject) is { } paid ? words[$"payments.title-of.{paid.Kind}", paid.Number] : standing[0].Reference;
        return await deciding.Propose(db, who, now, Kind, position == All ? made.Id : standing[0].Id, about, $"/geld/betalingen/bestanden/{file}", JsonSerializer.Serialize(new DecisionReason(why.Value)));
    }

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words) =>
        [.. DecisionReason.Said(decision, words), .. (await Unseen(db, await Standing(db, decision))).Select(e => words["payments.withdraw.one", e.Reference, e.Name, e.Amount])];

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision)
    {
        var subjects = (await Standing(db, decision)).Select(e => e.Subject).ToHashSet();
        var concerns = new List<Guid>();
        foreach (var paid in (await Outgoing.All(db, released: true)).Where(o => subjects.Contains(o.Id))) concerns.AddRange(await Receiver.Concerns(db, paid.To));
        return concerns;
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        var standing = await Standing(db, decision);
        if (standing.Count == 0) return new NotFoundHere();
        var unseen = await Unseen(db, standing);
        foreach (var export in unseen)
        {
            export.WithdrawnAt = now;
            if (export.Id != decision.Subject) await Deciding.Drop(db, now, Kind, export.Id);
        }
        return unseen.Count == 0 ? new PaymentIsFinal() : null;
    }

    /// <summary>The bank's list shows that it left.</summary>
    public static Task<bool> IsSeen(WijkfondsContext db, Guid id) => LiveMarks.Gone(db).AnyAsync(s => s == id);

    /// <summary>What the decision is about and is in the file still, in its order.</summary>
    private static Task<List<PaymentExport>> Standing(WijkfondsContext db, Decision decision) =>
        db.Set<PaymentExport>().Where(e => (e.Id == decision.Subject || e.FileId == decision.Subject) && e.WithdrawnAt == null).OrderBy(e => e.Position).ToListAsync();

    private static async Task<IReadOnlyList<PaymentExport>> Unseen(WijkfondsContext db, IReadOnlyList<PaymentExport> exports)
    {
        var subjects = exports.Select(e => e.Subject).ToList();
        var seen = await LiveMarks.Gone(db).Where(s => subjects.Contains(s)).ToHashSetAsync();
        return [.. exports.Where(e => !seen.Contains(e.Subject)).OrderBy(e => e.Position)];
    }
}
