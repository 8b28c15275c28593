using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours;

/// <summary>
/// Who looks at a page, and what follows from the seats and memberships held now. Computed per request, never stored.
/// A seat at the audit committee is read-only, and excludes every right of the alliance.
/// </summary>
public sealed record Viewer(Guid? AccountId, IReadOnlyList<Seat> Seats, IReadOnlyList<Representative> Represents, bool IsHost, bool HasSecondFactor)
{
    public static readonly Viewer Stranger = new(null, [], [], false, false);

    public bool IsSignedIn => AccountId is not null;
    /// <summary>Reads the books and holds nothing else: the audit committee, or an accountant from outside.</summary>
    public bool IsAudit => Seats.Any(s => s.Body is Body.AuditCommittee or Body.Accountant);
    /// <summary>Signs for the neighbourhood; an accountant only reads.</summary>
    public bool IsCommittee => Seats.Any(s => s.Body == Body.AuditCommittee);
    public Seat? AllianceSeat => IsAudit ? null : Seats.FirstOrDefault(s => s.Body == Body.Alliance);
    public bool IsMember => AllianceSeat is not null;
    public bool IsTreasurer => AllianceSeat is { Post: Post.Treasurer };
    public bool IsDesk => Seats.Any(s => s.Body == Body.Desk);
    /// <summary>May see what is not public about money.</summary>
    public bool SeesMoney => IsMember || IsAudit;

    public bool MaySee(Guid contributor) => SeesMoney || Represents.Any(r => r.ContributorId == contributor);

    /// <summary>The same person with the rights that hold in this transaction: a seat may have gone since the request began.</summary>
    public async Task<Viewer> Again(WijkfondsContext db, DateTimeOffset now) => AccountId is { } id ? await Of(id, db, now, HasSecondFactor) : Stranger;

    public static async Task<Viewer> Of(ClaimsPrincipal principal, WijkfondsContext db, DateTimeOffset now)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) return Stranger;
        return await Of(id, db, now, principal.HasClaim("amr", "mfa"));
    }

    public static async Task<Viewer> Of(Guid account, WijkfondsContext db, DateTimeOffset now, bool secondFactor) => new(
        account,
        await db.Set<Seat>().AsNoTracking().Where(s => s.AccountId == account && s.From <= now && now < s.Until).OrderBy(s => s.Number).ToListAsync(),
        await db.Set<Representative>().AsNoTracking().Include(r => r.Contributor).ThenInclude(c => c.Party).Where(r => r.AccountId == account && r.From <= now && (r.Until == null || now < r.Until))
            .OrderBy(r => r.From).ToListAsync(),
        await db.Set<Host>().AnyAsync(h => h.AccountId == account),
        secondFactor);
}
