using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>Somebody that can be related: a giver, who is paid, a member, or who checks the books.</summary>
/// <param name="Name">For members and who checks the books.</param>
/// <param name="Public">For everybody: an organisation that gives by name, a person never.</param>
public sealed record RelationEnd(Guid Reference, string Name, string Public);

/// <summary>Who is related to whom, as members declared it.</summary>
public static class Relations
{
    public static async Task<Outcome<Relation>> Make(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, Guid one, Guid other, RelationKind kind, Words words)
    {
        who = await who.Again(db, now);
        return who.IsMember ? await Record(db, who, now, fund, one, other, kind, words) : new NotFoundHere();
    }

    /// <summary>For who may say so: a member about all, who checks the books about themselves.</summary>
    internal static async Task<Outcome<Relation>> Record(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, Guid one, Guid other, RelationKind kind, Words words)
    {
        var ends = (await Ends(db, now, words)).Select(e => e.Reference).ToHashSet();
        if (!ends.Contains(one)) return new Missing("one", "Relation.End");
        if (!ends.Contains(other) || one == other) return new Missing("other", "Relation.Other");
        if (await db.Set<Relation>().AnyAsync(r => r.EndedAt == null && ((r.One == one && r.Other == other) || (r.One == other && r.Other == one)))) return new RelatedAlready();
        var relation = new Relation
        {
            FundId = fund, Number = 1 + (await db.Set<Relation>().MaxAsync(r => (int?)r.Number) ?? 0), One = one, Other = other, Kind = kind, MadeBy = who.AccountId!.Value, MadeAt = now,
        };
        db.Add(relation);
        return relation;
    }

    public static async Task<Outcome<Relation>> End(WijkfondsContext db, Viewer who, DateTimeOffset now, int number)
    {
        who = await who.Again(db, now);
        if (!who.IsMember || await db.Set<Relation>().SingleOrDefaultAsync(r => r.Number == number) is not { } relation) return new NotFoundHere();
        if (relation.EndedAt is null) (relation.EndedAt, relation.EndedBy) = (now, who.AccountId);
        return relation;
    }

    /// <summary>Givers by number, then members and who checks the books by seat, then who is paid by name.</summary>
    public static async Task<IReadOnlyList<RelationEnd>> Ends(WijkfondsContext db, DateTimeOffset now, Words words)
    {
        var givers = await db.Set<Contributor>().Where(c => c.ConfirmedAt != null).OrderBy(c => c.Number).Select(c => new { c.PartyId, c.Party.Name }).ToListAsync();
        var seats = (await db.Set<Seat>().Where(s => s.Body != Body.Desk && s.AccountId != null && s.From <= now)
            .Select(s => new { s.Body, s.Number, Account = s.AccountId!.Value, s.PublicName, s.Until }).ToListAsync()).OrderBy(s => s.Until <= now).ThenBy(s => s.Body).ThenBy(s => s.Number);
        var paid = await db.Set<Party>().Where(p => p.ErasedAt == null && (db.Set<Payment>().Any(x => x.PayeeId == p.Id) || db.Set<AllianceCost>().Any(x => x.PayeeId == p.Id)))
            .OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name }).ToListAsync();
        return [.. givers.Select(g => new RelationEnd(g.PartyId, g.Name, g.Name))
            .Concat(seats.DistinctBy(s => s.Account).Select(s => new RelationEnd(s.Account, words[$"relation.{s.Body}", s.PublicName], words[$"relation.a.{s.Body}"])))
            .Concat(paid.Select(p => new RelationEnd(p.Id, words["relation.payee", p.Name], words["relation.a-payee"]))).DistinctBy(e => e.Reference)];
    }

    /// <summary>Sentences that anybody may read about those who are related to one of these: "wie voor dit plan betaald werd en Woonstichting Thuis: …".</summary>
    public static async Task<IReadOnlyList<string>> About(WijkfondsContext db, DateTimeOffset now, IReadOnlyCollection<Guid>? references, Words words)
    {
        var relations = await db.Set<Relation>().AsNoTracking().Where(r => r.EndedAt == null).OrderBy(r => r.Number).ToListAsync();
        if (references is not null) relations = [.. relations.Where(r => references.Contains(r.One) || references.Contains(r.Other))];
        if (relations.Count == 0) return [];
        var names = (await Ends(db, now, words)).ToDictionary(e => e.Reference, e => e.Public);
        return [.. relations.Where(r => names.ContainsKey(r.One) && names.ContainsKey(r.Other))
            .Select(r => words["relation.sentence", names[r.One], names[r.Other], words[$"RelationKind.{r.Kind}.told"]])];
    }
}

/// <summary>These two are linked already.</summary>
public sealed record RelatedAlready : Refusal
{
    public override string? Field => "other";
}
