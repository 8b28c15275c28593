using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Rounds;

public sealed class PhaseTests
{
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);
    private readonly Round round = SampleRound.Draft();

    [Fact]
    public void Until_it_is_approved_a_round_is_a_draft_at_any_hour()
    {
        foreach (var deadline in Enum.GetValues<DeadlineKind>()) Assert.Equal(Phase.Draft, At(deadline));
    }

    [Fact]
    public void At_each_deadline_the_next_phase_begins_and_not_a_moment_before()
    {
        With(Phases.NeededForVoting);
        Assert.Equal((Phase.Announced, Phase.Submitting), Around(DeadlineKind.SubmissionOpens));
        Assert.Equal((Phase.Submitting, Phase.Reviewing), Around(DeadlineKind.SubmissionCloses));
        Assert.Equal((Phase.Reviewing, Phase.Voting), Around(DeadlineKind.VotingOpens));
        Assert.Equal((Phase.Voting, Phase.Counting), Around(DeadlineKind.VotingCloses));
    }

    [Theory]
    [InlineData(RoundActKind.BallotFrozen)]
    [InlineData(RoundActKind.TieLotDrawn)]
    [InlineData(RoundActKind.CodesConfirmed)]
    public void Without_one_of_the_needed_acts_opening_is_delayed_and_never_counted(RoundActKind missing)
    {
        With(Phases.NeededForVoting.Where(kind => kind != missing));
        Assert.Equal([missing], Phases.MissingForVoting(round));
        Assert.Equal((Phase.Reviewing, Phase.OpeningDelayed), Around(DeadlineKind.VotingOpens));
        Assert.Equal((Phase.OpeningDelayed, Phase.OpeningDelayed), Around(DeadlineKind.VotingCloses));
    }

    [Fact]
    public void After_closing_the_acts_alone_carry_it_on()
    {
        With(Phases.NeededForVoting);
        var after = round.VotingCloses.Instant.AddYears(1);
        Assert.Equal(Phase.Counting, round.PhaseAt(after));
        With([RoundActKind.Sealed]);
        Assert.Equal(Phase.Counting, round.PhaseAt(after));
        With([RoundActKind.Counted]);
        Assert.Equal(Phase.Decided, round.PhaseAt(after));
        With([RoundActKind.Confirmed]);
        Assert.Equal(Phase.CarryingOut, round.PhaseAt(after));
        With([RoundActKind.Closed]);
        Assert.Equal(Phase.Closed, round.PhaseAt(after));
    }

    [Fact]
    public void A_cancelled_round_stays_cancelled()
    {
        With([RoundActKind.Approved, RoundActKind.Cancelled]);
        foreach (var deadline in Enum.GetValues<DeadlineKind>()) Assert.Equal(Phase.Cancelled, At(deadline));
    }

    [Fact]
    public void A_phase_never_goes_back_while_time_passes_and_acts_are_added()
    {
        var steps = Gen.Elements(Enum.GetValues<RoundActKind>().Select(kind => (RoundActKind?)kind).Append(null)).ListOf();
        var hours = Gen.Choose(0, 24 * 20).ListOf();
        Prop.ForAll(steps.ToArbitrary(), hours.ToArbitrary(), (acts, waits) =>
        {
            var round = SampleRound.Draft();
            var now = round.SubmissionOpens.Instant.AddDays(-10);
            var before = round.PhaseAt(now);
            foreach (var (act, wait) in acts.Zip(waits))
            {
                if (act is { } kind && !round.Has(kind)) round.Acts.Add(SampleRound.Act(round, kind, now));
                else now = now.AddHours(wait);
                var phase = round.PhaseAt(now);
                if (phase < before) return false;
                before = phase;
            }
            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_phase_never_goes_back_either_when_deadlines_are_moved_as_far_as_is_allowed()
    {
        var moves = Gen.Choose(0, 3).SelectMany(which => Gen.Choose(-30 * 24, 30 * 24).SelectMany(by => Gen.Choose(1, 24 * 9).Select(wait => (which, by, wait)))).ListOf();
        Prop.ForAll(moves.ToArbitrary(), steps =>
        {
            var round = SampleRound.Draft();
            round.Acts.Add(SampleRound.Act(round, RoundActKind.Approved, round.CreatedAt));
            var now = round.SubmissionOpens.Instant.AddDays(-1);
            var before = round.PhaseAt(now);
            foreach (var (which, by, wait) in steps)
            {
                var to = Deadline.At(Timetable.Of(round)[(DeadlineKind)which].Instant.AddHours(by), SampleRound.Zone);
                if (DeadlineMove.Check(round, (DeadlineKind)which, to, now) is null) round.Move((DeadlineKind)which, to);
                if (round.PhaseAt(now) < before) return false;
                now = now.AddHours(wait);
                before = round.PhaseAt(now);
                if (before == Phase.Reviewing)
                    foreach (var kind in Phases.NeededForVoting.Where(k => !round.Has(k))) round.Acts.Add(SampleRound.Act(round, kind, now));
            }
            return true;
        }).QuickCheckThrowOnFailure();
    }

    private Phase At(DeadlineKind deadline) => round.PhaseAt(Timetable.Of(round)[deadline].Instant);

    private (Phase Before, Phase From) Around(DeadlineKind deadline) =>
        (round.PhaseAt(Timetable.Of(round)[deadline].Instant - Instant), At(deadline));

    private void With(IEnumerable<RoundActKind> kinds) =>
        round.Acts.AddRange(kinds.Where(kind => !round.Has(kind)).Select(kind => SampleRound.Act(round, kind, round.CreatedAt)));
}
