using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements.Auditing.Flagging;

/// <summary>A flag in words, for who sees money; where to look; and the entries that it is about.</summary>
/// <param name="Public">The same for everybody: names no person and no account.</param>
/// <param name="Into">The flag that it went on as.</param>
/// <param name="Before">The flags that went on as this one.</param>
public sealed record FlagStory(Flag Flag, string Sentence, string Public, string Path, IReadOnlyList<long> Entries, int? Into, IReadOnlyList<FlagRow> Before);

/// <summary>Knows the things that some flags are about: loads those and no others.</summary>
public sealed class FlagStories(Words words, WijkfondsContext db)
{
    private Dictionary<int, Award> awards = [];
    private Dictionary<int, Payment> payments = [];
    private Dictionary<int, AllianceCost> costs = [];
    private Dictionary<int, BankLine> lines = [];
    private Dictionary<Guid, string> givers = [];
    private ILookup<Guid, Seat> seats = null!;

    public async Task<IReadOnlyList<FlagStory>> Tell(IReadOnlyList<Flag> flags, FlagGrowth growth)
    {
        var parts = flags.SelectMany(f => f.Parts).ToLookup(p => p.Thing, p => p.Number);
        var (a, p, c, l) = (parts[FlagThing.Award].Distinct().ToList(), parts[FlagThing.Payment].Distinct().ToList(), parts[FlagThing.Cost].Distinct().ToList(), parts[FlagThing.Line].Distinct().ToList());
        awards = await db.Set<Award>().AsNoTracking().Include(x => x.Proposal.Round).Where(x => a.Contains(x.Number)).ToDictionaryAsync(x => x.Number);
        payments = await db.Set<Payment>().AsNoTracking().Include(x => x.Payee).Include(x => x.Award.Proposal.Round).Where(x => p.Contains(x.Number)).ToDictionaryAsync(x => x.Number);
        costs = await db.Set<AllianceCost>().AsNoTracking().Include(x => x.Payee).Where(x => c.Contains(x.Number)).ToDictionaryAsync(x => x.Number);
        lines = await db.Set<BankLine>().AsNoTracking().Include(x => x.Words).Where(x => l.Contains(x.Number)).ToDictionaryAsync(x => x.Number);
        var whose = flags.Select(f => f.Whose).OfType<Guid>().Distinct().ToList();
        givers = await db.Set<Party>().Where(x => whose.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Name);
        seats = (await db.Set<Seat>().AsNoTracking().Where(s => s.AccountId != null && whose.Contains(s.AccountId.Value)).ToListAsync()).ToLookup(s => s.AccountId!.Value);
        return [.. flags.Select(f => new FlagStory(f, Say(Key(f), f), Say(Key(f) + ".public", f), Path(f.Parts[^1]), [.. f.Parts.Select(Entry).OfType<long>().Distinct().Order()], growth.Into(f.Number), growth.Before(f.Number)))];
    }

    /// <summary>Some kinds are about one payment, or about all that somebody got in a year.</summary>
    private static string Key(Flag flag) => $"flag.{flag.Kind}{(flag.Kind is FlagKind.PayeeIsMember or FlagKind.BackToGiver && flag.Parts.Count > 1 ? ".many" : "")}";

    /// <summary>Every kind has its own values, the same in both sentences; a name stands only in the one that is not public.</summary>
    private string Say(string key, Flag flag)
    {
        var (parts, last) = (flag.Parts, flag.Parts[^1]);
        var plans = string.Join(", ", parts.Select(AwardOf).OfType<Award>().DistinctBy(x => x.Id).Select(PlanName));
        var sum = parts.Select(AmountOf).Aggregate(Cents.Zero, (s, x) => s + x);
        return flag.Kind switch
        {
            FlagKind.SameIban => words[key, Ending(PayeeOf(last)), plans],
            FlagKind.PayeeIsMember => words[key, SeatName(flag), What(parts), sum, Year(flag), parts.Count],
            FlagKind.JustUnder => words[key, plans, sum, new Cents(flag.Limit)],
            FlagKind.SeveralPerPerson => words[key, parts.Count, Year(flag), plans, sum],
            FlagKind.SeveralPerPlace => words[key, parts.Count, Year(flag), AwardOf(last)!.Proposal.Place, plans, sum],
            FlagKind.Splitting => words[key, parts.Count, Name(PayeeOf(last)), new Cents(flag.Limit), string.Join(", ", parts.Select(x => words.Money(AmountOf(x)))), What(parts)],
            FlagKind.BackToGiver => words[key, givers.GetValueOrDefault(flag.Whose!.Value) is { Length: > 0 } name ? name : words["flag.a-giver"], What(parts), sum, Year(flag), parts.Count],
            _ => words[key, -lines[last.Number].Amount, lines[last.Number].BookedOn, lines[last.Number].Words.Explanation],
        };
    }

    private string SeatName(Flag flag)
    {
        var seat = seats[flag.Whose!.Value].FirstOrDefault(s => s.IsHeldAt(flag.At)) ?? seats[flag.Whose.Value].First();
        return words["flag.seat", seat.PublicName.Length > 0 ? seat.PublicName : words["seat.nameless"], words[$"flag.body.{seat.Body}"]];
    }

    private string What(IEnumerable<FlagPart> parts) => string.Join(", ", parts.Select(What).Distinct());

    private string What(FlagPart part) => part.Thing == FlagThing.Cost ? words["flag.cost", costs[part.Number].What] : words["flag.plan", PlanName(AwardOf(part)!)];

    private string Name(Party? payee) => payee is { Name.Length: > 0 } ? payee.Name : words["flag.erased"];

    private static string Ending(Party? payee) => payee is { Iban.Length: > 4 } ? payee.Iban[^4..] : "…";

    private Award? AwardOf(FlagPart part) => part.Thing switch { FlagThing.Award => awards[part.Number], FlagThing.Payment => payments[part.Number].Award, _ => null };

    private Party? PayeeOf(FlagPart part) => part.Thing switch { FlagThing.Payment => payments[part.Number].Payee, FlagThing.Cost => costs[part.Number].Payee, _ => null };

    private Cents AmountOf(FlagPart part) => part.Thing switch
    {
        FlagThing.Award => awards[part.Number].Amount,
        FlagThing.Payment => payments[part.Number].Amount,
        FlagThing.Cost => costs[part.Number].Amount,
        _ => -lines[part.Number].Amount,
    };

    private long? Entry(FlagPart part) => part.Thing switch
    {
        FlagThing.Award => awards[part.Number].EntrySequence,
        FlagThing.Payment => payments[part.Number].EntrySequence,
        FlagThing.Cost => costs[part.Number].EntrySequence,
        _ => null,
    };

    private static string Path(FlagPart part) => part.Thing switch
    {
        FlagThing.Payment => $"/geld/betalingen/{Text(part.Number)}",
        FlagThing.Cost => "/geld/eigen-kosten",
        FlagThing.Line => $"/geld/bank/regels/{Text(part.Number)}",
        _ => $"/geld/toekenningen/{Text(part.Number)}",
    };

    private static string PlanName(Award award) => $"{Text(award.Proposal.Round.Number)}-{Text(award.Proposal.Number ?? 0)} {award.Proposal.Title}";

    private static string Year(Flag flag) => Text(flag.Year);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
