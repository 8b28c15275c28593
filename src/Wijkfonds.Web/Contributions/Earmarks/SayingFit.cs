using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>A member says whether a plan fits; the giver's representative objects, or takes that back. Until the ballot is frozen, and never after.</summary>
public static class SayingFit
{
    public static async Task<Outcome<Done>> Say(WijkfondsContext db, Viewer who, DateTimeOffset now, int round, int plan, Guid earmark, string? kind, string? reason)
    {
        who = await who.Again(db, now);
        if (await db.Set<Earmark>().SingleOrDefaultAsync(e => e.Id == earmark && e.ConfirmedAt != null) is not { } found) return new NotFoundHere();
        if (!Enum.TryParse<EarmarkWordKind>(kind, out var said) || !Enum.IsDefined(said)) return new Missing("kind", "Earmark.Kind");
        var isGiver = said is EarmarkWordKind.Objected or EarmarkWordKind.ObjectionWithdrawn;
        if (isGiver ? !who.Represents.Any(r => r.ContributorId == found.ContributorId) : !who.IsMember) return new NotFoundHere();
        if (await db.Plan(round, plan) is not { } proposal) return new NotFoundHere();
        if (proposal.Round.Has(RoundActKind.BallotFrozen)) return new EarmarkWordTooLate();
        var why = Typed.Needed(reason, "reason", 500, "Earmark.Reason");
        if (why.Refused) return why.Refusal;
        db.Add(new EarmarkWord
        {
            FundId = found.FundId, EarmarkId = earmark, ProposalId = proposal.Id, Kind = said, Reason = why.Value, AccountId = who.AccountId!.Value, At = now,
            Order = 1 + (await db.Set<EarmarkWord>().Where(w => w.EarmarkId == earmark && w.ProposalId == proposal.Id).MaxAsync(w => (int?)w.Order) ?? 0),
        });
        return Done.It;
    }
}

/// <summary>The ballot is frozen: what stands on it and whose euros pay is fixed.</summary>
public sealed record EarmarkWordTooLate : Refusal;
