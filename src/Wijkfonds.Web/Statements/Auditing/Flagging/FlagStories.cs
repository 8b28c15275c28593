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
    private sealed record Plan(int Award, Guid Id, string Name, string Place, Cents Amount, long Entry);
    private sealed record Paid(int Number, Plan? Plan, string What, Guid PayeeId, Cents Amount, long? Entry);

    private Dictionary<int, Plan> awards = [];
    private Dictionary<int, Paid> payments = [];
    private Dictionary<int, Paid> costs = [];
    private Dictionary<Guid, Party> payees = [];
    private Dictionary<int, BankLine> lines = [];
    private Dictionary<Guid, string> givers = [];
    private ILookup<Guid, Seat> seats = null!;

    public async Task<IReadOnlyList<FlagStory>> Tell(IReadOnlyList<Flag> flags, FlagGrowth growth)
    {
        var parts = flags.SelectMany(f => f.Parts).ToLookup(p => p.Thing, p => p.Number);
        var (a, p, c, l) = (parts[FlagThing.Award].Distinct().ToList(), parts[FlagThing.Payment].Distinct().ToList(), parts[FlagThing.Cost].Distinct().ToList(), parts[FlagThing.Line].Distinct().ToList());
        // A flag can be about hundreds of payments: no more is read of each than is told.
        var plans = (await db.Set<Award>().Where(x => a.Contains(x.Number) || db.Set<Payment>().Any(y => y.AwardId == x.Id && p.Contains(y.Number)))
            .Select(x => new { x.Number, x.Id, x.Proposal.Title, Round = x.Proposal.Round.Number, Plan = x.Proposal.Number, x.Proposal.Place, x.Amount, x.EntrySequence }).ToListAsync())
            .ToDictionary(x => x.Id, x => new Plan(x.Number, x.Id, $"{Text(x.Round)}-{Text(x.Plan ?? 0)} {x.Title}", x.Place, x.Amount, x.EntrySequence));
        awards = plans.Values.ToDictionary(x => x.Award);
        payments = (await db.Set<Payment>().Where(x => p.Contains(x.Number)).Select(x => new { x.Number, x.AwardId, x.PayeeId, x.Amount, x.EntrySequence }).ToListAsync())
            .ToDictionary(x => x.Number, x => new Paid(x.Number, plans[x.AwardId], "", x.PayeeId, x.Amount, x.EntrySequence));
        costs = (await db.Set<AllianceCost>().Where(x => c.Contains(x.Number)).Select(x => new { x.Number, x.What, x.PayeeId, x.Amount, x.EntrySequence }).ToListAsync())
            .ToDictionary(x => x.Number, x => new Paid(x.Number, null, x.What, x.PayeeId, x.Amount, x.EntrySequence));
        var paid = payments.Values.Concat(costs.Values).Select(x => x.PayeeId).Distinct().ToList();
        payees = await db.Set<Party>().AsNoTracking().Where(x => paid.Contains(x.Id)).ToDictionaryAsync(x => x.Id);
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
        var plans = string.Join(", ", parts.Select(PlanOf).OfType<Plan>().DistinctBy(x => x.Id).Select(x => x.Name));
        var sum = parts.Select(AmountOf).Aggregate(Cents.Zero, (s, x) => s + x);
        return flag.Kind switch
        {
            FlagKind.SameIban => words[key, Ending(PayeeOf(last)), plans],
            FlagKind.PayeeIsMember => words[key, SeatName(flag), What(parts), sum, Year(flag), parts.Count],
            FlagKind.JustUnder => words[key, plans, sum, new Cents(flag.Limit)],
            FlagKind.SeveralPerPerson => words[key, parts.Count, Year(flag), plans, sum],
            FlagKind.SeveralPerPlace => words[key, parts.Count, Year(flag), PlanOf(last)!.Place, plans, sum],
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

    private string What(FlagPart part) => part.Thing == FlagThing.Cost ? words["flag.cost", costs[part.Number].What] : words["flag.plan", PlanOf(part)!.Name];

    private string Name(Party? payee) => payee is { Name.Length: > 0 } ? payee.Name : words["flag.erased"];

    private static string Ending(Party? payee) => payee is { Iban.Length: > 4 } ? payee.Iban[^4..] : "…";

    private Plan? PlanOf(FlagPart part) => part.Thing switch { FlagThing.Award => awards[part.Number], FlagThing.Payment => payments[part.Number].Plan, _ => null };

    private Party? PayeeOf(FlagPart part) => part.Thing switch { FlagThing.Payment => payees[payments[part.Number].PayeeId], FlagThing.Cost => payees[costs[part.Number].PayeeId], _ => null };

    private Cents AmountOf(FlagPart part) => part.Thing switch
    {
        FlagThing.Award => awards[part.Number].Amount,
        FlagThing.Payment => payments[part.Number].Amount,
        FlagThing.Cost => costs[part.Number].Amount,
        _ => -lines[part.Number].Amount,
    };

    private long? Entry(FlagPart part) => part.Thing switch
    {
        FlagThing.Award => awards[part.Number].Entry,
        FlagThing.Payment => payments[part.Number].Entry,
        FlagThing.Cost => costs[part.Number].Entry,
        _ => null,
    };

    private static string Path(FlagPart part) => part.Thing switch
    {
        FlagThing.Payment => $"/geld/betalingen/{Text(part.Number)}",
        FlagThing.Cost => "/geld/eigen-kosten",
        FlagThing.Line => $"/geld/bank/regels/{Text(part.Number)}",
        _ => $"/geld/toekenningen/{Text(part.Number)}",
    };

    private static string Year(Flag flag) => Text(flag.Year);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
