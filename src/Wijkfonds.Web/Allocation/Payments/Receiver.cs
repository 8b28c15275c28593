using System.Text;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.GivingBack;
using Wijkfonds.Web.Funds.Cash;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Statements.Auditing;

namespace Wijkfonds.Web.Allocation.Payments;

/// <summary>Who was typed to get money. Account: the e-mail of a receiver who has one here.</summary>
public sealed record ReceiverForm(string? Name, string? Iban, bool IsPerson, string? Account);

/// <summary>
/// Who gets money that leaves the bank, and the three rules that hold for every receiver: one record for one receiver,
/// another bank account only by two people with a call and two days, and nobody prepares or releases what they receive.
/// </summary>
public static class Receiver
{
    /// <param name="known">The account on the site that receives it, where that is clear already.</param>
    /// <param name="ibanNeeded">False where money may go without a transfer: then an empty account number is right.</param>
    public static async Task<Outcome<Party>> Take(WijkfondsContext db, DateTimeOffset now, Guid fund, ReceiverForm typed, Guid? known = null, bool ibanNeeded = true)
    {
        var name = Typed.Needed(typed.Name, "payee", 120, "Payment.Payee");
        if (name.Refused) return name.Refusal;
        var iban = !ibanNeeded && string.IsNullOrWhiteSpace(typed.Iban) ? "" : Payments.Iban.Read(typed.Iban, "iban");
        if (iban.Refused) return iban.Refusal;
        var account = known;
        if (account is null && !string.IsNullOrWhiteSpace(typed.Account))
        {
            var email = typed.Account.Trim().ToUpperInvariant();
            account = await db.Set<Account>().Where(a => a.NormalizedEmail == email).Select(a => (Guid?)a.Id).SingleOrDefaultAsync();
            if (account is null) return new PayeeAccountUnknown();
        }
        if (account is { } paid && await Auditors.Holds(db, paid, now)) return new AuditorIsNotPaid();
        if (iban.Value.Length > 0 && await OtherIban(db, name.Value, iban.Value, account) is { } other) return other;
        var party = await db.Set<Party>().FirstOrDefaultAsync(p => p.Iban == iban.Value && p.Name == name.Value && p.IsPerson == typed.IsPerson && p.AccountId == account && p.ErasedAt == null);
        if (party is null) db.Add(party = new Party { FundId = fund, Name = name.Value, Iban = iban.Value, IsPerson = typed.IsPerson, AccountId = account });
        return party;
    }

    /// <summary>Why this member has nothing to say about money to this receiver: it is their own, by account or by bank account, or they are related to who gets it.</summary>
    public static Task<Refusal?> Bars(WijkfondsContext db, Viewer who, Party? to, string iban = "") => who.AccountId is { } account ? Bars(db, account, to, iban) : Task.FromResult<Refusal?>(null);

    public static async Task<Refusal?> Bars(WijkfondsContext db, Guid account, Party? to, string iban = "")
    {
        if (to?.AccountId == account) return new ReceiverCannotRelease();
        var number = to is { Iban.Length: > 0 } ? to.Iban : iban;
        if (number.Length > 0 && await db.Set<Party>().AnyAsync(p => p.Iban == number && p.AccountId == account)) return new ReceiverCannotRelease();
        return to is not null && await IsRelated(db, account, to, number) ? new RelatedToReceiver() : null;
    }

    /// <summary>"Wie hoort bij wie" joins this member now with the receiver, on whatever record, or with an organisation of the same group.</summary>
    private static async Task<bool> IsRelated(WijkfondsContext db, Guid account, Party to, string iban)
    {
        var standing = db.Set<Relation>().Where(r => r.EndedAt == null);
        var related = (await standing.Where(r => r.One == account || r.Other == account).ToListAsync()).Select(r => r.OtherThan(account)).ToHashSet();
        if (related.Count == 0) return false;
        foreach (var group in await standing.Where(r => r.Kind == RelationKind.SameGroup && (related.Contains(r.One) || related.Contains(r.Other))).ToListAsync())
            related.UnionWith([group.One, group.Other]);
        related.Remove(account);
        return related.Contains(to.Id) || (to.AccountId is { } receives && related.Contains(receives))
            || (await db.Set<Party>().Where(p => related.Contains(p.Id) && p.ErasedAt == null).ToListAsync())
                .Any(p => (iban.Length > 0 && p.Iban == iban) || IsSame(p.Name, to.Name) || (p.AccountId is { } same && same == to.AccountId));
    }

    /// <summary>What a declared interest can be in: the receiver itself, and the organisation that gives here and is the same one by account or name.</summary>
    public static async Task<IReadOnlyList<Guid>> Concerns(WijkfondsContext db, Party? to)
    {
        if (to is null) return [];
        var (iban, name) = (to.Iban, to.Name.ToLowerInvariant());
        return [to.Id, .. await db.Set<Contributor>().Where(c => c.PartyId == to.Id || (iban != "" && c.Party.Iban == iban) || (name != "" && c.Party.Name.ToLower() == name)).Select(c => c.Id).ToListAsync()];
    }

    /// <summary>Who was paid before, by name or account of the site, is paid on the bank account that is known, until two people changed it.</summary>
    public static async Task<Refusal?> OtherIban(WijkfondsContext db, string name, string iban, Guid? account)
    {
        var before = (await Outgoing.All(db)).Where(o => o.To is { ErasedAt: null, Iban.Length: > 0 } to
            && (IsSame(to.Name, name) || (account is not null && to.AccountId == account))).OrderBy(o => o.Kind).ThenByDescending(o => o.Number).ToList();
        return before.Count == 0 || before.Any(o => o.To!.Iban == iban) ? null : new IbanIsOther(before[0].Name, before[0].Kind, before[0].Number);
    }

    /// <summary>One name, however it is typed: "Buurthuis De Brúg." is "buurthuis de brug". Only letters and digits count, without their accents.</summary>
    public static bool IsSame(string one, string other) => Plain(one) is { Length: > 0 } plain ? plain == Plain(other) : one == other;

    private static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormKD).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Receivers of own costs, cash and refunds since then: their records stay a while, for who erases.</summary>
    public static IQueryable<Guid> PaidSince(WijkfondsContext db, DateTimeOffset before) =>
        db.Set<AllianceCost>().Where(c => c.PreparedAt >= before).Select(c => c.PayeeId)
            .Concat(db.Set<CashSlip>().Where(s => s.PayeeId != null && s.EnteredAt >= before).Select(s => s.PayeeId!.Value))
            .Concat(db.Set<Refund>().Where(r => r.EnteredAt >= before).Select(r => r.Contributor.PartyId));
}
