using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Ledger;

/// <summary>What the bank does besides, what the fund itself costs, and what a promise comes to.</summary>
public sealed class BookKindsTests
{
    private static readonly Guid Section = Guid.NewGuid(), Award = Guid.NewGuid();

    [Theory, EachDatabase]
    public async Task Bank_costs_come_out_of_the_funds_own_money_first_then_out_of_unbound_money_in_proportion_never_out_of_earmarks(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 2, earmarks: 1);
        await purse.Deposit(0, 30_00);
        await purse.Deposit(1, 10_00);
        await purse.Deposit(purse.Earmarks[0], 500_00);
        var (interest, line) = (Guid.NewGuid(), Guid.NewGuid());
        await purse.Do((book, db, now) => book.Interest(db, now, purse.Fund, interest, new(2_00), Purse.Day));
        Assert.Equal(new AlreadyBooked(4), (await purse.Do((book, db, now) => book.Interest(db, now, purse.Fund, interest, new(2_00), Purse.Day))).Refusal);
        var costs = await purse.Do((book, db, now) => book.BankCosts(db, now, purse.Fund, line, new(6_00), Purse.Day));
        Assert.Equal([2_00, 3_00, 1_00], costs.Value!.Lines.Where(l => l.Account == LedgerAccount.Free).Select(l => l.Amount.Value));
        Assert.Equal(new AlreadyBooked(5), (await purse.Do((book, db, now) => book.BankCosts(db, now, purse.Fund, line, new(6_00), Purse.Day))).Refusal);
        Assert.Equal(new ExceedsPot(new(36_01), new(36_00)), (await purse.Do((book, db, now) => book.BankCosts(db, now, purse.Fund, Guid.NewGuid(), new(36_01), Purse.Day))).Refusal);
    }

    [Theory, EachDatabase]
    public async Task A_payment_that_came_back_can_be_paid_again_and_counts_as_not_paid(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 1);
        await purse.Deposit(0, 100_00);
        await purse.Reserve(Section, 100_00);
        await purse.Award(Section, Award, 60_00);
        var payment = Guid.NewGuid();
        await purse.Pay(Award, payment, 50_00);
        var back = await purse.Do((book, db, now) => book.Returned(db, now, purse.Fund, payment, Purse.Day.AddDays(3)));
        Assert.Equal((EntryKind.ReturnedPayment, (long?)4, Purse.Day.AddDays(3)), (back.Value!.Kind, back.Value.Reverses, back.Value.ValueDate));
        Assert.Equal(new Pot(new(100_00), new(0), new(40_00), new(60_00), new(0)), await purse.Pot());
        Assert.Equal(new AlreadyReversed(5), (await purse.Do((book, db, now) => book.Returned(db, now, purse.Fund, payment, Purse.Day))).Refusal);
        Assert.Equal(new ReversalStays(), (await purse.Reverse(5)).Refusal);
        Assert.False((await purse.Pay(Award, Guid.NewGuid(), 50_00)).Refused);
    }

    [Theory, EachDatabase]
    public async Task What_a_plan_did_not_need_and_what_its_team_gives_back_return_to_whose_euros_they_were(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 2);
        await purse.Deposit(0, 30_00);
        await purse.Deposit(1, 10_00);
        await purse.Reserve(Section, 40_00);
        await purse.Award(Section, Award, 40_00);
        await purse.Pay(Award, Guid.NewGuid(), 20_00);
        await purse.Do((book, db, now) => book.Lapse(db, now, purse.Fund, Award, new(20_00)));
        Assert.Equal((15_00L, 5_00L), ((await purse.Pot(0)).Free.Value, (await purse.Pot(1)).Free.Value));
        Assert.Equal(new ExceedsPaid(new(20_01), new(20_00)), (await purse.Do((book, db, now) => book.Repay(db, now, purse.Fund, Award, new(20_01), Purse.Day))).Refusal);
        await purse.Do((book, db, now) => book.Repay(db, now, purse.Fund, Award, new(8_00), Purse.Day));
        Assert.Equal((21_00L, 7_00L), ((await purse.Pot(0)).Free.Value, (await purse.Pot(1)).Free.Value));
        Assert.Equal(new ExceedsPaid(new(12_01), new(12_00)), (await purse.Do((book, db, now) => book.Repay(db, now, purse.Fund, Award, new(12_01), Purse.Day))).Refusal);
    }

    [Theory, EachDatabase]
    public async Task Petty_cash_holds_at_most_its_maximum_and_a_count_by_two_mends_the_book(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 1);
        await purse.Deposit(0, 500_00);
        var maximum = new Cents(250_00);
        await purse.Do((book, db, now) => book.DrawCash(db, now, purse.Fund, Guid.NewGuid(), new(200_00), maximum));
        Assert.Equal(new ExceedsCashMaximum(new(50_01), new(200_00), maximum), (await purse.Do((book, db, now) => book.DrawCash(db, now, purse.Fund, Guid.NewGuid(), new(50_01), maximum))).Refusal);
        Assert.Equal(new ExceedsCash(new(200_01), new(200_00)), (await purse.Do((book, db, now) => book.SpendCash(db, now, purse.Fund, Guid.NewGuid(), new(200_01), Purse.Day))).Refusal);
        await purse.Do((book, db, now) => book.SpendCash(db, now, purse.Fund, Guid.NewGuid(), new(35_00), Purse.Day));
        Assert.Equal((300_00L, 165_00L, 165_00L), await Holds(purse));
        await Count(purse, 160_00);
        await Count(purse, 162_50);
        Assert.Equal((300_00L, 162_50L, 162_50L), await Holds(purse));
        Assert.Equal(5, (await purse.Entries()).Count);
        await Count(purse, 162_50);
        Assert.Equal(5, (await purse.Entries()).Count);
    }

    [Theory, EachDatabase]
    public async Task In_a_closed_year_nothing_is_booked_and_the_next_year_goes_on(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 1);
        await site.Given(new BookYear { FundId = purse.Fund, Year = 2026, ClosedAt = site.Clock.Now }, new BookYear { FundId = purse.Fund, Year = 2027 });
        Task<Outcome<JournalEntry>> On(DateOnly day) => purse.Do((book, db, now) => book.Deposit(db, now, purse.Fund, Guid.NewGuid(), purse.Parties[0], new(1_00), day));
        Assert.Equal(new YearIsClosed(new(2026, 12, 31), "2026"), (await On(new(2026, 12, 31))).Refusal);
        Assert.Equal(new YearIsClosed(new(2019, 1, 1), "2026"), (await On(new(2019, 1, 1))).Refusal);
        Assert.False((await On(new(2027, 1, 1))).Refused);
    }

    [Fact]
    public void Every_account_has_its_own_number_and_its_own_code()
    {
        Assert.Equal(Chart.All.Count, Chart.All.Select(a => a.Number).Distinct().Count());
        var codes = Chart.All.Select(a => a.Rgs).OfType<string>().ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches(@"^[BW]([A-Z][A-Za-z0-9]{2}){3}(\.\d\d)?$", code));
        Assert.All(Chart.All.Where(a => a.Rgs is not null), a => Assert.Equal(a.IsBalance, a.Rgs!.StartsWith('B')));
    }

    private static async Task Count(Purse purse, long cents) =>
        await new Web.Shared.Data.Work(purse.Site.Database, new FundScope()).Run(purse.Fund, db =>
            ((Book)purse.Site.Services.GetService(typeof(Book))!).CountCash(db, purse.Site.Clock.Now, purse.Fund, Guid.NewGuid(), new(cents), Purse.Day));

    private static async Task<(long Free, long Reserved, long Cash)> Holds(Purse purse)
    {
        var pot = await purse.Pot();
        return (pot.Free.Value, pot.Reserved.Value, pot.Cash.Value);
    }
}
