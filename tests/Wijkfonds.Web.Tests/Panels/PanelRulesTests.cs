using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Panels;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Panels;

public sealed class PanelRulesTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly Deadline Closes = At(14), Speaks = At(20);

    [Fact]
    public void Nobody_joins_or_leaves_once_the_list_is_closed()
    {
        var panel = PanelOf(people: 3);
        var closed = Closes.Instant;
        Assert.IsType<ListClosed>(panel.Join(Guid.NewGuid(), "", closed).Refusal);
        Assert.IsType<ListClosed>(panel.Leave(panel.Candidates[0].AccountId!.Value, closed).Refusal);
        Assert.Equal(3, panel.Pool.Count());
        Assert.Null(panel.Leave(panel.Candidates[0].AccountId!.Value, closed.AddMilliseconds(-1)).Refusal);
        Assert.Equal([2, 3], panel.Pool.Select(c => c.Number));
    }

    [Fact]
    public void Who_comes_back_keeps_the_number_and_nobody_gets_it_in_between()
    {
        var panel = PanelOf(people: 2);
        var first = panel.Candidates[0].AccountId!.Value;
        panel.Leave(first, Now);
        Assert.Equal(3, panel.Join(Guid.NewGuid(), "", Now).Value!.Number);
        Assert.Equal(1, panel.Join(first, "Fatma", Now).Value!.Number);
        Assert.IsType<OnListAlready>(panel.Join(first, "", Now).Refusal);
    }

    [Fact]
    public void Nobody_is_drawn_for_a_round_that_was_stopped()
    {
        var panel = Announced(PanelOf(people: 3));
        panel.Round.Acts.Add(new RoundAct { FundId = panel.FundId, RoundId = panel.RoundId, Kind = RoundActKind.Cancelled, At = Now });
        Assert.IsType<RoundWasStopped>(panel.Join(Guid.NewGuid(), "", Now).Refusal);
        Assert.IsType<RoundWasStopped>(panel.Announce("p", "Lotto", Speaks, Closes.Instant).Refusal);
        Assert.IsType<RoundWasStopped>(panel.Draw("1 2 3", Speaks.Instant).Refusal);
        Assert.IsType<RoundWasStopped>(panel.Set(panel.Round, 5, 5, Closes, Now));
    }

    [Fact]
    public void A_draw_is_announced_after_the_list_closed_and_before_the_source_speaks()
    {
        var panel = PanelOf(people: 5);
        Assert.IsType<ListStillOpen>(panel.Announce("p", "Lotto", Speaks, Closes.Instant.AddMilliseconds(-1)).Refusal);
        Assert.IsType<SourceSpokeAlready>(panel.Announce("p", "Lotto", Speaks, Speaks.Instant).Refusal);
        Assert.IsType<Missing>(panel.Announce("p", " \n ", Speaks, Closes.Instant).Refusal);
        Assert.Equal("Lotto van 6 februari", panel.Announce("p", " Lotto  van 6 februari ", Speaks, Closes.Instant).Value!.Source);
        Assert.IsType<NobodyCameForward>(PanelOf(people: 0).Announce("p", "Lotto", Speaks, Closes.Instant).Refusal);
    }

    [Fact]
    public void A_draw_is_never_held_before_it_is_announced_and_the_source_has_spoken()
    {
        var panel = PanelOf(people: 5);
        Assert.IsType<DrawNotAnnounced>(panel.Draw("1 2 3", Speaks.Instant.AddDays(1)).Refusal);
        panel = Announced(panel);
        Assert.IsType<SourceIsSilent>(panel.Draw("1 2 3", Speaks.Instant.AddMilliseconds(-1)).Refusal);
        Assert.IsType<Missing>(panel.Draw("\u0007", Speaks.Instant).Refusal);
        Assert.Null(panel.Draw("1 2 3", Speaks.Instant).Refusal);
        Assert.IsType<DrawHeldAlready>(Held(panel, "1 2 3").Draw("4 5 6", Speaks.Instant.AddDays(1)).Refusal);
    }

    [Fact]
    public void The_same_words_give_the_same_numbers_however_they_are_spaced_and_others_give_others()
    {
        var panel = Announced(PanelOf(people: 40));
        string[] Numbers(string said) => [.. panel.Draw(said, Speaks.Instant).Value!.Result.Drawn.Select(d => d.Label)];
        Assert.Equal(Numbers("3 12 18 27 33 41"), Numbers("  3 12  18 27 33 41\n"));
        Assert.NotEqual(Numbers("3 12 18 27 33 41"), Numbers("3 12 18 27 33 42"));
    }

    [Fact]
    public void Who_declines_keeps_the_place_and_the_first_reserve_moves_up()
    {
        var panel = Held(Announced(PanelOf(people: 6, seats: 2, reserve: 2)), "3 12 18");
        var before = Seating.Of(panel);
        Assert.Equal([SeatState.Invited, SeatState.Invited, SeatState.Reserve, SeatState.Reserve], before.Select(s => s.State));
        var (first, second, third) = (before[0].Candidate, before[1].Candidate, before[2].Candidate);
        Assert.IsType<NoSeatToAccept>(Seating.Say(panel, third.AccountId!.Value, true, Speaks.Instant).Refusal);
        Seating.Say(panel, first.AccountId!.Value, false, Speaks.Instant);
        Seating.Say(panel, second.AccountId!.Value, true, Speaks.Instant);
        var after = Seating.Of(panel);
        Assert.Equal(before.Select(s => (s.Place, s.Candidate.Number)), after.Select(s => (s.Place, s.Candidate.Number)));
        Assert.Equal([SeatState.Declined, SeatState.Accepted, SeatState.Invited, SeatState.Reserve], after.Select(s => s.State));
        Assert.IsType<DeclinedBefore>(Seating.Say(panel, first.AccountId!.Value, true, Speaks.Instant).Refusal);
        Assert.Null(Seating.Say(panel, third.AccountId!.Value, true, Speaks.Instant).Refusal);
    }

    [Fact]
    public void Who_says_no_before_the_draw_stays_in_the_list_and_is_passed_over()
    {
        var panel = Announced(PanelOf(people: 6, seats: 2, reserve: 4));
        var hash = panel.Announced!.Hash;
        var drawn = panel.Draw("3 12 18", Speaks.Instant).Value!.Result.Drawn[0].Label;
        var unwilling = panel.Candidates.Single(c => c.Label == drawn);
        Assert.Null(Seating.Say(panel, unwilling.AccountId!.Value, false, Closes.Instant).Refusal);
        panel = Held(panel, "3 12 18");
        Assert.Equal(hash, panel.Held!.Bundle.PublishedHash);
        Assert.Equal([SeatState.Declined, SeatState.Invited, SeatState.Invited], Seating.Of(panel).Take(3).Select(s => s.State));
    }

    [Fact]
    public void The_published_files_hold_numbers_and_nothing_about_people()
    {
        var panel = PanelOf(people: 2);
        panel.Candidates[0].PublicName = "Fatma";
        panel = Held(Announced(panel), "3 12 18");
        Assert.DoesNotContain("Fatma", panel.Held!.Text, StringComparison.Ordinal);
        Assert.All(panel.Candidates, c => Assert.DoesNotContain(c.AccountId!.Value.ToString("N")[..8], panel.Held.Text, StringComparison.Ordinal));
        Assert.All(DrawBundle.Read(panel.Held.Text).Check(), finding => Assert.True(finding.Holds));
    }

    private static Deadline At(int days) => Deadline.At(Now.AddDays(days), "Europe/Amsterdam");

    private static Panel PanelOf(int people, int seats = 2, int reserve = 2)
    {
        var panel = New(seats, reserve);
        for (var i = 0; i < people; i++) panel.Join(Guid.NewGuid(), "", Now);
        return panel;
    }

    private static Panel New(int seats, int reserve, AnnouncedDraw? announced = null, HeldDraw? held = null, List<Candidate>? candidates = null) => new()
    {
        FundId = Guid.Empty, RoundId = Guid.Empty, Round = Rounds.SampleRound.Draft(), Seats = seats, Reserve = reserve, Closes = Closes, MadeAt = Now,
        Announced = announced, Held = held, Candidates = candidates ?? [],
    };

    private static Panel Announced(Panel panel)
    {
        var draw = panel.Announce("proef", "Lotto", Speaks, Closes.Instant).Value!;
        return New(panel.Seats, panel.Reserve, new AnnouncedDraw
        {
            FundId = Guid.Empty, PanelId = panel.Id, At = Closes.Instant, Speaks = Speaks, Text = draw.Write(), Hash = draw.Hash(),
        }, candidates: panel.Candidates);
    }

    private static Panel Held(Panel panel, string said) => New(panel.Seats, panel.Reserve, panel.Announced, new HeldDraw
    {
        FundId = Guid.Empty, PanelId = panel.Id, At = Speaks.Instant, Text = panel.Draw(said, Speaks.Instant).Value!.Write(),
    }, panel.Candidates);
}
