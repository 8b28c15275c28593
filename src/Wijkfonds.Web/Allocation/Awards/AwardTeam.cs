using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Allocation.Awards;

/// <summary>Who does a plan that won: its maker, and whom the maker added. All of them send bills and reports; none of them decides about their own money.</summary>
public static class AwardTeam
{
    public const int Most = 10;

    /// <param name="award">With its proposal.</param>
    public static async Task<bool> Has(WijkfondsContext db, Award award, Guid? account) =>
        account is { } id && (award.Proposal.AccountId == id || await Mates(db, award.Id).AnyAsync(m => m.AccountId == id));

    public static IQueryable<TeamMate> Mates(WijkfondsContext db, Guid award) => db.Set<TeamMate>().Where(m => m.AwardId == award && m.EndedAt == null);

    /// <summary>Maker first, then who was added, in that order: whom a notice goes to.</summary>
    public static async Task<IReadOnlyList<Account>> Of(WijkfondsContext db, Award award) =>
        [.. await db.Set<Account>().Where(a => a.Id == award.Proposal.AccountId).ToListAsync(), .. await Mates(db, award.Id).OrderBy(m => m.AddedAt).Select(m => m.Account).ToListAsync()];

    /// <summary>The awards that this person was added to.</summary>
    public static IQueryable<Guid> Joined(WijkfondsContext db, Guid? account) => db.Set<TeamMate>().Where(m => m.AccountId == account && m.EndedAt == null).Select(m => m.AwardId);

    /// <summary>What one of the team brought, all of the team may see.</summary>
    public static async Task<bool> Brought(WijkfondsContext db, Guid report, Guid? account) =>
        account is not null && await (from told in db.Set<Report>()
                                      join part in db.Set<AwardPart>() on told.PartId equals part.Id
                                      join award in db.Set<Award>() on part.AwardId equals award.Id
                                      where told.Id == report
                                      select award.Proposal.AccountId == account || db.Set<TeamMate>().Any(m => m.AwardId == award.Id && m.AccountId == account && m.EndedAt == null)).SingleOrDefaultAsync();

    /// <summary>The maker adds somebody who has an account here.</summary>
    public static async Task<Outcome<TeamMate>> Add(WijkfondsContext db, Viewer who, DateTimeOffset now, int number, string? typed)
    {
        var award = await db.Set<Award>().Include(a => a.Proposal).SingleOrDefaultAsync(a => a.Number == number);
        if (award is null || who.AccountId is null || !await Has(db, award, who.AccountId)) return new NotFoundHere();
        if (award.Proposal.AccountId != who.AccountId) return new MakerAdds();
        if (award.ClosedAt is not null) return new AwardIsClosed();
        var email = (typed ?? "").Trim().ToUpperInvariant();
        if (email.Length is 0 or > 254) return new Missing("mate", "TeamMate.Email");
        if (await db.Set<Account>().SingleOrDefaultAsync(a => a.NormalizedEmail == email && a.ErasedAt == null) is not { } account) return new NoSuchNeighbour();
        if (await Auditors.Holds(db, account.Id, now)) return new AuditorJoinsNoTeam();
        if (account.Id == award.Proposal.AccountId || await Mates(db, award.Id).AnyAsync(m => m.AccountId == account.Id)) return new IsInTeam();
        if (await Mates(db, award.Id).CountAsync() >= Most) return new TeamIsFull(Most);
        var mate = new TeamMate { FundId = award.FundId, AwardId = award.Id, AccountId = account.Id, AddedAt = now };
        db.Add(mate);
        return mate;
    }

    /// <summary>The maker takes somebody off, or somebody leaves.</summary>
    public static async Task<Outcome<TeamMate>> End(WijkfondsContext db, Viewer who, DateTimeOffset now, int number, Guid mate)
    {
        var award = await db.Set<Award>().Include(a => a.Proposal).SingleOrDefaultAsync(a => a.Number == number);
        if (award is null || await db.Set<TeamMate>().SingleOrDefaultAsync(m => m.Id == mate && m.AwardId == award.Id && m.EndedAt == null) is not { } found) return new NotFoundHere();
        if (who.AccountId is null || (award.Proposal.AccountId != who.AccountId && found.AccountId != who.AccountId)) return new NotFoundHere();
        found.EndedAt = now;
        return found;
    }
}

/// <summary>Only who made the plan says who else does it.</summary>
public sealed record MakerAdds : Refusal
{
    public override int Status => StatusCodes.Status403Forbidden;
}

public sealed record NoSuchNeighbour : Refusal
{
    public override string? Field => "mate";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

public sealed record IsInTeam : Refusal
{
    public override string? Field => "mate";
}

public sealed record TeamIsFull(int Most) : Refusal
{
    public override string? Field => "mate";
}
