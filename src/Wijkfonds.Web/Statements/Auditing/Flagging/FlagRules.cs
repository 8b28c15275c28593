using System.Globalization;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Statements.Auditing.Flagging;

/// <summary>What a rule noticed, before it is known whether it was noticed before.</summary>
/// <param name="Key">Names what it began with: a payment, an award, a mark. The same beginning gives the same key for ever.</param>
/// <param name="Parts">In the order of things; what it began with comes last.</param>
public sealed record Noticed(FlagKind Kind, string Key, DateTimeOffset At, IReadOnlyList<FlagPart> Parts, Guid? Whose = null, Cents Limit = default);

/// <summary>
/// The rules, over everything that is known. Each of them notices the award or payment with which something began: one more
/// of the same is one more flag, so that an explanation of two plans is never taken for one of three.
/// </summary>
public static class FlagRules
{
    /// <summary>An award is just under a limit when it is at most this part of it below; a payment likewise, for splitting.</summary>
    private const int AwardTwentieths = 1, SplitTwentieths = 2;

    public static IEnumerable<Noticed> Notice(FlagSource of) => SameIban(of).Concat(PayeeIsMember(of)).Concat(JustUnder(of)).Concat(SeveralPerPerson(of))
        .Concat(SeveralPerPlace(of)).Concat(Splitting(of)).Concat(BackToGiver(of)).Concat(WithoutAward(of)).OrderBy(n => n.At).ThenBy(n => n.Kind).ThenBy(n => n.Key, StringComparer.Ordinal);

    private static IEnumerable<Noticed> SameIban(FlagSource of) =>
        from account in of.Leaving.Where(p => p.Award is not null && p.Payee.Iban.Length > 0).GroupBy(p => p.Payee.Iban)
        let firsts = account.GroupBy(p => p.Award!.Id).Select(plan => plan.First()).ToList()
        from i in Enumerable.Range(1, Math.Max(0, firsts.Count - 1))
        select new Noticed(FlagKind.SameIban, $"iban/{firsts[i].Id:N}", firsts[i].At, [.. firsts.Take(i + 1).Select(p => p.Part)]);

    private static IEnumerable<Noticed> PayeeIsMember(FlagSource of) =>
        from p in of.Leaving
        from seat in of.Seats.Where(s => s.IsHeldAt(p.At) && (s.AccountId == p.Payee.AccountId || of.Relations.Any(r => r.JoinedAt(p.At, s.AccountId!.Value, p.Payee.Id)))).DistinctBy(s => s.AccountId)
        select new Noticed(FlagKind.PayeeIsMember, $"member/{p.Id:N}/{seat.AccountId:N}", p.At, [p.Part], seat.AccountId);

    /// <summary>By the limits of now, and so only awards since they were decided.</summary>
    private static IEnumerable<Noticed> JustUnder(FlagSource of) =>
        from award in of.Awards.Where(a => of.Rules.DecidedAt is null || a.BookedAt >= of.Rules.DecidedAt)
        from limit in Limits(of)
        where IsJustUnder(award.Amount, limit, AwardTwentieths)
        select new Noticed(FlagKind.JustUnder, $"under/{award.Id:N}", award.BookedAt, [Part(award)], Limit: limit);

    private static IEnumerable<Noticed> SeveralPerPerson(FlagSource of) =>
        from maker in Small(of).GroupBy(a => (a.Proposal.AccountId, Year: of.YearOf(a.BookedAt)))
        let awards = maker.ToList()
        from i in Enumerable.Range(1, awards.Count - 1)
        select new Noticed(FlagKind.SeveralPerPerson, $"maker/{awards[i].Id:N}", awards[i].BookedAt, [.. awards.Take(i + 1).Select(Part)], maker.Key.AccountId);

    /// <summary>The fund knows nobody's home. What it does know is the place that a plan is for: several makers, one place.</summary>
    private static IEnumerable<Noticed> SeveralPerPlace(FlagSource of) =>
        from place in Small(of).Where(a => !a.Proposal.WholeNeighbourhood && Plain(a.Proposal.Place).Length > 0).GroupBy(a => (Plain(a.Proposal.Place), Year: of.YearOf(a.BookedAt)))
        let awards = place.ToList()
        from i in Enumerable.Range(1, awards.Count - 1)
        where awards.Take(i).All(a => a.Proposal.AccountId != awards[i].Proposal.AccountId)
        select new Noticed(FlagKind.SeveralPerPlace, $"place/{awards[i].Id:N}", awards[i].BookedAt, [.. awards.Take(i + 1).Select(Part)]);

    /// <summary>The parts of one award are not splitting: that is how awards are paid.</summary>
    private static IEnumerable<Noticed> Splitting(FlagSource of) =>
        from limit in Limits(of)
        from receiver in of.Leaving.Where(p => p.Amount.Value % 100 == 0 && IsJustUnder(p.Amount, limit, SplitTwentieths)).GroupBy(p => (p.Receiver, Year: of.YearOf(p.At)))
        let payments = receiver.DistinctBy(p => p.Award?.Id ?? p.Id).ToList()
        from i in Enumerable.Range(1, Math.Max(0, payments.Count - 1))
        select new Noticed(FlagKind.Splitting, $"split/{payments[i].Id:N}", payments[i].At, [.. payments.Take(i + 1).Select(p => p.Part)], Limit: limit);

    private static IEnumerable<Noticed> BackToGiver(FlagSource of) =>
        from p in of.Leaving
        from giver in of.Givers
        where p.Payee.Id == giver.Party.Id || (giver.Party.Iban.Length > 0 && giver.Party.Iban == p.Payee.Iban)
            || (p.Payee.AccountId is { } account && (giver.Representatives.Contains(account) || of.Relations.Any(r => r.JoinedAt(p.At, giver.Party.Id, account))))
            || of.Relations.Any(r => r.JoinedAt(p.At, giver.Party.Id, p.Payee.Id))
        select new Noticed(FlagKind.BackToGiver, $"giver/{p.Id:N}/{giver.Party.Id:N}", p.At, [p.Part], giver.Party.Id);

    private static IEnumerable<Noticed> WithoutAward(FlagSource of) =>
        of.Unawarded.Select(l => new Noticed(FlagKind.WithoutAward, $"line/{l.Mark:N}", l.At, [new(FlagThing.Line, l.Line)]));

    private static IEnumerable<Award> Small(FlagSource of) => of.Awards.Where(a => a.Amount < of.Rules.LimitB);

    private static Cents[] Limits(FlagSource of) => [of.Rules.LimitA, of.Rules.LimitB];

    private static bool IsJustUnder(Cents amount, Cents limit, int twentieths) => amount < limit && (Int128)amount.Value * 20 >= (Int128)limit.Value * (20 - twentieths);

    private static FlagPart Part(Award award) => new(FlagThing.Award, award.Number);

    /// <summary>"Lindestraat 12" and "lindestraat, 12" are one place.</summary>
    private static string Plain(string place) => string.Concat(place.ToUpper(CultureInfo.InvariantCulture).Where(char.IsLetterOrDigit));
}
