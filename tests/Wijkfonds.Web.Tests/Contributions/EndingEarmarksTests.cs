using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

/// <summary>Money with an earmark that ends is used in time, or its giver is asked: the desk is told.</summary>
public sealed class EndingEarmarksTests
{
    [Theory, EachDatabase]
    public async Task The_desk_hears_of_free_money_whose_earmark_ends_this_year_and_of_what_was_left_after(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        var earmark = new Earmark { FundId = n.FundId, ContributorId = n.Contributors[0].Id, Number = 1, Name = "Alleen 2027", LastYear = 2027, EnteredAt = site.Clock.Now, ConfirmedAt = site.Clock.Now };
        await site.Given(earmark);
        site.Clock.MoveTo(new(2027, 8, 1, 12, 0, 0, TimeSpan.Zero));
        Assert.False((await n.As(n.Member).Go("/bureau")).Sees("Alleen 2027"), "nothing is left of it");
        Assert.False((await n.InOneWork(db => new Book().Deposit(db, site.Clock.Now, n.FundId, Guid.NewGuid(), earmark.Id, Cents.Euros(500), new(2027, 1, 2)))).Refused);
        var desk = await n.As(n.Member).Go("/bureau");
        Assert.True(desk.Sees("€ 500 met het oormerk “Alleen 2027” van Gemeente Oosterstad is nog vrij, en 2027 is het laatste jaar") && desk.Sees("kan dit geld na dit jaar naar geen enkele ronde meer"), desk.Text);
        Assert.False((await n.As(n.Resident).Go("/")).Sees("Alleen 2027"));
        site.Clock.MoveTo(new(2028, 2, 1, 12, 0, 0, TimeSpan.Zero));
        desk = await n.As(n.Member).Go("/bureau");
        Assert.True(desk.Sees("€ 500 ligt nog bij het oormerk “Alleen 2027” van Gemeente Oosterstad, dat na 2027 voorbij is"), desk.Text);
    }

    [Theory, EachDatabase]
    public async Task Before_the_half_of_the_last_year_the_desk_is_left_alone(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        var earmark = new Earmark { FundId = n.FundId, ContributorId = n.Contributors[0].Id, Number = 1, Name = "Tot en met 2028", LastYear = 2028, EnteredAt = site.Clock.Now, ConfirmedAt = site.Clock.Now };
        await site.Given(earmark);
        Assert.False((await n.InOneWork(db => new Book().Deposit(db, site.Clock.Now, n.FundId, Guid.NewGuid(), earmark.Id, Cents.Euros(500), new(2027, 1, 2)))).Refused);
        site.Clock.MoveTo(new(2028, 6, 29, 12, 0, 0, TimeSpan.Zero));
        Assert.False((await n.As(n.Member).Go("/bureau")).Sees("Tot en met 2028"));
        site.Clock.MoveTo(new(2028, 7, 2, 12, 0, 0, TimeSpan.Zero));
        Assert.True((await n.As(n.Member).Go("/bureau")).Sees("Tot en met 2028"));
    }
}
