using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>
/// An entry that was wrong is taken back by its opposite: proposed by the treasurer with a reason, agreed by a second member.
/// Both stay. The reason stands with the decision, outside the hash, because it may name people.
/// What a round did with money (set apart, promised, given back) follows from that round, and is not taken back here.
/// </summary>
public sealed class ReversingEntry(Book book, Texts texts) : IEffect
{
    public DecisionKind Kind => DecisionKind.ReverseEntry;

    public static bool MayBe(JournalEntry entry) => entry.Kind is not (EntryKind.Reservation or EntryKind.Release or EntryKind.Award) && entry.Reverses is null;

    public async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, long sequence, string? reason)
    {
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await db.Set<JournalEntry>().Include(e => e.Lines).SingleOrDefaultAsync(e => e.Sequence == sequence) is not { } entry) return new NotFoundHere();
        if (entry.Reverses is not null) return new ReversalStays();
        if (!MayBe(entry)) return new EntryOfRound();
        if (await db.Set<JournalEntry>().Where(e => e.Reverses == sequence).Select(e => (long?)e.Sequence).SingleOrDefaultAsync() is { } by) return new AlreadyReversed(by);
        if (await HasLeft(db, entry) is { } left) return left;
        var why = Typed.Needed(reason, "reason", 500, "Reversal.Reason");
        if (why.Refused) return why.Refusal;
        var words = texts.In(await db.Set<Fund>().Where(f => f.Id == entry.FundId).Select(f => f.Language).SingleAsync());
        var story = (await new EntryStories(words, path => path).Tell(db, [entry]))[0];
        return await deciding.Propose(db, who, now, Kind, entry.Id, words["entry.about", sequence, story.Sentence], $"/geld/boekingen/{sequence}", JsonSerializer.Serialize(new DecisionReason(why.Value)));
    }

    public Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words) => Task.FromResult(DecisionReason.Said(decision, words));

    public Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who) => Task.FromResult(Treasury.BarConfirming(who));

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<JournalEntry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == decision.Subject) is not { } entry) return new NotFoundHere();
        return await HasLeft(db, entry) is { } left ? left : (await book.Reverse(db, now, entry.FundId, entry.Sequence)).Refusal;
    }

    /// <summary>What is in a file for the bank, or was seen leaving it, comes back from the bank or is withdrawn first.</summary>
    private static async Task<Refusal?> HasLeft(WijkfondsContext db, JournalEntry entry)
    {
        if (await Outgoing.Find(db, entry.Subject) is not { } paid || paid.Entry != entry.Sequence) return null;
        return await db.Set<PaymentExport>().AnyAsync(e => e.Subject == paid.Id && e.WithdrawnAt == null) || await WithdrawingExport.IsSeen(db, paid.Id)
            ? new PaymentHasLeft(paid.Kind, paid.Number) : null;
    }
}
