using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>
/// Where a payment stands: waits for a second member, released, in a file for the bank, final because the bank shows it; or
/// not agreed, taken back, come back. Its words are "payment.state.{Name}".
/// </summary>
public sealed record PaymentState(string Name, string Badge)
{
    /// <summary>The states of these payments, from what happened to them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PaymentState>> Of(WijkfondsContext db, IReadOnlyCollection<Payment> payments)
    {
        var ids = payments.Select(p => p.Id).ToList();
        var booked = payments.Select(p => p.EntrySequence).OfType<long>().ToList();
        var waiting = await db.Set<Decision>().Where(d => d.Kind == DecisionKind.ReleasePayment && ids.Contains(d.Subject) && d.CarriedAt == null && d.DroppedAt == null)
            .Select(d => d.Subject).ToHashSetAsync();
        var undone = await db.Set<JournalEntry>().Where(e => e.Reverses != null && booked.Contains(e.Reverses.Value)).ToDictionaryAsync(e => e.Reverses!.Value, e => e.Kind);
        var exported = await db.Set<PaymentExport>().Where(e => ids.Contains(e.PaymentId) && e.WithdrawnAt == null).Select(e => e.PaymentId).ToHashSetAsync();
        var final = await LiveMarks.Of(db).Where(m => m.Kind == BankMarkKind.Payment && ids.Contains(m.Subject)).Select(m => m.Subject).ToHashSetAsync();
        return payments.ToDictionary(p => p.Id, p =>
            p.EntrySequence is { } entry && undone.TryGetValue(entry, out var how) ? new PaymentState(how == EntryKind.ReturnedPayment ? "returned" : "reversed", "no")
            : final.Contains(p.Id) ? new("final", "open") : exported.Contains(p.Id) ? new("exported", "open")
            : p.ReleasedAt is not null ? new("released", "open") : waiting.Contains(p.Id) ? new("waits", "wait") : new("dropped", "no"));
    }
}
