using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation.Years;

/// <summary>How deposits make later years of plans into commitments, and what is refused afterwards.</summary>
public sealed class TurningTests
{
    [Theory, EachDatabase]
    public async Task Who_was_promised_first_goes_first_and_a_smaller_year_behind_it_does_not_overtake(string database)
    {
        await using var site = new TestSite(database);
        var world = await YearsWorld.Of(site, plans: 3);
        await world.Pledge(0, 2028, 10_000);
        await world.Promise(2, (2028, 2_000));
        site.Clock.Advance(TimeSpan.FromHours(1));
        await world.Promise(1, (2028, 500));
        await world.Promise(3, (2028, 500));
        world.MoveTo(2028);
        await world.Arrives(0, 1_900);
        Assert.Equal(["2028 plan 1 Conditional", "2028 plan 2 Conditional", "2028 plan 3 Conditional"], await world.States());
        await world.Arrives(0, 700);
        Assert.Equal(["2028 plan 1 Turned", "2028 plan 2 Turned", "2028 plan 3 Conditional"], await world.States());
        await using var db = world.N.Open();
        var order = await db.Set<ConditionalYear>().Where(y => y.EntrySequence != null).OrderBy(y => y.EntrySequence).Select(y => y.Award.Number).ToListAsync();
        Assert.Equal([2, 1], order);
    }

    [Theory, EachDatabase]
    public async Task A_deposit_for_an_earlier_year_turns_nothing_of_a_later_one_and_money_paid_ahead_does(string database)
    {
        await using var site = new TestSite(database);
        var world = await YearsWorld.Of(site);
        await world.Pledge(0, 2028, 5_000);
        await world.Pledge(0, 2029, 5_000);
        await world.Promise(1, (2029, 1_000));
        world.MoveTo(2028);
        await world.Arrives(0, 5_000);
        Assert.Equal(["2029 plan 1 Conditional"], await world.States());
        await world.Arrives(0, 1_000);
        Assert.Equal(["2029 plan 1 Turned"], await world.States());
    }

    [Theory, EachDatabase]
    public async Task Earmarked_pledges_count_only_where_the_plan_fits_and_then_pay_first(string database)
    {
        await using var site = new TestSite(database);
        var world = await YearsWorld.Of(site);
        await world.PledgeBound(0, 2028, 4_000, "Jeugd");
        Assert.Equal(Cents.Zero, Assert.IsType<YearNotCovered>((await world.Promise(1, (2028, 1))).Refusal).Room);
        await world.PledgeBound(1, 2028, 400, "Groen");
        await world.Pledge(0, 2028, 600);
        Assert.Equal(Cents.Euros(1_000), Assert.IsType<YearNotCovered>((await world.Promise(1, (2028, 1_001))).Refusal).Room);
        Assert.False((await world.Promise(1, (2028, 900))).Refused);
        world.MoveTo(2028);
        // Money for the young does not help, however much it is.
        await world.Arrives(0, 4_000, earmark: 1);
        await world.Arrives(1, 400, earmark: 1);
        Assert.Equal(["2028 plan 1 Conditional"], await world.States());
        await world.Arrives(0, 600, earmark: 0);
        Assert.Equal(["2028 plan 1 Turned"], await world.States());
        Assert.Equal((Cents.Zero, Cents.Euros(100), Cents.Euros(4_000)), ((await world.Pot(1, 1)).Free, (await world.Pot(0, 0)).Free, (await world.Pot(0, 1)).Free));
    }

    [Theory, EachDatabase]
    public async Task Money_that_arrived_but_is_not_free_waits_at_the_desk_and_the_year_turns_when_it_is(string database)
    {
        await using var site = new TestSite(database);
        var world = await YearsWorld.Of(site);
        var n = world.N;
        await world.Pledge(0, 2028, 1_000);
        await world.Pledge(0, 2029, 1_000);
        world.MoveTo(2028);
        await world.Arrives(0, 2_000);
        // Paid ahead and set aside for a round before anything was promised for that year.
        var round = await n.WithRound(Phase.Announced, sections: ("Hele wijk", 2_000));
        await world.Pledge(1, 2029, 500);
        Assert.False((await world.Promise(1, (2029, 500))).Refused);
        await site.RunJobs();
        Assert.Equal(["2029 plan 1 Arrived"], await world.States());
        Assert.True((await n.As(n.Member).Go("/bureau")).Sees("Het geld voor 2029 is binnen, maar niet vrij: Regentonnen"));
        Assert.True((await n.As(n.Resident).Go("/mijn/toekenningen/1")).Sees("er ligt nu te weinig vrij in de pot"));
        await n.WithRelease(round.Sections[0], 499);
        await site.RunJobs();
        Assert.Equal(["2029 plan 1 Arrived"], await world.States());
        await n.WithRelease(round.Sections[0], 1);
        await site.RunJobs();
        await site.RunJobs();
        Assert.Equal(["2029 plan 1 Turned"], await world.States());
        Assert.False((await n.As(n.Member).Go("/bureau")).Sees("maar niet vrij"));
        Assert.Equal((Cents.Euros(3_500), Cents.Zero), (await world.Left(1), (await world.Pot(0)).Free));
    }

