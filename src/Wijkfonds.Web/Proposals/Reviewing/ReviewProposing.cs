using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Proposals.Reviewing;

/// <summary>The first member's proposal, and a member's word that this plan touches an interest of their own.</summary>
public sealed class ReviewProposing(Deciding deciding, Texts texts, FundScope scope)
{
    public async Task<Outcome<Decision>> Propose(WijkfondsContext db, Viewer who, int round, int number, ReviewTerms terms, DateTimeOffset now)
    {
        if (!who.IsMember || await db.Plan(round, number) is not { } plan) return new NotFoundHere();
        if (ReviewRules.MayBeReviewed(plan, plan.Round, now) is { } closed) return closed;
        var version = await LastVersion(db, plan);
        if (version != terms.Version) return new PlanChangedSince();
        // A proposal about an older version waits for nothing any more.
        foreach (var old in await OpenOn(db, plan.Id).ToListAsync())
            if (ReviewTerms.Read(old.Terms).Version != version) old.DroppedAt = now;
        await db.SaveChangesAsync();
        var about = texts.In(scope.Here.Language)[$"review.about.{terms.Outcome}", plan.Number!.Value, plan.Title];
        return await deciding.Propose(db, who, now, DecisionKind.ReviewProposal, plan.Id, about, $"/rondes/{round}/toets/{number}", terms.ToJson());
    }

    /// <summary>From now on this member stands aside here; an open proposal that carries their voice is dropped.</summary>
    public static async Task<Outcome<Done>> DeclareInterest(WijkfondsContext db, Viewer who, int round, int number, string? reason, DateTimeOffset now)
    {
        if (!who.IsMember || await db.Plan(round, number) is not { } plan) return new NotFoundHere();
        var words = Typed.Line(reason);
        if (words.Length == 0) return new Missing("interest", "Review.Interest");
        if (words.Length > 500) return new PlanWordsTooLong("interest", 500, words.Length);
        if (await db.Set<Interest>().AnyAsync(i => i.AccountId == who.AccountId && i.Subject == plan.Id && i.EndedAt == null)) return Done.It;
        db.Add(new Interest { FundId = plan.FundId, AccountId = who.AccountId!.Value, Subject = plan.Id, Reason = words, DeclaredAt = now });
        foreach (var spoken in await OpenOn(db, plan.Id).Where(d => d.Voices.Any(v => v.AccountId == who.AccountId)).ToListAsync())
            spoken.DroppedAt = now;
        return Done.It;
    }

    public static async Task<int> LastVersion(WijkfondsContext db, Proposal plan) =>
        await db.Set<ProposalVersion>().Where(v => v.ProposalId == plan.Id).MaxAsync(v => (int?)v.Number) ?? 0;

    public static IQueryable<Decision> OpenOn(WijkfondsContext db, Guid plan) => db.Set<Decision>()
        .Where(d => d.Kind == DecisionKind.ReviewProposal && d.Subject == plan && d.CarriedAt == null && d.DroppedAt == null);
}
