using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Rounds;

public sealed class RoundLimitsTests
{
    private readonly Round round = SampleRound.Draft();

    [Fact]
    public void A_round_that_keeps_every_limit_is_not_refused() => Assert.Null(Refusal);

    [Fact]
    public void It_needs_a_name()
    {
        round.Name = "";
        Assert.Equal(new Missing("Form.Name", "Round.Name"), Refusal);
    }

    [Fact]
    public void It_needs_a_section_and_each_section_money_and_a_name_of_its_own()
    {
        round.Sections[1].Name = "groen";
        Assert.Equal(new SectionTwice("Groen"), Refusal);
        round.Sections[1].Name = "Spelen";
        round.Sections[1].Budget = Cents.Zero;
        Assert.Equal(new SectionWithoutMoney("Spelen"), Refusal);
        round.Sections.Clear();
        Assert.Equal(new Missing("Form.Sections", "Round.Sections"), Refusal);
    }

    [Fact]
    public void Amounts_per_plan_fit_each_other_and_the_smallest_section()
    {
        round.PlanMinimum = Cents.Euros(6_000);
        Assert.Equal(new MinimumAboveMaximum(Cents.Euros(6_000), Cents.Euros(5_000)), Refusal);
        round.PlanMaximum = Cents.Euros(20_000);
        Assert.Null(Refusal);
        round.PlanMaximum = Cents.Euros(20_001);
        Assert.Equal(new MaximumAboveSection(Cents.Euros(20_001), "Ontmoeten", Cents.Euros(20_000)), Refusal);
    }

    [Fact]
    public void Ticking_has_a_number_but_dividing_the_budget_needs_none()
    {
        round.MaximumChoices = 0;
        Assert.Equal(new ChoicesOutOfRange(RoundLimits.MostChoices), Refusal);
        round.BallotType = BallotType.Knapsack;
        Assert.Null(Refusal);
    }

    [Fact]
    public void Ages_are_those_of_young_people()
    {
        round.AgeToVote = 5;
        Assert.IsType<AgeOutOfRange>(Refusal);
        round.AgeToVote = 6;
        Assert.Null(Refusal);
    }

    [Theory]
    [InlineData("2027-03-15T09:00", null)]
    [InlineData("2027-03-15T08:59", typeof(VotingTooShort))]
    [InlineData("2027-03-29T09:00", null)]
    [InlineData("2027-03-29T09:01", typeof(VotingTooLong))]
    public void Voting_lasts_one_to_three_weeks_on_the_wall_also_when_the_clock_changes(string closes, Type? refused)
    {
        round.VotingCloses = SampleRound.Local(closes);
        Assert.Equal(refused, Refusal?.GetType());
    }

    [Fact]
    public void Each_deadline_follows_the_one_before()
    {
        round.SubmissionCloses = round.SubmissionOpens;
        Assert.Equal(new TimetableOutOfOrder(DeadlineKind.SubmissionCloses, DeadlineKind.SubmissionOpens), Refusal);
    }

    [Fact]
    public void The_form_opens_after_a_second_member_could_agree()
    {
        Assert.Equal(new OpensInThePast(round.SubmissionOpens), RoundLimits.Check(round, round.SubmissionOpens.Instant));
        Assert.Null(RoundLimits.Check(round, round.SubmissionOpens.Instant.AddMilliseconds(-1)));
    }

    [Fact]
    public void The_text_of_the_rules_names_every_rule_and_its_hash_follows_each_of_them()
    {
        Assert.Equal("""
            wijkfonds-rules 1
            round 3 Voorjaar 2027
            ballot approval 3
            rule greedy_votes
            ties cost votes lot
            plan 10000 500000
            age-to-propose 12
            age-to-vote 12
            section 1 3000000 Groen
            section 2 2000000 Ontmoeten
            theme 1 Jeugd

            """, RoundRules.Text(round), ignoreLineEndingDifferences: true);
        var (rules, terms) = (RoundRules.Hash(round), RoundRules.TermsHash(round));
        round.VotingCloses = SampleRound.Local("2027-03-23T20:00");
        Assert.Equal(rules, RoundRules.Hash(round));
        Assert.NotEqual(terms, RoundRules.TermsHash(round));
        round.Sections[0].Budget += new Cents(1);
        Assert.NotEqual(rules, RoundRules.Hash(round));
    }

    private Refusal? Refusal => RoundLimits.Check(round, SampleRound.Now);
}
