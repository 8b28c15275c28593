using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Proposals;

/// <summary>Where a plan stands, as people look for it.</summary>
public enum PlanState { Draft, InReview, ChangesAsked, Admitted, Refused, Withdrawn, Awarded }

public static class PlanStates
{
    public static PlanState Of(ProposalActKind? last, bool awarded) => last switch
    {
        null => PlanState.Draft,
        ProposalActKind.Submitted or ProposalActKind.Resubmitted => PlanState.InReview,
        ProposalActKind.ChangesAsked => PlanState.ChangesAsked,
        ProposalActKind.Refused => PlanState.Refused,
        ProposalActKind.Withdrawn => PlanState.Withdrawn,
        _ => awarded ? PlanState.Awarded : PlanState.Admitted,
    };

    /// <summary>The look of its badge.</summary>
    public static string Badge(this PlanState state) => state switch
    {
        PlanState.Awarded or PlanState.Admitted => "badge open",
        PlanState.Refused or PlanState.Withdrawn => "badge no",
        _ => "badge wait",
    };

    /// <summary>The one true sentence beside the state.</summary>
    public static string Why(this Words words, PlanState state, ProposalAct? last, Round round, Cents? awarded, DateTimeOffset now) => state switch
    {
        PlanState.Draft => words["plan.why.Draft", round.SubmissionCloses],
        PlanState.ChangesAsked => words["plan.why.ChangesAsked", last!.Words],
        PlanState.Refused => words["plan.why.Refused", last!.Reason, last.Words],
        PlanState.Withdrawn => words["plan.why.Withdrawn", words.Day(last!.At, round.VotingOpens.Zone)],
        PlanState.Awarded => words["plan.why.Awarded", awarded ?? Cents.Zero],
        PlanState.Admitted => words[round.PhaseAt(now) switch
        {
            Phase.Voting => "plan.why.Voting",
            Phase.Counting => "plan.why.Counting",
            Phase.Decided or Phase.CarryingOut or Phase.Closed => "plan.why.Counted",
            _ => "plan.why.Admitted",
        }, round.VotingOpens, round.VotingCloses],
        _ => words[round.Has(RoundActKind.BallotFrozen) ? "plan.why.NotReviewed" : "plan.why.InReview", round.VotingOpens],
    };
}
