using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>Computes what deserves a second look, by rule, whenever it is asked. For members, the audit committee and the accountant: it names people.</summary>
public static class Flags
{
    /// <summary>An award is just under a limit when it is at most this many twentieths below it.</summary>
    private const int Twentieths = 1;

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<Flag>> Of(WijkfondsContext db, Guid fund)
    {
        var awards = await db.Set<Award>().AsNoTracking().Include(a => a.Proposal.Round).OrderBy(a => a.Number).ToListAsync();
        var payments = (await db.Set<Payment>().AsNoTracking().Include(p => p.Payee).OrderBy(p => p.Number).ToListAsync())
            .Join(awards, p => p.AwardId, a => a.Id, (payment, award) => (Payment: payment, Award: award)).ToList();
        var rules = await MoneyRules.Of(db, fund);
        return [.. SameIban(payments).Concat(await PayeeIsMember(db, payments)).Concat(JustUnder(awards, rules)).Concat(SeveralPerPerson(awards, rules))
            .Concat(await BackToGiver(db, payments)).OrderByDescending(f => f.At).ThenBy(f => f.Kind)];
    }

    private static IEnumerable<Flag> SameIban(IReadOnlyList<(Payment Payment, Award Award)> payments) =>
        from account in payments.Where(p => p.Payment.Payee.Iban.Length > 0).GroupBy(p => p.Payment.Payee.Iban)
        let plans = account.Select(p => p.Award).DistinctBy(a => a.Id).ToList()
        where plans.Count > 1
        select new Flag(FlagKind.SameIban, account.Max(p => p.Payment.PreparedAt),
            [account.Key[^4..], string.Join(", ", plans.Select(Name)), Sum(account.Select(p => p.Payment.Amount))], "/geld/betalingen", Entries(account));

    private static async Task<IEnumerable<Flag>> PayeeIsMember(WijkfondsContext db, IReadOnlyList<(Payment Payment, Award Award)> payments)
    {
        var relations = await db.Set<Relation>().AsNoTracking().Where(r => r.EndedAt == null).ToListAsync();
        var seats = await db.Set<Seat>().AsNoTracking().Where(s => s.Body == Body.Alliance && s.AccountId != null).ToListAsync();
        return from p in payments
               let seat = seats.FirstOrDefault(s => s.IsHeldAt(p.Payment.PreparedAt)
                   && (s.AccountId == p.Payment.Payee.AccountId || relations.Any(r => r.Joins(s.AccountId!.Value, p.Payment.PayeeId))))
               where seat is not null
               select new Flag(FlagKind.PayeeIsMember, p.Payment.PreparedAt, [seat.PublicName, Name(p.Award), p.Payment.Amount], Path(p.Payment), Entries([p]));
    }

    private static IEnumerable<Flag> JustUnder(IReadOnlyList<Award> awards, MoneyRules rules) =>
        from award in awards
        from limit in new[] { rules.LimitA, rules.LimitB }
        where award.Amount < limit && (Int128)award.Amount.Value * 20 >= (Int128)limit.Value * (20 - Twentieths)
        select new Flag(FlagKind.JustUnder, award.BookedAt, [Name(award), award.Amount, limit], Path(award), [award.EntrySequence]);

    private static IEnumerable<Flag> SeveralPerPerson(IReadOnlyList<Award> awards, MoneyRules rules) =>
        from person in awards.Where(a => a.Amount < rules.LimitB).GroupBy(a => (a.Proposal.AccountId, a.BookedAt.Year))
        where person.Count() > 1
        select new Flag(FlagKind.SeveralPerPerson, person.Max(a => a.BookedAt),
            [person.Count().ToString(CultureInfo.InvariantCulture), person.Key.Year.ToString(CultureInfo.InvariantCulture), string.Join(", ", person.Select(Name)), Sum(person.Select(a => a.Amount))],
            Path(person.First()), [.. person.Select(a => a.EntrySequence).Order()]);

    private static async Task<IEnumerable<Flag>> BackToGiver(WijkfondsContext db, IReadOnlyList<(Payment Payment, Award Award)> payments)
    {
        var givers = await db.Set<Contributor>().AsNoTracking().Include(c => c.Party).OrderBy(c => c.Number).ToListAsync();
        var relations = await db.Set<Relation>().AsNoTracking().Where(r => r.EndedAt == null).ToListAsync();
        var representatives = (await db.Set<Representative>().AsNoTracking().ToListAsync()).ToLookup(r => r.ContributorId, r => r.AccountId);
        return from p in payments
               from giver in givers
               where p.Payment.PayeeId == giver.PartyId || (giver.Party.Iban.Length > 0 && giver.Party.Iban == p.Payment.Payee.Iban)
                   || (p.Payment.Payee.AccountId is { } account && representatives[giver.Id].Contains(account))
                   || relations.Any(r => r.Joins(giver.PartyId, p.Payment.PayeeId))
               select new Flag(FlagKind.BackToGiver, p.Payment.PreparedAt, [giver.Party.Name, Name(p.Award), p.Payment.Amount], Path(p.Payment), Entries([p]));
    }

    private static string Name(Award award) => string.Create(CultureInfo.InvariantCulture, $"{award.Proposal.Round.Number}-{award.Proposal.Number} {award.Proposal.Title}");

    private static string Path(Award award) => string.Create(CultureInfo.InvariantCulture, $"/rondes/{award.Proposal.Round.Number}/plannen/{award.Proposal.Number}/geld");

    private static string Path(Payment payment) => string.Create(CultureInfo.InvariantCulture, $"/geld/betalingen/{payment.Number}");

    private static IReadOnlyList<long> Entries(IEnumerable<(Payment Payment, Award Award)> payments) => [.. payments.Select(p => p.Payment.EntrySequence).OfType<long>().Order()];

    private static Cents Sum(IEnumerable<Cents> amounts) => amounts.Aggregate(Cents.Zero, (sum, a) => sum + a);
}
