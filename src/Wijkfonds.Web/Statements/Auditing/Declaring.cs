using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Statements.Auditing;

/// <summary>Who checks the books says with whom they have a relation, or that they have none. Before that they sign nothing.</summary>
public static class Declaring
{
    public static async Task<Outcome<Relation>> Add(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid fund, Guid other, RelationKind kind, Words words)
    {
        who = await who.Again(db, now);
        return who.IsAudit ? await Relations.Record(db, who, now, fund, who.AccountId!.Value, other, kind, words) : new NotFoundHere();
    }

    public static async Task<Outcome<Relation>> End(WijkfondsContext db, Viewer who, DateTimeOffset now, int number)
    {
        who = await who.Again(db, now);
        if (!who.IsAudit || await db.Set<Relation>().SingleOrDefaultAsync(r => r.Number == number) is not { } relation || !relation.IsOf(who.AccountId!.Value)) return new NotFoundHere();
        if (relation.EndedAt is null) (relation.EndedAt, relation.EndedBy) = (now, who.AccountId);
        return relation;
    }

    public static async Task<Outcome<RelationsDeclared>> Declare(WijkfondsContext db, Viewer who, DateTimeOffset now, bool? hasNone, string? typed)
    {
        who = await who.Again(db, now);
        if (!who.IsAudit) return new NotFoundHere();
        if (hasNone is null) return new Missing("none", "Audit.Declared");
        var words = Audit.Words(typed, "words", null, RelationsDeclared.LongestWords);
        if (words.Refused) return words.Refusal;
        var account = who.AccountId!.Value;
        var has = await db.Set<Relation>().AnyAsync(r => r.EndedAt == null && (r.One == account || r.Other == account));
        if (hasNone.Value && (has || words.Value.Length > 0)) return new HasRelations();
        if (!hasNone.Value && !has && words.Value.Length == 0) return new Missing("words", "Audit.DeclaredWords");
        RelationsDeclared? declared = null;
        foreach (var seat in who.Seats.Where(s => s.Body is Body.AuditCommittee or Body.Accountant))
            db.Add(declared = new RelationsDeclared { FundId = seat.FundId, SeatId = seat.Id, AccountId = account, HasNone = hasNone.Value, Words = words.Value, At = now });
        return declared!;
    }
}

/// <summary>"None" beside a list of relations is not true.</summary>
public sealed record HasRelations : Refusal
{
    public override string? Field => "none";
}
