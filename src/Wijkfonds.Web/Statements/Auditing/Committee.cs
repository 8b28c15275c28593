using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>Somebody who checks the books, and what they declared about their relations.</summary>
/// <param name="Declared">Their last word about it; null where they said nothing yet.</param>
/// <param name="Holds">Nothing was recorded or ended about them since: else they are to say it again.</param>
/// <param name="With">Their relations as they are now, for anybody to read.</param>
public sealed record Checker(Seat Seat, RelationsDeclared? Declared, bool Holds, IReadOnlyList<string> With)
{
    public bool HasDeclared => Declared is not null && Holds;
}

/// <summary>The audit committee and the accountant of now.</summary>
public static class Committee
{
    /// <summary>The committee by seat, then the accountants.</summary>
    public static async Task<IReadOnlyList<Seat>> Of(WijkfondsContext db, DateTimeOffset now) =>
        [.. (await db.Set<Seat>().AsNoTracking().Where(s => (s.Body == Body.AuditCommittee || s.Body == Body.Accountant) && s.AccountId != null && s.From <= now && now < s.Until).ToListAsync())
            .OrderBy(s => s.Body).ThenBy(s => s.Number)];

    public static async Task<IReadOnlyList<Checker>> Checkers(WijkfondsContext db, DateTimeOffset now, Words words)
    {
        var seats = await Of(db, now);
        var (ids, accounts) = (seats.Select(s => s.Id).ToList(), seats.Select(s => s.AccountId!.Value).ToList());
        var declared = (await db.Set<RelationsDeclared>().AsNoTracking().Where(d => ids.Contains(d.SeatId)).ToListAsync()).ToLookup(d => d.SeatId);
        var relations = await db.Set<Relation>().AsNoTracking().Where(r => accounts.Contains(r.One) || accounts.Contains(r.Other)).OrderBy(r => r.Number).ToListAsync();
        var names = relations.Any(r => r.EndedAt is null) ? (await Relations.Ends(db, now, words)).ToDictionary(e => e.Reference, e => e.Public) : [];
        return [.. seats.Select(seat =>
        {
            var (account, last) = (seat.AccountId!.Value, declared[seat.Id].MaxBy(d => d.At));
            var own = relations.Where(r => r.IsOf(account)).ToList();
            return new Checker(seat, last, last is not null && IsNewerThan(last, own), [.. own.Where(r => r.EndedAt is null && names.ContainsKey(r.OtherThan(account)))
                .Select(r => words["declared.with", names[r.OtherThan(account)], words[$"RelationKind.{r.Kind}"].ToLowerInvariant()])]);
        })];
    }

    /// <summary>Whether this person's word about their relations stands.</summary>
    public static async Task<bool> HasDeclared(WijkfondsContext db, Seat seat)
    {
        var last = await db.Set<RelationsDeclared>().AsNoTracking().Where(d => d.SeatId == seat.Id).OrderByDescending(d => d.At).FirstOrDefaultAsync();
        return last is not null && IsNewerThan(last, await db.Set<Relation>().AsNoTracking().Where(r => r.One == seat.AccountId || r.Other == seat.AccountId).ToListAsync());
    }

    private static bool IsNewerThan(RelationsDeclared declared, IEnumerable<Relation> relations) => relations.All(r => r.MadeAt <= declared.At && (r.EndedAt is null || r.EndedAt <= declared.At));
}
