using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Proposals.Reviewing;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Proposals;

public sealed class ReviewRulesTests
{
    [Fact]
    public void A_review_says_what_it_wants_and_why()
    {
        Assert.Equal(new Missing("outcome", "Review.Outcome"), ReviewRules.Terms("Zomaar", null, "x", 1).Refusal);
        Assert.Equal(new Missing("outcome", "Review.Outcome"), ReviewRules.Terms("77", null, "x", 1).Refusal);
        Assert.Equal(new Missing("words", "Review.Words"), ReviewRules.Terms("ChangesAsked", null, "  ", 1).Refusal);
        Assert.Equal(new Missing("reason", "Review.Reason"), ReviewRules.Terms("Refuse", "None", "x", 1).Refusal);
        Assert.Equal(new Missing("reason", "Review.Reason"), ReviewRules.Terms("Refuse", "99", "x", 1).Refusal);
        Assert.Equal(new PlanWordsTooLong("words", PlanLimits.ReviewWords, 10_000), ReviewRules.Terms("Admit", null, new string('a', 10_000), 1).Refusal);
        Assert.Equal(new ReviewTerms(ReviewOutcome.Admit, ReviewReason.None, "", 1), ReviewRules.Terms("Admit", "OwnerSaysNo", null, 1).Value);
        var refuse = ReviewRules.Terms("Refuse", "OwnerSaysNo", "De school wil niet.", 2).Value!;
        Assert.Equal(refuse, ReviewTerms.Read(refuse.ToJson()));
    }

    [Fact]
    public void Only_what_waits_is_reviewed_and_only_before_the_freeze()
    {
        var round = SamplePlan.Round();
        var now = round.SubmissionCloses.Instant;
        Assert.Null(ReviewRules.MayBeReviewed(SamplePlan.In(round, 1_200, ProposalActKind.Submitted), round, now));
        Assert.Null(ReviewRules.MayBeReviewed(SamplePlan.In(round, 1_200, ProposalActKind.Submitted), round, round.VotingOpens.Instant));
        Assert.Equal(new NotUnderReview(ProposalActKind.Admitted),
            ReviewRules.MayBeReviewed(SamplePlan.In(round, 1_200, ProposalActKind.Submitted, ProposalActKind.Admitted), round, now));
        var frozen = SamplePlan.Round(RoundActKind.BallotFrozen);
        Assert.IsType<PlanListFrozen>(ReviewRules.MayBeReviewed(SamplePlan.In(frozen, 1_200, ProposalActKind.Submitted), frozen, now));
    }
}
