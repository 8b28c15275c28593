using System.Globalization;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Statements.Auditing.Flagging;

/// <summary>What a rule noticed, before it is known whether it was noticed before.</summary>
/// <param name="Key">Names what it came with: a payment, an award, a mark. The same one gives the same key for ever.</param>
/// <param name="Parts">In the order of things; what it came with comes last.</param>
/// <param name="Year">The year it belongs to, where that is not the year of <paramref name="At"/>.</param>
public sealed record Noticed(FlagKind Kind, string Key, DateTimeOffset At, IReadOnlyList<FlagPart> Parts, Guid? Whose = null, Cents Limit = default, int? Year = null);

/// <summary>
/// The rules, over everything that is known. Each of them notices what there is on one ground (an account, a receiver in a year)
/// as one thing, named by the award or payment that came last. One more on the same ground is a larger thing, which takes the
/// place of the smaller (<see cref="FlagGrowth"/>): an explanation of two plans is never taken for one of three.
/// </summary>
public static class FlagRules
{
    /// <summary>An award is just under a limit when it is at most this part of it below; a payment likewise, for splitting.</summary>
    private const int AwardTwentieths = 1, SplitTwentieths = 2;

    public static IEnumerable<Noticed> Notice(FlagSource of) => SameIban(of).Concat(PayeeIsMember(of)).Concat(JustUnder(of)).Concat(SeveralPerPerson(of))
        .Concat(SeveralPerPlace(of)).Concat(Splitting(of)).Concat(BackToGiver(of)).Concat(WithoutAward(of)).OrderBy(n => n.At).ThenBy(n => n.Kind).ThenBy(n => n.Key, StringComparer.Ordinal);

    private static IEnumerable<Noticed> SameIban(FlagSource of) =>
        from account in of.Leaving.Where(p => p.Award is not null && p.Payee.Iban.Length > 0).GroupBy(p => p.Payee.Iban)
        let firsts = account.DistinctBy(p => p.Award!.Id).ToList()
        where firsts.Count > 1
        select new Noticed(FlagKind.SameIban, $"iban/{firsts[^1].Id:N}", firsts[^1].At, Parts(firsts));

    /// <summary>All that one receiver gets in a year is one thing. A member is who was paid under that account here, or on a bank account that was once theirs: another name is no way round.</summary>
    private static IEnumerable<Noticed> PayeeIsMember(FlagSource of) =>
        from p in of.Leaving
        from seat in of.Seats.Where(s => s.IsHeldAt(p.At) && (s.AccountId == p.Payee.AccountId || of.Ibans[s.AccountId!.Value].Contains(p.Payee.Iban) || of.Relations.Any(r => r.JoinedAt(p.At, s.AccountId!.Value, p.Payee.Id)))).DistinctBy(s => s.AccountId)
        group p by (Member: seat.AccountId!.Value, p.Receiver, Year: of.YearOf(p.At)) into year
        let last = year.Last()
        select new Noticed(FlagKind.PayeeIsMember, $"member/{last.Id:N}/{year.Key.Member:N}", last.At, Parts(year), year.Key.Member);

    /// <summary>By the limits of now, and so only awards since they were decided.</summary>
    private static IEnumerable<Noticed> JustUnder(FlagSource of) =>
        from award in of.Awards.Where(a => of.Rules.DecidedAt is null || a.BookedAt >= of.Rules.DecidedAt)
        from limit in Limits(of)
        where IsJustUnder(award.Amount, limit, AwardTwentieths)
        select new Noticed(FlagKind.JustUnder, $"under/{award.Id:N}", award.BookedAt, [Part(award)], Limit: limit);

    private static IEnumerable<Noticed> SeveralPerPerson(FlagSource of) =>
        from maker in Small(of).GroupBy(a => (a.Proposal.AccountId, Year: of.YearOf(a.BookedAt)))
        let awards = maker.ToList()
        where awards.Count > 1
        select new Noticed(FlagKind.SeveralPerPerson, $"maker/{awards[^1].Id:N}", awards[^1].BookedAt, [.. awards.Select(Part)], maker.Key.AccountId);

