using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.InKind;

/// <summary>
/// Who takes up an offer for a plan and says that it came: its maker, or whom the maker added. Where nobody of them has an
/// account any more, or all of them represent the giver, a member of the alliance speaks for the plan.
/// </summary>
public static class PlanTeam
{
    /// <summary>Why this person may not speak for the plan to this giver; null when they may.</summary>
    public static async Task<Refusal?> Bars(WijkfondsContext db, Viewer who, DateTimeOffset now, Proposal plan, Guid giver)
    {
        if (who.AccountId is not { } me) return new NotFoundHere();
        if (who.Represents.Any(r => r.ContributorId == giver)) return new GiverConfirmsNothing();
        if (await Of(db, me).AnyAsync(p => p.Id == plan.Id)) return null;
        if (!who.IsMember) return new NotYourTeam();
        if (!await Mute(db, now, giver).AnyAsync(p => p.Id == plan.Id)) return new TeamSpeaksItself();
        return await db.Set<Interest>().AnyAsync(i => i.AccountId == me && (i.Subject == plan.Id || i.Subject == giver) && i.EndedAt == null) ? new StandsAside() : null;
    }

    /// <summary>Why nothing can be taken up for this plan; null when it can.</summary>
    public static async Task<Refusal?> Takes(WijkfondsContext db, Proposal plan) =>
        !plan.IsAdmitted ? new PlanNotAdmitted()
        : await db.Set<Award>().AnyAsync(a => a.ProposalId == plan.Id && a.ClosedAt != null) ? new AwardIsClosed() : null;

    /// <summary>The plans that this person makes or was added to.</summary>
    public static IQueryable<Proposal> Of(WijkfondsContext db, Guid? account) => db.Set<Proposal>().Where(p => p.Number != null && (p.AccountId == account
        || db.Set<Award>().Any(a => a.ProposalId == p.Id && db.Set<TeamMate>().Any(m => m.AwardId == a.Id && m.AccountId == account && m.EndedAt == null))));

    /// <summary>The plans for which this person may take up something of this giver: their own, and for members those without a voice.</summary>
    public static async Task<IReadOnlyList<Proposal>> PlansOf(WijkfondsContext db, Viewer who, DateTimeOffset now, Guid giver, Guid? only)
    {
        var plans = new List<Proposal>();
        var candidates = who.IsMember ? Of(db, who.AccountId).Union(Mute(db, now, giver)) : Of(db, who.AccountId);
        var ids = await candidates.Where(p => only == null || p.Id == only).Select(p => p.Id).ToListAsync();
        foreach (var plan in await db.Set<Proposal>().AsNoTracking().Include(p => p.Round).Include(p => p.Acts).Where(p => ids.Contains(p.Id))
            .OrderByDescending(p => p.Round.Number).ThenBy(p => p.Number).AsSplitQuery().ToListAsync())
            if (await Bars(db, who, now, plan, giver) is null && await Takes(db, plan) is null) plans.Add(plan);
        return plans;
    }

    /// <summary>Whom a notice about the plan goes to: its maker, then who was added.</summary>
    public static async Task<IReadOnlyList<Account>> People(WijkfondsContext db, Guid plan) =>
        await db.Set<Award>().Include(a => a.Proposal).SingleOrDefaultAsync(a => a.ProposalId == plan) is { } award ? await AwardTeam.Of(db, award)
            : await db.Set<Account>().Where(a => db.Set<Proposal>().Any(p => p.Id == plan && p.AccountId == a.Id)).ToListAsync();

    /// <summary>Plans of which nobody can speak to this giver.</summary>
    private static IQueryable<Proposal> Mute(WijkfondsContext db, DateTimeOffset now, Guid giver)
    {
        var speaks = db.Set<Account>().Where(a => a.ErasedAt == null
            && !db.Set<Representative>().Any(r => r.AccountId == a.Id && r.ContributorId == giver && r.From <= now && (r.Until == null || now < r.Until))).Select(a => a.Id);
        return db.Set<Proposal>().Where(p => p.Number != null && !speaks.Any(a => a == p.AccountId)
            && !db.Set<Award>().Any(a => a.ProposalId == p.Id && db.Set<TeamMate>().Any(m => m.AwardId == a.Id && m.EndedAt == null && speaks.Any(s => s == m.AccountId))));
    }
}
