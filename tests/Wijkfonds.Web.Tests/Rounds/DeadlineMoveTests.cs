using Wijkfonds.Web.Rounds;

namespace Wijkfonds.Web.Tests.Rounds;

public sealed class DeadlineMoveTests
{
    private readonly Round round = SampleRound.Draft();

    public DeadlineMoveTests() => Has(RoundActKind.Approved);

    [Theory]
    [InlineData(DeadlineKind.SubmissionOpens, "2027-01-19T09:00")]
    [InlineData(DeadlineKind.SubmissionCloses, "2027-02-20T20:00")]
    [InlineData(DeadlineKind.VotingOpens, "2027-03-10T09:00")]
    [InlineData(DeadlineKind.VotingCloses, "2027-03-29T09:00")]
    public void Each_deadline_moves_until_it_passes_and_not_after(DeadlineKind which, string to)
    {
        Has(Phases.NeededForVoting);
        var deadline = Timetable.Of(round)[which].Instant;
        Assert.Null(DeadlineMove.Check(round, which, SampleRound.Local(to), deadline.AddMilliseconds(-1)));
        Assert.NotNull(DeadlineMove.Check(round, which, SampleRound.Local(to), deadline));
    }

    [Fact]
    public void Once_voting_is_open_closing_moves_only_later_and_not_beyond_three_weeks()
    {
        Has(Phases.NeededForVoting);
        var open = round.VotingOpens.Instant;
        Assert.Null(DeadlineMove.Check(round, DeadlineKind.VotingCloses, SampleRound.Local("2027-03-20T20:00"), open.AddMilliseconds(-1)));
        Assert.Equal(new OnlyLater(round.VotingCloses), DeadlineMove.Check(round, DeadlineKind.VotingCloses, SampleRound.Local("2027-03-20T20:00"), open));
        Assert.Equal(new VotingTooLong(21), DeadlineMove.Check(round, DeadlineKind.VotingCloses, SampleRound.Local("2027-03-30T20:00"), open));
    }

    [Fact]
    public void When_opening_was_delayed_the_three_weeks_count_from_when_it_really_opens()
    {
        var delayed = round.VotingOpens.Instant.AddDays(20);
        Assert.Null(DeadlineMove.Check(round, DeadlineKind.VotingCloses, SampleRound.Local("2027-04-12T20:00"), delayed));
        Assert.Equal(Phase.OpeningDelayed, round.PhaseAt(delayed));
    }

    [Fact]
    public void A_deadline_moves_neither_into_the_past_nor_past_its_neighbour()
    {
        Assert.IsType<MovedIntoThePast>(DeadlineMove.Check(round, DeadlineKind.SubmissionOpens, SampleRound.Local("2027-01-04T08:00"), SampleRound.Now));
        Assert.IsType<TimetableOutOfOrder>(DeadlineMove.Check(round, DeadlineKind.SubmissionOpens, SampleRound.Local("2027-02-16T08:00"), SampleRound.Now));
        Assert.IsType<VotingTooShort>(DeadlineMove.Check(round, DeadlineKind.VotingOpens, SampleRound.Local("2027-03-16T09:00"), SampleRound.Now));
    }

    [Fact]
    public void A_draft_is_edited_and_a_cancelled_round_stands()
    {
        Assert.IsType<DeadlinesStand>(DeadlineMove.Check(SampleRound.Draft(), DeadlineKind.SubmissionOpens, SampleRound.Local("2027-01-19T09:00"), SampleRound.Now));
        Has(RoundActKind.Cancelled);
        Assert.IsType<DeadlinesStand>(DeadlineMove.Check(round, DeadlineKind.SubmissionOpens, SampleRound.Local("2027-01-19T09:00"), SampleRound.Now));
    }

    private void Has(params RoundActKind[] kinds) =>
        round.Acts.AddRange(kinds.Where(kind => !round.Has(kind)).Select(kind => SampleRound.Act(round, kind, round.CreatedAt)));
}
