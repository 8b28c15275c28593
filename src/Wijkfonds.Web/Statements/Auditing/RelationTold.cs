using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>What one end of a relation is to anybody: an organisation that gives, by name (empty once it was erased); else by its seat, or else who was paid. A person is never named.</summary>
public sealed record RelatedEnd(string? Giver, Body? Seat);

/// <summary>What was paid to who is related, for one plan (0: for the alliance itself), and how much of that was the asking contributor's.</summary>
public sealed record RelatedMoney(int Round, int Plan, string Title, Cents Amount, Cents OfAsking);

/// <summary>A relation as it was known at an instant, with what who is related received of the fund in a period. Number 0: a giver that was paid itself.</summary>
public sealed record RelationTold(int Number, RelationKind? Kind, RelatedEnd One, RelatedEnd Other, IReadOnlyList<RelatedMoney> Received)
{
    public Cents Amount => Received.Aggregate(Cents.Zero, (sum, r) => sum + r.Amount);
    public Cents OfAsking => Received.Aggregate(Cents.Zero, (sum, r) => sum + r.OfAsking);

    public string Sentence(Words words) => Kind is { } kind
        ? words["relation.sentence", NameOf(One, words), NameOf(Other, words), words[$"RelationKind.{kind}.told"]] : words["relation.self", NameOf(One, words)];

    /// <summary>What was received, in one sentence.</summary>
    /// <param name="asking">Whether a contributor asks, who wants to know how much was its own.</param>
    public string Money(Words words, bool asking) => Received.Count == 0 ? words["relation.received.none"]
        : words[asking ? "relation.received.asking" : "relation.received", words.Exact(Amount), Plans(words), words.Exact(OfAsking)];

    private string Plans(Words words) => string.Join(", ", Received.Select(r => r.Plan == 0 ? words["relation.costs"] : words["entry.plan", r.Plan.ToString(CultureInfo.InvariantCulture), r.Title]));

    private static string NameOf(RelatedEnd end, Words words) => end.Giver is { } name ? name.Length > 0 ? name : words["relation.a-giver"] : words[end.Seat is { } body ? $"relation.a.{body}" : "relation.a-payee"];

    /// <summary>In the order in which they were declared, what follows by itself (a giver that was paid) first.</summary>
    /// <param name="asking">Only those of this contributor's party; null is everybody's.</param>
    /// <param name="during">The entries of the period that count, as known.</param>
    /// <param name="own">Whose layers are the asking contributor's.</param>
    public static async Task<IReadOnlyList<RelationTold>> Of(WijkfondsContext db, Guid? asking, DateTimeOffset end, IQueryable<JournalEntry> during, IReadOnlySet<Guid> own)
    {
        var relations = await db.Set<Relation>().AsNoTracking().Where(r => r.MadeAt < end && (r.EndedAt == null || r.EndedAt >= end) && (asking == null || r.One == asking || r.Other == asking))
            .OrderBy(r => r.Number).ToListAsync();
        var givers = await db.Set<Contributor>().Where(c => c.ConfirmedAt < end).OrderBy(c => c.Number).Select(c => new { c.PartyId, c.Party.Name }).ToDictionaryAsync(c => c.PartyId, c => c.Name);
        var ends = relations.SelectMany(r => new[] { r.One, r.Other }).Concat(asking is { } one ? [one] : givers.Keys).Distinct().ToList();
        var payments = await db.Set<Payment>().Where(p => ends.Contains(p.PayeeId) || (p.Payee.AccountId != null && ends.Contains(p.Payee.AccountId.Value)))
            .Select(p => new { p.Id, p.PayeeId, p.Payee.AccountId, Round = p.Award.Proposal.Round.Number, Plan = p.Award.Proposal.Number, p.Award.Proposal.Title }).ToListAsync();
        payments.AddRange(await db.Set<AllianceCost>().Where(c => ends.Contains(c.PayeeId)).Select(c => new { c.Id, c.PayeeId, AccountId = (Guid?)null, Round = 0, Plan = (int?)0, Title = "" }).ToListAsync());
        var ids = payments.Select(p => p.Id).ToList();
        var paid = ids.Count == 0 ? [] : await (from line in db.Set<JournalLine>()
                                                where line.Account == LedgerAccount.Bank
                                                join entry in during.Where(e => ids.Contains(e.Subject)) on line.EntryId equals entry.Id
                                                select new { entry.Subject, line.Party, line.Amount }).ToListAsync();
        var seats = (await db.Set<Seat>().Where(s => s.AccountId != null && ends.Contains(s.AccountId.Value) && s.From < end).Select(s => new { s.Body, s.Number, Account = s.AccountId!.Value }).ToListAsync())
            .OrderBy(s => s.Body).ThenBy(s => s.Number).DistinctBy(s => s.Account).ToDictionary(s => s.Account, s => s.Body);

        return [.. (asking is { } self ? new[] { self } : givers.Keys.ToArray()).Where(g => payments.Any(p => p.PayeeId == g))
                .Select(g => new RelationTold(0, null, End(g), End(g), Received(g))).Where(r => r.Received.Count > 0),
            .. relations.Select(r => new RelationTold(r.Number, r.Kind, End(r.One), End(r.Other), Received([.. new[] { r.One, r.Other }.Where(Counts)])))];

        // Who asks knows its own; where nobody asks, a giver that was paid stands there by itself.
        bool Counts(Guid id) => asking is { } me ? id != me : !givers.ContainsKey(id);

        RelatedEnd End(Guid id) => new(givers.GetValueOrDefault(id), seats.TryGetValue(id, out var body) ? body : null);

        IReadOnlyList<RelatedMoney> Received(params Guid[] who) =>
            [.. payments.Where(p => who.Contains(p.PayeeId) || (p.AccountId is { } account && who.Contains(account))).GroupBy(p => (p.Round, p.Plan, p.Title)).OrderBy(p => p.Key.Round).ThenBy(p => p.Key.Plan)
                .Select(p => (p.Key, Lines: paid.Where(l => p.Any(x => x.Id == l.Subject)).ToList()))
                .Select(p => new RelatedMoney(p.Key.Round, p.Key.Plan ?? 0, p.Key.Title, -Sum(p.Lines.Select(l => l.Amount)), -Sum(p.Lines.Where(l => own.Contains(l.Party)).Select(l => l.Amount))))
                .Where(m => m.Amount != Cents.Zero)];
    }

    private static Cents Sum(IEnumerable<Cents> amounts) => amounts.Aggregate(Cents.Zero, (sum, a) => sum + a);
}
