using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Alliance;

public sealed class SeatTests
{
    [Theory, EachDatabase]
    public async Task Two_members_seat_a_resident_whose_rights_begin_at_once(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await Propose(n, n.Resident);
        Assert.False((await n.Viewer(n.Resident)).IsMember);
        await Agree(n, n.SecondMember);
        Assert.True((await n.Viewer(n.Resident)).IsMember);
        Assert.True((await n.Stranger.Go("/wie-beslist")).Sees("Rosa Bakker"));
    }

    [Theory, EachDatabase]
    public async Task A_new_treasurer_is_told_to_every_member(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await Propose(n, n.Resident, ("Post", "Treasurer"));
        await Agree(n, n.SecondMember);
        await using var db = n.Open();
        var told = await db.Set<OutboxMessage>().Where(m => m.Key.StartsWith("money-post/")).Select(m => m.To).ToListAsync();
        Assert.Equal(new[] { n.Treasurer, n.Member, n.SecondMember, n.Resident }.Select(a => a.Email!).Order(), told.Order());
    }

    [Theory, EachDatabase]
    public async Task A_vacated_seat_gives_no_rights_and_stays_to_be_filled(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await (await n.As(n.Member).Go("/bureau/zetels")).Press("Zetel vrijmaken Wijkalliantie, zetel 3");
        await Agree(n, n.Treasurer);
        Assert.False((await n.Viewer(n.SecondMember)).IsMember);
        Assert.True((await n.Stranger.Go("/wie-beslist")).Sees("Vrije zetel"));
        await Propose(n, n.Resident, ("Place", "Alliance-3"));
        await Agree(n, n.Treasurer, 2);
        await using var db = n.Open();
        Assert.Equal([n.SecondMember.Id, n.Resident.Id],
            await db.Set<Seat>().Where(s => s.Body == Body.Alliance && s.Number == 3).OrderBy(s => s.From).Select(s => s.AccountId!.Value).ToListAsync());
    }

    [Fact]
    public async Task Nobody_decides_on_the_own_seat()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        await Propose(n, n.DeskHelper);
        var member = n.As(n.Member);
        await (await member.Go("/bureau/zetels")).Press("Voorleggen aan een tweede lid", ("Email", n.Member.Email!), ("Place", "Desk-0"));
        Assert.Equal(HttpStatusCode.Conflict, member.Status);
        Assert.True(member.Sees("Dit gaat over je eigen zetel"));
    }

    [Fact]
    public async Task Residents_keep_the_majority_and_the_audit_committee_holds_nothing_else()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        await Refused(n, n.Resident, "Bewoners houden de meerderheid", ("Origin", "Organisation"), ("Organisation", "Zorg Oost"));
        await Refused(n, n.Auditor, "Wie in de kascommissie zit");
        await Refused(n, n.SecondMember, "heeft hier al een zetel");
        await Refused(n, n.Treasurer, "Wie in de kascommissie zit", ("Place", "AuditCommittee-0"));
        await Refused(n, n.Resident, "Op deze zetel zit al iemand", ("Place", "Alliance-2"));
        await Refused(n, n.Resident, "Kies een einddatum", ("Until", "2041-01-01"));
        await Refused(n, new Account { Email = "niemand@example.org" }, "geen bevestigd account");
    }

    [Theory, EachDatabase]
    public async Task A_decision_about_one_holder_never_takes_the_seat_of_the_next(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await (await n.As(n.Member).Go("/bureau/zetels")).Press("Zetel vrijmaken Wijkalliantie, zetel 3");
        await using (var db = n.Open())
        {
            (await db.Set<Seat>().SingleAsync(s => s.AccountId == n.SecondMember.Id)).Until = site.Clock.Now;
            await db.SaveChangesAsync();
        }
        await site.Given(new Seat
        {
            FundId = n.FundId, Body = Body.Alliance, Number = 3, Origin = SeatOrigin.Lot, AccountId = n.Resident.Id, PublicName = n.Resident.PublicName,
            From = site.Clock.Now, Until = site.Clock.Now.AddYears(1),
        });
        Assert.IsType<SeatIsVacant>((await n.Second(DecisionKind.FillSeat, n.Treasurer)).Refusal);
        Assert.True((await n.Viewer(n.Resident)).IsMember);
    }

    [Theory, EachDatabase]
    public async Task The_host_a_representative_and_an_erased_account_take_no_seat_they_may_not_have(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(100);
        await Refused(n, n.Host, "krijgt daarom geen zetel");
        await Refused(n, n.Host, "krijgt daarom geen zetel", ("Place", "Desk-0"));
        await Refused(n, n.ContributorRepresentative, "Wie in de kascommissie zit", ("Place", "AuditCommittee-0"));
        await Propose(n, n.Resident);
        await using (var db = n.Open())
        {
            (await db.Set<Account>().SingleAsync(a => a.Id == n.Resident.Id)).ErasedAt = site.Clock.Now;
            await db.SaveChangesAsync();
        }
        Assert.IsType<AccountIsGone>((await n.Second(DecisionKind.FillSeat)).Refusal);
    }

    [Fact]
    public async Task Making_somebody_treasurer_asks_for_the_second_factor_and_another_post_does_not()
    {
        await using var site = new TestSite();
        var n = await Neighbourhood.On(site);
        await Propose(n, n.Resident, ("Post", "Treasurer"));
        Assert.IsType<SecondFactorNeeded>((await n.Second(DecisionKind.FillSeat, secondFactor: false)).Refusal);
        Assert.Null((await n.Second(DecisionKind.FillSeat)).Refusal);
        await Propose(n, n.Residents[1]);
        Assert.Null((await n.Second(DecisionKind.FillSeat, secondFactor: false)).Refusal);
    }

    private static async Task<NeighbourhoodVisitor> Propose(Neighbourhood n, Account who, params (string, string)[] more)
    {
        var member = n.As(n.Member);
        await member.Go("/bureau/zetels");
        (string, string)[] fields = [("Email", who.Email!), ("Place", "Alliance-0")];
        return await member.Press("Voorleggen aan een tweede lid", [.. fields.Where(f => more.All(m => m.Item1 != f.Item1)), .. more]);
    }

    private static async Task Refused(Neighbourhood n, Account who, string words, params (string, string)[] more)
    {
        var member = await Propose(n, who, more);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        Assert.True(member.Sees(words), member.Text);
    }

    private static async Task Agree(Neighbourhood n, Account who, int decision = 1)
    {
        n.Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await n.As(who).Go($"/bureau/besluiten/{decision}")).Press("Akkoord");
    }
}