    [Theory, EachDatabase]
    public async Task A_deposit_that_is_used_is_not_taken_back_and_after_the_plan_needs_less_it_can_be(string database)
    {
        await using var site = new TestSite(database);
        var world = await YearsWorld.Of(site);
        await world.Pledge(0, 2028, 2_000);
        await world.Promise(1, (2028, 1_500));
        world.MoveTo(2028);
        await world.Arrives(0, 2_000);
        var (deposit, turned) = await Last(world.N);
        Assert.Equal(Cents.Euros(1_500), Assert.IsType<BalanceBelowZero>((await world.Reverse(deposit)).Refusal).Short);
        Assert.Equal(["2028 plan 1 Turned"], await world.States());
        // The commitment is an ordinary one: it is taken back by two members, and then the deposit can be.
        await Drop(world.N, DecisionKind.ReverseEntry);
        Assert.False((await world.Reverse(turned)).Refused);
        Assert.Equal(["2028 plan 1 TakenBack"], await world.States());
        Assert.False((await world.Reverse(deposit)).Refused);
        await site.RunJobs();
        Assert.Equal(["2028 plan 1 TakenBack"], await world.States());
        Assert.Equal(Cents.Euros(3_000), await world.Left(1));
    }

    [Theory, EachDatabase]
    public async Task What_flowed_back_before_a_year_was_awarded_does_not_make_the_year_payable_at_once(string database)
    {
        await using var site = new TestSite(database);
        var world = await YearsWorld.Of(site);
        await world.Pledge(0, 2028, 2_000);
        await world.Promise(1, (2028, 1_000));
        // Of the three parts of 1,200, 1,200 and 600 the plan needed only 1,300.
        await world.Change(1, DecisionKind.LapseAward, "1.700");
        world.MoveTo(2028);
        await world.Arrives(0, 2_000);
        await using var db = world.N.Open();
        var standing = (await Standing.Of(db, 1))!;
        Assert.Equal(Cents.Euros(2_300), standing.Left);
        Assert.Equal([Cents.Euros(1_200), Cents.Euros(100), Cents.Zero, Cents.Euros(500), Cents.Euros(500)], standing.Parts.Select(p => p.Counts));
        Assert.Equal(PartState.NotNeeded, standing.Parts[2].State);
        Assert.Equal(Cents.Euros(1_200 + 500), standing.Payable);
        // Closed, the whole raised amount flows back.
        Assert.False((await world.Change(1, DecisionKind.CloseAward)).Refused);
        Assert.Equal(Cents.Zero, await world.Left(1));
    }

    [Theory, EachDatabase]
    public async Task Two_deposits_that_are_agreed_at_the_same_instant_turn_every_year_once(string database)
    {
        await using var site = new TestSite(database);
        var world = await YearsWorld.Of(site, plans: 2);
        var n = world.N;
        for (var year = 2028; year <= 2029; year++)
        {
            await world.Pledge(0, year, 1_000);
            await world.Pledge(1, year, 1_000);
            Assert.False((await world.Promise(1, (year, 900))).Refused);
            Assert.False((await world.Promise(2, (year, 800))).Refused);
            world.MoveTo(year);
            var (one, other) = (await world.Enter(0, Cents.Euros(1_000)), await world.Enter(1, Cents.Euros(1_000)));
            var jobs = Task.Run(site.RunJobs);
            var agreed = await Task.WhenAll(Task.Run(() => n.Speak(one, n.SecondMember)), Task.Run(() => n.Speak(other, n.Member)));
            await jobs;
            // Who was too late five times is told so, and tries again.
            foreach (var (outcome, decision) in agreed.Zip([one, other])) if (outcome.Refusal is Busy) Assert.False((await n.Speak(decision, n.SecondMember)).Refused);
            Assert.Equal(2, (await world.States()).Count(s => s.StartsWith(YearsWorld.Text(year), StringComparison.Ordinal) && s.EndsWith("Turned", StringComparison.Ordinal)));
            Assert.Equal((Cents.Euros(3_000 + 900 * (year - 2027)), Cents.Euros(3_000 + 800 * (year - 2027))), (await world.Left(1), await world.Left(2)));
        }
        await using var db = n.Open();
        Assert.Equal(4, await db.Set<JournalEntry>().CountAsync(e => e.Kind == EntryKind.Supplement));
    }

    private static async Task<(long Deposit, long Turned)> Last(Neighbourhood n)
    {
        await using var db = n.Open();
        return (await db.Set<JournalEntry>().Where(e => e.Kind == EntryKind.Deposit).MaxAsync(e => e.Sequence), await db.Set<JournalEntry>().Where(e => e.Kind == EntryKind.Supplement).MaxAsync(e => e.Sequence));
    }

    /// <summary>Takes an open proposal off the table.</summary>
    private static async Task Drop(Neighbourhood n, DecisionKind kind) =>
        Assert.False((await n.Speak(await n.OpenDecision(kind), n.SecondMember, inFavour: false, reason: "Kan nog niet")).Refused);
}
