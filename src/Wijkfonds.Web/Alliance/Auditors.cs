using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Alliance;

/// <summary>
/// Who checks the books, the committee and the accountant, has no other part in the money: no seat elsewhere, no organisation to
/// represent, no plan that gets or may get money, and is not paid. Held from both sides, whichever comes first.
/// </summary>
public static class Auditors
{
    public static Task<bool> Holds(WijkfondsContext db, Guid account, DateTimeOffset now) =>
        db.Set<Seat>().AnyAsync(s => s.AccountId == account && (s.Body == Body.AuditCommittee || s.Body == Body.Accountant) && s.From <= now && now < s.Until);

    /// <summary>The plan through which this person gets money, or still may; null where there is none.</summary>
    public static async Task<string?> PlanOf(WijkfondsContext db, Guid account)
    {
        var plans = await db.Set<Proposal>().AsNoTracking().Include(p => p.Acts).Include(p => p.Round.Acts).Where(p => p.AccountId == account && p.Number != null).OrderBy(p => p.Round.Number).ThenBy(p => p.Number).ToListAsync();
        foreach (var plan in plans)
        {
            var award = await db.Set<Award>().AsNoTracking().SingleOrDefaultAsync(a => a.ProposalId == plan.Id);
            if (award is not null ? award.ClosedAt is null : MayWin(plan)) return plan.Title;
        }
        return await db.Set<TeamMate>().Where(m => m.AccountId == account && m.EndedAt == null).Join(db.Set<Award>().Where(a => a.ClosedAt == null), m => m.AwardId, a => a.Id, (_, a) => a)
            .OrderBy(a => a.Number).Select(a => a.Proposal.Title).FirstOrDefaultAsync();
    }

    private static bool MayWin(Proposal plan) => plan.LastAct?.Kind is not (ProposalActKind.Refused or ProposalActKind.Withdrawn)
        && !plan.Round.Acts.Any(a => a.Kind is RoundActKind.Confirmed or RoundActKind.Cancelled or RoundActKind.Closed);
}

/// <summary>A plan of this person gets money, or may get it: whoever checks the books would check it.</summary>
public sealed record PlanMakerChecksNothing(string Plan) : SeatRefusal("Email");

/// <summary>Who checks the books asks nothing of them.</summary>
public sealed record AuditorMakesNoPlan : Refusal;

/// <summary>Who checks the books is not paid from them.</summary>
public sealed record AuditorIsNotPaid : Refusal
{
    public override string? Field => "account";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>Nor does another bring them into the team of a plan that gets money.</summary>
public sealed record AuditorJoinsNoTeam : Refusal
{
    public override string? Field => "mate";
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}

/// <summary>Who checks the books sits on no panel.</summary>
public sealed record AuditorSitsOnNoPanel : Refusal;
