using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

public sealed class ScheduleTests
{
    private static readonly DateOnly Today = new(2027, 3, 1);

    [Fact]
    public void Each_year_rises_by_the_indexation_and_rounds_to_the_nearest_cent_a_half_up()
    {
        Assert.Equal([100_000_00, 102_500_00, 105_062_50, 107_689_06], PaymentPlan.Years(Cents.Euros(100_000), 4, 250).Select(c => c.Value));
        // 1.00 rises to 1.005, which is a half.
        Assert.Equal([100, 101], PaymentPlan.Years(new(100), 2, 50).Select(c => c.Value));
        Assert.Equal([99, 99], PaymentPlan.Years(new(99), 2, 50).Select(c => c.Value));
    }

    [Fact]
    public void Instalments_of_a_year_add_up_to_it_and_the_odd_cents_come_first()
    {
        var terms = PaymentPlan.Terms(2027, [new(10_00), new(10_01)], new(2027, 1, 31), 3);
        Assert.Equal([334, 333, 333, 334, 334, 333], terms.Select(t => t.Amount.Value));
        Assert.Equal([new(2027, 1, 31), new(2027, 5, 31), new(2027, 9, 30), new(2028, 1, 31), new(2028, 5, 31), new DateOnly(2028, 9, 30)], terms.Select(t => t.DueOn));
    }

    [Fact]
    public void Whatever_is_agreed_the_instalments_add_up_to_the_years_and_no_instalment_is_empty()
    {
        var cases = from cents in Gen.Choose(1, 50_000_000)
                    from years in Gen.Choose(1, 10)
                    from index in Gen.Choose(0, 2_000)
                    from per in Gen.Elements<int>(PaymentPlan.PerYear)
                    select (cents, years, index, per);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Arb.From(cases), c =>
        {
            var amounts = PaymentPlan.Years(new(c.cents), c.years, c.index);
            var terms = PaymentPlan.Terms(2027, amounts, new(2027, 1, 31), c.per);
            return amounts.Select((a, i) => terms.Where(t => t.Year == 2027 + i).Sum(t => t.Amount.Value) == a.Value).All(ok => ok)
                && terms.All(t => t.Amount > Cents.Zero) && terms.Zip(terms.Skip(1)).All(p => p.First.DueOn < p.Second.DueOn);
        }));
    }

    [Fact]
    public void A_deposit_pays_the_oldest_instalment_first_in_part_or_several_at_once()
    {
        var agreement = Agreed(1, null, ((2026, 12, 1), 100), ((2027, 2, 20), 100), ((2027, 8, 1), 100));
        TermState[] States(long received) => [.. Schedule.Of([agreement], _ => Came(received), Today).Terms.Select(t => t.State)];
        Assert.Equal([TermState.Overdue, TermState.Due, TermState.Expected], States(0));
        Assert.Equal([TermState.Overdue, TermState.Due, TermState.Expected], States(99));
        Assert.Equal([TermState.Received, TermState.Due, TermState.Expected], States(150));
        Assert.Equal([TermState.Received, TermState.Received, TermState.Received], States(320));
        var part = Schedule.Of([agreement], _ => Came(150), Today);
        Assert.Equal((50, 0, 100), (part.Due.Value, part.Overdue.Value, part.Expected.Value));
        Assert.Equal(20, Schedule.Of([agreement], _ => Came(320), Today).Beyond.Value);
    }

    [Fact]
    public void One_deposit_for_two_layers_is_allocated_oldest_first_and_what_is_left_over_is_unbound()
    {
        var earmark = Guid.NewGuid();
        var schedule = Schedule.Of([Agreed(1, null, ((2027, 1, 1), 100), ((2027, 6, 1), 100)), Agreed(2, earmark, ((2027, 2, 1), 50))], _ => [], Today);
        Assert.Equal([(null, new(80))], schedule.Allocate(new(80)));
        Assert.Equal([(null, new(100)), (earmark, new(30))], schedule.Allocate(new(130)));
        Assert.Equal([(null, new(200)), (earmark, new(50))], schedule.Allocate(new(250)));
        Assert.Equal([(null, new(207)), (earmark, new(50))], schedule.Allocate(new(257)));
    }

    [Fact]
    public void What_falls_due_after_an_early_end_lapses_and_a_lower_final_amount_leaves_the_rest_beyond()
    {
        var agreement = Agreed(1, null, ((2027, 1, 1), 100), ((2027, 8, 1), 100), ((2028, 1, 1), 100));
        agreement.Acts.Add(new() { FundId = default, AgreementId = agreement.Id, Kind = AgreementActKind.Ended, Day = new(2027, 12, 31), Amount = default, Reason = "x", At = default });
        Assert.Equal([TermState.Overdue, TermState.Expected, TermState.Lapsed], Schedule.Of([agreement], _ => [], Today).Terms.Select(t => t.State));
        agreement.Acts.Add(new() { FundId = default, AgreementId = agreement.Id, Kind = AgreementActKind.Finalised, Day = Today, Amount = new(120), Reason = "x", At = default });
        var fixedAt = Schedule.Of([agreement], _ => Came(200), Today);
        Assert.Equal([100, 20, 0], fixedAt.Terms.Select(t => t.Amount.Value));
        Assert.Equal(80, fixedAt.Beyond.Value);
    }

    [Fact]
    public void What_is_given_back_is_what_lay_beyond_then_what_was_paid_ahead_and_never_opens_what_was_due()
    {
        var agreement = Agreed(1, null, ((2026, 12, 1), 100), ((2027, 2, 20), 100), ((2027, 8, 1), 100));
        (string Received, long Beyond) Told(params (int Month, long Cents)[] moved)
        {
            var schedule = Schedule.Of([agreement], _ => moved.Select(m => new Arrival(new(2027, m.Month, 1), new(m.Cents))), Today);
            return (string.Join(' ', schedule.Terms.Select(t => t.Received.Value)), schedule.Beyond.Value);
        }
        Assert.Equal(("100 100 100", 20), Told((1, 330), (3, -10)));
        Assert.Equal(("100 100 60", 0), Told((1, 330), (3, -70)));
        Assert.Equal(("100 100 0", 0), Told((1, 330), (3, -200)));
        // Given back before the second was due: that one was paid ahead too.
        Assert.Equal(("100 60 0", 0), Told((1, 300), (2, -140)));
        // Who got back what was due and pays the next one in time is not late with it.
        Assert.Equal(("100 100 0", 0), Told((1, 200), (3, -2)));
        Assert.Equal(("100 100 100", 0), Told((1, 200), (3, -2), (8, 100)));
        Assert.Equal(("100 100 100", 1), Told((1, 200), (3, -2), (8, 103)));
    }

    private static IReadOnlyList<Arrival> Came(long cents) => [new(new(2027, 1, 1), new(cents))];

    private static Agreement Agreed(int number, Guid? earmark, params ((int Year, int Month, int Day) Due, long Cents)[] terms)
    {
        var agreement = new Agreement { FundId = default, ContributorId = default, Number = number, Form = LegalForm.Gift, EarmarkId = earmark, EnteredAt = default };
        foreach (var (due, cents) in terms)
            agreement.Instalments.Add(new() { FundId = default, Number = agreement.Instalments.Count + 1, Year = due.Year, DueOn = new(due.Year, due.Month, due.Day), Amount = new(cents) });
        return agreement;
    }
}
