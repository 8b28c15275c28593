using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>
/// Where money that is to leave stands: waits for a second member, released, in a file for the bank, final because the bank
/// shows it; or not agreed, taken back, come back. Its words are "payment.state.{Name}".
/// </summary>
/// <param name="Open">The decision that waits for a second member.</param>
public sealed record PaymentState(string Name, string Badge, int? Open = null)
{
    /// <summary>The states of these, from what happened to them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PaymentState>> Of(WijkfondsContext db, IReadOnlyCollection<Outgoing> outgoing)
    {
        var ids = outgoing.Select(o => o.Id).ToList();
        var booked = outgoing.Select(o => o.Entry).OfType<long>().ToList();
        var waiting = await db.Set<Decision>().Where(d => Outgoing.Releases.Contains(d.Kind) && ids.Contains(d.Subject) && d.CarriedAt == null && d.DroppedAt == null)
            .ToDictionaryAsync(d => d.Subject, d => d.Number);
        var undone = await db.Set<JournalEntry>().Where(e => e.Reverses != null && booked.Contains(e.Reverses.Value)).ToDictionaryAsync(e => e.Reverses!.Value, e => e.Kind);
        var exported = await db.Set<PaymentExport>().Where(e => ids.Contains(e.Subject) && e.WithdrawnAt == null).Select(e => e.Subject).ToHashSetAsync();
        var final = await LiveMarks.Gone(db).Where(s => ids.Contains(s)).ToHashSetAsync();
        return outgoing.ToDictionary(o => o.Id, o =>
            o.Entry is { } entry && undone.TryGetValue(entry, out var how) ? new PaymentState(how == EntryKind.ReturnedPayment ? "returned" : "reversed", "no")
            : final.Contains(o.Id) ? new("final", "open") : exported.Contains(o.Id) ? new("exported", "open")
            : o.ReleasedAt is not null ? new("released", "open") : waiting.TryGetValue(o.Id, out var number) ? new("waits", "wait", number) : new("dropped", "no"));
    }
}
