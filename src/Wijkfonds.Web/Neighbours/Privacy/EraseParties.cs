using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Contributions.GivingBack;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Funds.Cash;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours.Privacy;

/// <summary>Seven years after the last thing that happened with a party's money. What a slip said goes with the name: people write names there too.</summary>
internal static class EraseParties
{
    public static async Task Run(WijkfondsContext db, DateTimeOffset now)
    {
        var before = now.AddYears(-EraseWhatEnded.MoneyYears);
        var ended = await db.Set<Party>().Where(p => p.ErasedAt == null)
            .Where(p => !db.Set<Payment>().Any(x => x.PayeeId == p.Id && (x.PreparedAt >= before || (x.ReleasedAt == null
                && db.Set<Decision>().Any(d => d.Kind == DecisionKind.ReleasePayment && d.Subject == x.Id && d.DroppedAt == null)))))
            .Where(p => !db.Set<Contributor>().Any(c => c.PartyId == p.Id && (c.EnteredAt >= before || c.Pledges.Any(l => l.EnteredAt >= before))))
            .Where(p => !db.Set<Deposit>().Any(d => d.Contributor.PartyId == p.Id && d.EnteredAt >= before))
            .Where(p => !db.Set<Agreement>().Any(a => a.Contributor.PartyId == p.Id && a.EnteredAt >= before))
            .Where(p => !db.Set<Earmark>().Any(e => e.Contributor.PartyId == p.Id && (e.EnteredAt >= before || e.Lists.Any(l => l.EnteredAt >= before))))
            .Where(p => !db.Set<Offer>().Any(o => o.Contributor.PartyId == p.Id && (o.EnteredAt >= before || o.Acts.Any(a => a.At >= before))))
            .Where(p => !Receiver.PaidSince(db, before).Any(r => r == p.Id))
            .Where(p => db.Set<Payment>().Any(x => x.PayeeId == p.Id) || db.Set<Contributor>().Any(c => c.PartyId == p.Id)
                || db.Set<AllianceCost>().Any(c => c.PayeeId == p.Id) || db.Set<CashSlip>().Any(s => s.PayeeId == p.Id))
            .ToListAsync();
        var ids = ended.Select(p => p.Id).ToList();
        // First: the titles of decisions say what these rows say now.
        await DecidedWords.Forget(db, await DecidedOnParties.Of(db, ended));
        await db.Set<Deposit>().Where(d => ids.Contains(d.Contributor.PartyId)).ExecuteUpdateAsync(set => set.SetProperty(d => d.BankReference, ""));
        await db.Set<Agreement>().Where(a => ids.Contains(a.Contributor.PartyId)).ExecuteUpdateAsync(set => set.SetProperty(a => a.Reference, "").SetProperty(a => a.Conditions, ""));
        await db.Set<AgreementAct>().Where(x => db.Set<Agreement>().Any(a => a.Id == x.AgreementId && ids.Contains(a.Contributor.PartyId))).ExecuteUpdateAsync(set => set.SetProperty(x => x.Reason, ""));
        await db.Set<Refund>().Where(r => ids.Contains(r.Contributor.PartyId)).ExecuteUpdateAsync(set => set.SetProperty(r => r.Reason, "").SetProperty(r => r.Iban, ""));
        await db.Set<Offer>().Where(o => ids.Contains(o.Contributor.PartyId)).ExecuteUpdateAsync(set => set.SetProperty(o => o.What, "").SetProperty(o => o.Valuation, ""));
        await db.Set<OfferNote>().Where(n => db.Set<OfferAct>().Any(a => a.Id == n.ActId && ids.Contains(a.Offer.Contributor.PartyId))).ExecuteUpdateAsync(set => set.SetProperty(n => n.Words, ""));
        await db.Set<Payment>().Where(p => ids.Contains(p.PayeeId)).ExecuteUpdateAsync(set => set.SetProperty(p => p.Purpose, ""));
        await db.Set<PaymentExport>().Where(e => db.Set<Payment>().Any(p => p.Id == e.Subject && ids.Contains(p.PayeeId)) || db.Set<AllianceCost>().Any(c => c.Id == e.Subject && ids.Contains(c.PayeeId))
                || db.Set<CashSlip>().Any(c => c.Id == e.Subject && ids.Contains(c.PayeeId!.Value)) || db.Set<Refund>().Any(r => r.Id == e.Subject && ids.Contains(r.Contributor.PartyId)))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Name, "").SetProperty(e => e.Iban, "").SetProperty(e => e.Text, ""));
        await db.Set<IbanChange>().Where(c => ids.Contains(c.PartyId)).ExecuteUpdateAsync(set => set.SetProperty(c => c.Iban, "").SetProperty(c => c.Note, ""));
        // The complexes stay: names of buildings. A house number without a postcode is nowhere.
        await db.Set<EarmarkPlace>().Where(x => x.Postcode != "" && db.Set<Earmark>().Any(e => e.Id == x.EarmarkId && ids.Contains(e.Contributor.PartyId)))
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.Postcode, "").SetProperty(x => x.Addition, ""));
        await db.Set<EarmarkWord>().Where(x => x.Letter != "" && db.Set<Earmark>().Any(e => e.Id == x.EarmarkId && ids.Contains(e.Contributor.PartyId))).ExecuteUpdateAsync(set => set.SetProperty(x => x.Letter, ""));
        foreach (var party in ended)
        {
            (party.Name, party.Iban, party.Email, party.Contact, party.AccountId) = (Party.ErasedName, "", "", "", null);
            party.ErasedAt = now;
        }
    }
}
