using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

/// <summary>For which year money counts that arrived.</summary>
public sealed class LayerYearsTests
{
    [Theory, EachDatabase]
    public async Task Without_a_schedule_money_pays_its_own_year_then_the_next_and_a_gift_pays_nothing(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        await Comes(n, 2027, 500);
        foreach (var year in new[] { 2028, 2029, 2030 }) await Promises(n, year, 100);
        Assert.Equal("2028 0/100, 2029 0/100, 2030 0/100", await Told(n));
        await Comes(n, 2028, 60);
        var more = await Comes(n, 2028, 90);
        Assert.Equal("2028 100/100, 2029 50/100, 2030 0/100", await Told(n));
        // Money of a later year never pays an earlier one.
        await Comes(n, 2030, 30);
        Assert.Equal("2028 100/100, 2029 50/100, 2030 30/100", await Told(n));
        // Given back in a year that was paid, it stays paid: that money is not still to come. What was taken back never came.
        await Back(n, new(2030, 3, 1), 45);
        Assert.Equal("2028 100/100, 2029 50/100, 2030 30/100", await Told(n));
        await n.InOneWork(db => new Book().Reverse(db, site.Clock.Now, n.FundId, more.Sequence));
        Assert.Equal("2028 60/100, 2029 0/100, 2030 30/100", await Told(n));
    }

    [Theory, EachDatabase]
    public async Task What_was_more_than_promised_and_went_back_pays_no_later_year(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        foreach (var year in new[] { 2028, 2029 }) await Promises(n, year, 100);
        await Comes(n, 2028, 150);
        Assert.Equal("2028 100/100, 2029 50/100", await Told(n));
        await Back(n, new(2028, 3, 1), 30);
        Assert.Equal("2028 100/100, 2029 20/100", await Told(n));
        await Back(n, new(2028, 4, 1), 60);
        Assert.Equal("2028 100/100, 2029 0/100", await Told(n));
        await Comes(n, 2029, 100);
        Assert.Equal("2028 100/100, 2029 100/100", await Told(n));
    }

    [Theory, EachDatabase]
    public async Task Beside_a_schedule_a_promise_is_paid_by_what_the_schedule_did_not_count(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        var agreement = new Agreement { FundId = n.FundId, ContributorId = n.Contributors[0].Id, Number = 1, Form = LegalForm.Subsidy, EnteredAt = site.Clock.Now, ConfirmedAt = site.Clock.Now };
        agreement.Instalments.Add(new Instalment { FundId = n.FundId, Number = 1, Year = 2028, DueOn = new DateOnly(2028, 2, 1), Amount = Cents.Euros(100) });
        await site.Given(agreement);
        await Promises(n, 2028, 20);
        await Promises(n, 2029, 20);
        await Comes(n, 2028, 90);
        Assert.Equal("2028 90/120, 2029 0/20", await Told(n));
        await Comes(n, 2028, 35);
        Assert.Equal("2028 120/120, 2029 5/20", await Told(n));
        await Back(n, new(2028, 6, 1), 10);
        Assert.Equal("2028 120/120, 2029 0/20", await Told(n));
    }

    private static async Task Promises(Neighbourhood n, int year, long euros)
    {
        var pledge = new Pledge { FundId = n.FundId, ContributorId = n.Contributors[0].Id, Year = year, EnteredAt = n.Site.Clock.Now, ConfirmedAt = n.Site.Clock.Now };
        await n.Site.Given(pledge, pledge.Becomes(Cents.Euros(euros), PledgeReason.Promised, n.Site.Clock.Now));
    }

    private static async Task<JournalEntry> Comes(Neighbourhood n, int year, long euros) => (await n.InOneWork(db =>
        new Book().Deposit(db, n.Site.Clock.Now, n.FundId, Guid.NewGuid(), n.Contributors[0].PartyId, Cents.Euros(euros), new DateOnly(year, 2, 1)))).Value!;

    private static async Task Back(Neighbourhood n, DateOnly day, long euros) => Assert.False((await n.InOneWork(db =>
        new Book().GiveBack(db, n.Site.Clock.Now, n.FundId, Guid.NewGuid(), n.Contributors[0].PartyId, Cents.Euros(euros), day))).Refused);

    private static async Task<string> Told(Neighbourhood n)
    {
        await using var db = n.Open();
        return string.Join(", ", (await LayerYears.Of(db, n.FundId, new DateOnly(2028, 6, 1))).Select(y => $"{y.Year} {y.Received.Value / 100}/{y.Promised.Value / 100}"));
    }
}
