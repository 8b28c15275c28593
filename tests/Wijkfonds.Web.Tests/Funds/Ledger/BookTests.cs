using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Ledger;

public sealed class BookTests
{
    private static readonly Guid Section = Guid.NewGuid();
    private static readonly Guid Award = Guid.NewGuid();

    [Theory, EachDatabase]
    public async Task A_euro_goes_from_deposit_to_payment_and_the_pot_says_where_it_is(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 2);
        await purse.Deposit(0, 100_00);
        await purse.Deposit(1, 50_00);
        await purse.Reserve(Section, 90_00);
        await purse.Award(Section, Award, 30_01);
        await purse.Pay(Award, Guid.NewGuid(), 10_00);
        await purse.Release(Section, 59_99);
        Assert.Equal(new Pot(new(150_00), new(119_99), new(0), new(20_01), new(10_00)), await purse.Pot());
        Assert.All((await purse.Export()).Check(), finding => Assert.Null(finding.Difference));
    }

    [Theory, EachDatabase]
    public async Task Whose_euros_pay_is_in_proportion_to_the_cent_and_ties_go_to_the_lower_contributor_number(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 3);
        foreach (var party in new[] { 2, 0, 1 }) await purse.Deposit(party, 10_00);
        await purse.Reserve(Section, 10_01);
        var reserved = new List<long>();
        for (var party = 0; party < 3; party++) reserved.Add((await purse.Pot(party)).Reserved.Value);
        Assert.Equal([3_34, 3_34, 3_33], reserved);
    }

    [Theory, EachDatabase]
    public async Task More_than_is_there_is_refused_by_name_at_every_step(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 1);
        await purse.Deposit(0, 100_00);
        Assert.Equal(new ExceedsPot(new(100_01), new(100_00)), (await purse.Reserve(Section, 100_01)).Refusal);
        await purse.Reserve(Section, 60_00);
        Assert.Equal(new ExceedsReserved(new(60_01), new(60_00)), (await purse.Award(Section, Award, 60_01)).Refusal);
        await purse.Award(Section, Award, 20_00);
        Assert.Equal(new ExceedsReserved(new(40_01), new(40_00)), (await purse.Release(Section, 40_01)).Refusal);
        Assert.Equal(new ExceedsAward(new(20_01), new(20_00)), (await purse.Pay(Award, Guid.NewGuid(), 20_01)).Refusal);
        Assert.Equal(3, (await purse.Entries()).Count);
    }

    [Theory, EachDatabase]
    public async Task Nothing_less_than_nothing_and_absurd_amounts_are_refused(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 1);
        foreach (var cents in new[] { 0, -1, long.MinValue }) Assert.Equal(new AmountNotPositive(), (await purse.Deposit(0, cents)).Refusal);
        Assert.Equal(new AmountTooLarge(Book.Largest), (await purse.Deposit(0, long.MaxValue)).Refusal);
        Assert.Equal(new NotFoundHere(), (await purse.Do((book, db, now) =>
            book.Deposit(db, now, purse.Fund, Guid.NewGuid(), Guid.NewGuid(), new(1), Purse.Day))).Refusal);
        Assert.Empty(await purse.Entries());
    }

    [Theory, EachDatabase]
    public async Task The_same_deposit_award_or_payment_is_booked_once(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 1);
        var (deposit, payment) = (Guid.NewGuid(), Guid.NewGuid());
        Task<Outcome<JournalEntry>> Arrive() => purse.Do((book, db, now) => book.Deposit(db, now, purse.Fund, deposit, purse.Parties[0], new(100_00), Purse.Day));
        await Arrive();
        Assert.Equal(new AlreadyBooked(1), (await Arrive()).Refusal);
        await purse.Reserve(Section, 100_00);
        await purse.Award(Section, Award, 50_00);
        Assert.Equal(new AlreadyBooked(3), (await purse.Award(Section, Award, 50_00)).Refusal);
        await purse.Pay(Award, payment, 10_00);
        Assert.Equal(new AlreadyBooked(4), (await purse.Pay(Award, payment, 10_00)).Refusal);
    }

    [Theory, EachDatabase]
    public async Task A_correction_is_the_opposite_entry_once_and_only_while_the_money_is_still_there(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 1);
        await purse.Deposit(0, 100_00);
        await purse.Reserve(Section, 40_00);
        Assert.Equal(new BalanceBelowZero(new(40_00)), (await purse.Reverse(1)).Refusal);
        await purse.Reverse(2);
        await purse.Reverse(1);
        Assert.Equal(Pot.Empty, await purse.Pot());
        Assert.Equal(new AlreadyReversed(4), (await purse.Reverse(1)).Refusal);
        Assert.Equal(new ReversalStays(), (await purse.Reverse(4)).Refusal);
        Assert.Equal(new NotFoundHere(), (await purse.Reverse(99)).Refusal);
        Assert.All((await purse.Export()).Check(), finding => Assert.Null(finding.Difference));
    }

    [Theory, EachDatabase]
    public async Task Two_reservations_at_once_cannot_take_more_than_the_pot_holds(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 1);
        await purse.Deposit(0, 100_00);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => purse.Reserve(Guid.NewGuid(), 30_00))));
        Assert.True(outcomes.Count(o => !o.Refused) is > 0 and <= 3);
        Assert.All(outcomes.Where(o => o.Refused), o => Assert.True(o.Refusal is ExceedsPot or Busy));
        var pot = await purse.Pot();
        Assert.Equal(outcomes.Count(o => !o.Refused) * 30_00, pot.Reserved.Value);
        Assert.True(pot.Free >= Cents.Zero);
        Assert.All((await purse.Export()).Check(), finding => Assert.Null(finding.Difference));
    }

    [Theory, EachDatabase]
    public async Task Two_funds_keep_two_books(string database)
    {
        await using var site = new TestSite(database);
        var (one, other) = (await Purse.Of(site, 1), await Purse.Of(site, 1, "westhoek"));
        await one.Deposit(0, 100_00);
        await other.Deposit(0, 7_00);
        Assert.Equal(new(7_00), (await other.Pot()).Received);
        Assert.Equal(new NotFoundHere(), (await other.Do((book, db, now) =>
            book.Deposit(db, now, other.Fund, Guid.NewGuid(), one.Parties[0], new(1), Purse.Day))).Refusal);
        Assert.Equal(1, Assert.Single(await other.Entries()).Sequence);
    }
}