    /// <summary>The fund knows nobody's home. What it does know is the place that a plan is for: several makers, one place.</summary>
    private static IEnumerable<Noticed> SeveralPerPlace(FlagSource of) =>
        from place in Small(of).Where(a => !a.Proposal.WholeNeighbourhood && Plain(a.Proposal.Place).Length > 0).GroupBy(a => (Plain(a.Proposal.Place), Year: of.YearOf(a.BookedAt)))
        let awards = place.ToList()
        where awards.DistinctBy(a => a.Proposal.AccountId).Count() > 1
        // Up to the last of a new maker: what one maker got more is another rule's.
        let last = awards.DistinctBy(a => a.Proposal.AccountId).Last()
        select new Noticed(FlagKind.SeveralPerPlace, $"place/{last.Id:N}", last.BookedAt, [.. awards.TakeWhile(a => a != last).Append(last).Select(Part)]);

    /// <summary>The parts of one award are not splitting: that is how awards are paid.</summary>
    private static IEnumerable<Noticed> Splitting(FlagSource of) =>
        from limit in Limits(of)
        from receiver in of.Leaving.Where(p => p.Amount.Value % 100 == 0 && IsJustUnder(p.Amount, limit, SplitTwentieths)).GroupBy(p => (p.Receiver, Year: of.YearOf(p.At)))
        let payments = receiver.DistinctBy(p => p.Award?.Id ?? p.Id).ToList()
        where payments.Count > 1
        select new Noticed(FlagKind.Splitting, $"split/{payments[^1].Id:N}", payments[^1].At, Parts(payments), Limit: limit);

    /// <summary>All that one receiver gets in a year is one thing.</summary>
    private static IEnumerable<Noticed> BackToGiver(FlagSource of) =>
        from p in of.Leaving
        from giver in of.Givers
        where p.Payee.Id == giver.Party.Id || (giver.Party.Iban.Length > 0 && giver.Party.Iban == p.Payee.Iban)
            || (p.Payee.AccountId is { } account && (giver.Representatives.Contains(account) || of.Relations.Any(r => r.JoinedAt(p.At, giver.Party.Id, account))))
            || of.Relations.Any(r => r.JoinedAt(p.At, giver.Party.Id, p.Payee.Id))
        group p by (Giver: giver.Party.Id, p.Receiver, Year: of.YearOf(p.At)) into year
        let last = year.Last()
        select new Noticed(FlagKind.BackToGiver, $"giver/{last.Id:N}/{year.Key.Giver:N}", last.At, Parts(year), year.Key.Giver);

    /// <summary>Of the year in which it left, whenever it was explained: that year's audit looks at it.</summary>
    private static IEnumerable<Noticed> WithoutAward(FlagSource of) =>
        of.Unawarded.Select(l => new Noticed(FlagKind.WithoutAward, $"line/{l.Mark:N}", l.At, [new(FlagThing.Line, l.Line)], Year: l.Year));

    private static IEnumerable<Award> Small(FlagSource of) => of.Awards.Where(a => a.Amount < of.Rules.LimitB);

    private static Cents[] Limits(FlagSource of) => [of.Rules.LimitA, of.Rules.LimitB];

    private static bool IsJustUnder(Cents amount, Cents limit, int twentieths) => amount < limit && (Int128)amount.Value * 20 >= (Int128)limit.Value * (20 - twentieths);

    private static IReadOnlyList<FlagPart> Parts(IEnumerable<Leaving> payments) => [.. payments.Select(p => p.Part)];

    private static FlagPart Part(Award award) => new(FlagThing.Award, award.Number);

    /// <summary>"Lindestraat 12" and "lindestraat, 12" are one place.</summary>
    private static string Plain(string place) => string.Concat(place.ToUpper(CultureInfo.InvariantCulture).Where(char.IsLetterOrDigit));
}
