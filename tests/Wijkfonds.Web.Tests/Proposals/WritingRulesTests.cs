using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Proposals;

public sealed class WritingRulesTests
{
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(1);

    [Fact]
    public void Submission_opens_and_closes_at_the_exact_instant()
    {
        var round = SamplePlan.Round();
        var (opens, closes) = (round.SubmissionOpens.Instant, round.SubmissionCloses.Instant);
        Assert.Equal(new SubmissionNotOpen(round.SubmissionOpens), WritingRules.MayStart(round, opens - Blink));
        Assert.Null(WritingRules.MayStart(round, opens));
        Assert.Null(WritingRules.MayStart(round, closes - Blink));
        Assert.Equal(new SubmissionClosed(round.SubmissionCloses), WritingRules.MayStart(round, closes));
    }

    [Fact]
    public void A_draft_round_does_not_exist_and_a_stopped_one_says_so()
    {
        var draft = SamplePlan.Round();
        draft.Acts.Clear();
        Assert.IsType<NotFoundHere>(WritingRules.MayStart(draft, draft.SubmissionOpens.Instant));
        var stopped = SamplePlan.Round(RoundActKind.Cancelled);
        Assert.IsType<RoundStopped>(WritingRules.MayStart(stopped, stopped.SubmissionOpens.Instant));
    }

    [Fact]
    public void An_unreviewed_plan_changes_until_submission_closes_and_one_that_was_sent_back_until_the_freeze()
    {
        var round = SamplePlan.Round();
        var (during, after) = (round.SubmissionCloses.Instant - Blink, round.SubmissionCloses.Instant);
        var fresh = SamplePlan.In(round, 1_200, ProposalActKind.Submitted);
        Assert.Null(WritingRules.MayChange(fresh, round, during));
        Assert.IsType<ReviewIsRunning>(WritingRules.MayChange(fresh, round, after));
        var back = SamplePlan.In(round, 1_200, ProposalActKind.Submitted, ProposalActKind.ChangesAsked);
        Assert.Null(WritingRules.MayChange(back, round, after));
        Assert.Null(WritingRules.MayChange(back, round, round.VotingOpens.Instant.AddDays(1)));
        round.Acts.Add(new RoundAct { FundId = round.FundId, Kind = RoundActKind.BallotFrozen, At = after });
        Assert.IsType<PlanListFrozen>(WritingRules.MayChange(back, round, after));
        Assert.IsType<PlanListFrozen>(WritingRules.MayWithdraw(back, round, after));
    }

    [Theory]
    [InlineData(ProposalActKind.Admitted)]
    [InlineData(ProposalActKind.Refused)]
    [InlineData(ProposalActKind.Withdrawn)]
    public void What_was_decided_or_taken_back_stays_as_it_is(ProposalActKind last)
    {
        var round = SamplePlan.Round();
        var plan = SamplePlan.In(round, 1_200, ProposalActKind.Submitted, last);
        Assert.Equal(new PlanIsFinal(last), WritingRules.MayChange(plan, round, round.SubmissionOpens.Instant));
    }

    [Fact]
    public void An_admitted_plan_can_still_be_withdrawn_before_the_freeze_and_a_draft_has_nothing_to_withdraw()
    {
        var round = SamplePlan.Round();
        var now = round.SubmissionCloses.Instant;
        Assert.Null(WritingRules.MayWithdraw(SamplePlan.In(round, 1_200, ProposalActKind.Submitted, ProposalActKind.Admitted), round, now));
        Assert.IsType<NotFoundHere>(WritingRules.MayWithdraw(SamplePlan.In(round), round, now));
    }

    [Fact]
    public void One_person_has_a_limited_number_of_drafts_and_plans()
    {
        Assert.Null(WritingRules.MayHaveMore(PlanLimits.Drafts - 1, PlanLimits.Plans - 1));
        Assert.Equal(new TooManyDrafts(PlanLimits.Drafts), WritingRules.MayHaveMore(PlanLimits.Drafts, PlanLimits.Drafts));
        Assert.Equal(new TooManyPlans(PlanLimits.Plans), WritingRules.MayHaveMore(0, PlanLimits.Plans));
    }

    [Theory]
    [InlineData(99, typeof(TooCheap))]
    [InlineData(100, null)]
    [InlineData(5_000, null)]
    [InlineData(5_001, typeof(TooExpensive))]
    public void A_plan_costs_what_the_round_allows_to_the_euro(long euros, Type? refusal)
    {
        var round = SamplePlan.Round();
        Assert.Equal(refusal, PlanParts.Affordable(SamplePlan.In(round, euros), round)?.GetType());
    }

    [Fact]
    public void A_plan_cannot_ask_more_than_its_section_has()
    {
        var round = SamplePlan.Round();
        var plan = SamplePlan.In(round, 3_001);
        plan.SectionId = round.Sections[0].Id;
        Assert.Equal(new TooExpensiveForSection(Cents.Euros(3_000), Cents.Euros(3_001), "Groen"), PlanParts.Affordable(plan, round));
    }

    [Fact]
    public void What_is_missing_is_named_with_its_step()
    {
        var round = SamplePlan.Round();
        var empty = new Proposal { FundId = round.FundId, RoundId = round.Id, AccountId = Guid.CreateVersion7(), CreatedAt = round.CreatedAt };
        Assert.Equal(["1 Title", "1 Summary", "2 Story", "2 Place", "2 Section", "2 Theme", "3 Costs", "4 Team"],
            PlanParts.Missing(empty, round).Select(m => $"{m.Step} {m.Part}"));
        Assert.Equal(new PlanIncomplete(8), PlanParts.Complete(empty, round));
        Assert.Null(PlanParts.Complete(SamplePlan.In(round), round));
    }
}
