using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Proposals;

/// <summary>When a plan may be started, changed, submitted and withdrawn: a function of the round, the plan and now.</summary>
public static class WritingRules
{
    public static Refusal? MayStart(Round round, DateTimeOffset now) => round.PhaseAt(now) switch
    {
        Phase.Draft => new NotFoundHere(),
        Phase.Announced => new SubmissionNotOpen(round.SubmissionOpens),
        Phase.Submitting => null,
        Phase.Cancelled => new RoundStopped(),
        _ => new SubmissionClosed(round.SubmissionCloses),
    };

    /// <summary>Drafts and plans nobody reviewed follow the submission; after that only plans that were sent back.</summary>
    public static Refusal? MayChange(Proposal plan, Round round, DateTimeOffset now)
    {
        if (!plan.IsSubmitted) return MayStart(round, now);
        return plan.LastAct!.Kind switch
        {
            ProposalActKind.ChangesAsked => BeforeFreeze(round, now),
            ProposalActKind.Submitted or ProposalActKind.Resubmitted when round.PhaseAt(now) != Phase.Submitting =>
                BeforeFreeze(round, now) ?? new ReviewIsRunning(),
            ProposalActKind.Submitted or ProposalActKind.Resubmitted => BeforeFreeze(round, now),
            var final => new PlanIsFinal(final),
        };
    }

    public static Refusal? MayWithdraw(Proposal plan, Round round, DateTimeOffset now) =>
        !plan.IsSubmitted ? new NotFoundHere()
        : plan.LastAct!.Kind is var kind and (ProposalActKind.Withdrawn or ProposalActKind.Refused) ? new PlanIsFinal(kind)
        : BeforeFreeze(round, now);

    /// <summary>From the start of submission until the ballot is frozen; a late freeze leaves it open, so that nobody is stuck.</summary>
    public static Refusal? BeforeFreeze(Round round, DateTimeOffset now)
    {
        if (round.PhaseAt(now) is Phase.Cancelled) return new RoundStopped();
        if (round.Has(RoundActKind.BallotFrozen)) return new PlanListFrozen();
        return round.PhaseAt(now) switch
        {
            Phase.Submitting or Phase.Reviewing or Phase.OpeningDelayed => null,
            Phase.Announced => new SubmissionNotOpen(round.SubmissionOpens),
            _ => new PlanListFrozen(),
        };
    }

    public static Refusal? MayHaveMore(int drafts, int plans) =>
        drafts >= PlanLimits.Drafts ? new TooManyDrafts(PlanLimits.Drafts)
        : plans >= PlanLimits.Plans ? new TooManyPlans(PlanLimits.Plans) : null;
}
