using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>
/// A known receiver gets another bank account: the treasurer called back on a number known before and writes down what was
/// said, a second member agrees, and 48 hours later it can be paid to. Somebody who sends a false invoice loses here.
/// </summary>
public sealed class ChangingIban(Texts texts, TellingIban telling) : IEffect
{
    public const int ShortestNote = 20;

    public DecisionKind Kind => DecisionKind.ChangeIban;

    /// <param name="key">Money to this receiver (<see cref="Outgoing.Key"/>).</param>
    public async Task<Outcome<Decision>> Propose(WijkfondsContext db, Deciding deciding, Viewer who, DateTimeOffset now, string language, string key, string? typed, string? note)
    {
        who = await who.Again(db, now);
        if (Treasury.Bar(who) is { } bar) return bar;
        if (await Outgoing.Find(db, key) is not { To: { ErasedAt: null } receiver } payment) return new NotFoundHere();
        var iban = Iban.Read(typed, "iban");
        if (iban.Refused) return iban.Refusal;
        if (iban.Value == payment.Iban) return new IbanIsTheSame();
        var said = Typed.Line(note, "note", 500);
        if (said.Refused) return said.Refusal;
        if (said.Value.Length < ShortestNote) return new Missing("note", "Iban.Note");
        if (await UnderWay(db, receiver.Id) is { } refusal) return refusal;
        var change = new IbanChange { FundId = receiver.FundId, PartyId = receiver.Id, Iban = iban.Value, Note = said.Value, ProposedAt = now };
        db.Add(change);
        await db.SaveChangesAsync();
        // One open proposal for a receiver: the decision is about the change, the next one refuses while it is open.
        if (await db.Set<Decision>().AnyAsync(d => d.Kind == Kind && d.CarriedAt == null && d.DroppedAt == null && db.Set<IbanChange>().Any(c => c.Id == d.Subject && c.PartyId == receiver.Id)))
            return new AlreadyProposed();
        return await deciding.Propose(db, who, now, Kind, change.Id, texts.In(language)["iban.about", payment.Kind, payment.Number], $"/geld/betalingen/{payment.Key}/rekening");
    }

    public async Task<Refusal?> Stands(WijkfondsContext db, Decision decision, Viewer who)
    {
        if (Treasury.BarConfirming(who) is { } bar) return bar;
        var change = await db.Set<IbanChange>().SingleOrDefaultAsync(c => c.Id == decision.Subject);
        if (change is not null && await db.Set<Party>().AnyAsync(p => p.AccountId == who.AccountId && (p.Id == change.PartyId || p.Iban == change.Iban))) return new ReceiverCannotRelease();
        return change is null ? null : await Receiver.Bars(db, who, await db.Set<Party>().SingleOrDefaultAsync(p => p.Id == change.PartyId));
    }

    public async Task<bool> IsOwn(WijkfondsContext db, Decision decision, Guid account) =>
        await db.Set<Party>().SingleOrDefaultAsync(p => db.Set<IbanChange>().Any(c => c.Id == decision.Subject && c.PartyId == p.Id)) is { } party && await Receiver.Bars(db, account, party) is not null;

    public async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Decision decision) =>
        await db.Set<IbanChange>().Where(c => c.Id == decision.Subject).Select(c => c.PartyId).ToListAsync();

    public async Task<IReadOnlyList<string>> Explain(WijkfondsContext db, Decision decision, Words words)
    {
        var change = await db.Set<IbanChange>().SingleAsync(c => c.Id == decision.Subject);
        var party = await db.Set<Party>().SingleAsync(p => p.Id == change.PartyId);
        return [words["iban.explain", party.Name, Iban.Show(change.Iban)], words["iban.explain.note", change.Note], words["iban.explain.wait"]];
    }

    public async Task<Refusal?> Carry(WijkfondsContext db, Decision decision, Viewer who, DateTimeOffset now)
    {
        if (await db.Set<IbanChange>().SingleOrDefaultAsync(c => c.Id == decision.Subject) is not { } change) return new NotFoundHere();
        if (await UnderWay(db, change.PartyId) is { } refusal) return refusal;
        var party = await db.Set<Party>().SingleAsync(p => p.Id == change.PartyId);
        (party.Iban, change.AgreedAt, change.UsableFrom) = (change.Iban, now, now + IbanChange.Wait);
        await telling.Changed(db, now, change, party);
        // Who prepared these meant the other account: nobody agrees to other terms than were proposed.
        foreach (var waiting in (await Outgoing.All(db)).Where(o => o.To?.Id == party.Id && o.ReleasedAt is null))
            foreach (var kind in Outgoing.Releases) await Deciding.Drop(db, now, kind, waiting.Id);
        return null;
    }

    /// <summary>Released for the account that was known: it leaves for that one, or is taken back first.</summary>
    private static async Task<Refusal?> UnderWay(WijkfondsContext db, Guid party)
    {
        var filed = await db.Set<PaymentExport>().Where(e => e.WithdrawnAt == null).Select(e => e.Subject).ToHashSetAsync();
        return (await Outgoing.UnderWay(db)).FirstOrDefault(o => o.To?.Id == party && !filed.Contains(o.Id)) is { } first ? new ReceiverIsBeingPaid(first.Kind, first.Number) : null;
    }
}
