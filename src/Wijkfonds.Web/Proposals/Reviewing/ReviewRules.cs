using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Proposals.Reviewing;

/// <summary>When a plan can be reviewed, by whom, and what a review must say.</summary>
public static class ReviewRules
{
    public static Refusal? MayBeReviewed(Proposal plan, Round round, DateTimeOffset now) =>
        WritingRules.BeforeFreeze(round, now) ?? (plan.IsUnderReview ? null : new NotUnderReview(plan.LastAct?.Kind ?? ProposalActKind.Withdrawn));

    public static Refusal? StandsAside(Proposal plan, Viewer who) => who.AccountId == plan.AccountId ? new MakerStandsAside() : null;

    /// <summary>Asking and refusing say why, in words that the maker and everybody else read.</summary>
    public static Outcome<ReviewTerms> Terms(string? outcome, string? reason, string? words, int version)
    {
        if (!Enum.TryParse<ReviewOutcome>(outcome, out var chosen) || !Enum.IsDefined(chosen)) return new Missing("outcome", "Review.Outcome");
        var text = Typed.Paragraphs(words);
        if (text.Length > PlanLimits.ReviewWords) return new PlanWordsTooLong("words", PlanLimits.ReviewWords, text.Length);
        var why = ReviewReason.None;
        if (chosen == ReviewOutcome.Refuse && (!Enum.TryParse(reason, out why) || !Enum.IsDefined(why) || why == ReviewReason.None))
            return new Missing("reason", "Review.Reason");
        if (chosen != ReviewOutcome.Admit && text.Length == 0) return new Missing("words", "Review.Words");
        return new ReviewTerms(chosen, why, text, version);
    }
}

/// <summary>It was decided, withdrawn or sent back: nothing to review now.</summary>
public sealed record NotUnderReview(ProposalActKind State) : Refusal;

/// <summary>Nobody reviews an own plan.</summary>
public sealed record MakerStandsAside : Refusal
{
    public override int Status => StatusCodes.Status403Forbidden;
}

/// <summary>The plan was sent in again after the first member looked.</summary>
public sealed record PlanChangedSince : Refusal;
