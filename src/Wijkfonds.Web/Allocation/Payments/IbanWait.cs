using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>
/// A bank account that two members agreed to less than 48 hours ago. Until then nothing is paid to that account under any
/// name, nor to who bears that name on any account: another record, or another kind of payment, is no way round.
/// </summary>
public sealed record IbanWait(DateTimeOffset Until, string Iban, Party Party)
{
    public bool Holds(Party? to, string iban) => (iban.Length > 0 && iban == Iban)
        || (to is not null && (to.Id == Party.Id || to.Iban == Iban || Receiver.IsSame(to.Name, Party.Name) || (to.AccountId is { } account && account == Party.AccountId)));

    public static async Task<IReadOnlyList<IbanWait>> All(WijkfondsContext db, DateTimeOffset now) =>
        await db.Set<IbanChange>().Where(c => c.UsableFrom > now)
            .Join(db.Set<Party>().Where(p => p.ErasedAt == null), c => c.PartyId, p => p.Id, (c, p) => new IbanWait(c.UsableFrom!.Value, c.Iban, p)).ToListAsync();

    /// <summary>From when this receiver may be paid; null when now.</summary>
    /// <param name="iban">Where it goes, where that does not stand with the receiver yet.</param>
    public static async Task<DateTimeOffset?> For(WijkfondsContext db, Party? to, DateTimeOffset now, string iban = "") =>
        (await All(db, now)).Where(w => w.Holds(to, iban)).Max(w => (DateTimeOffset?)w.Until);
}
