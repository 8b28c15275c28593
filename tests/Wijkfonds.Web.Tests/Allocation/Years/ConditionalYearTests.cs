using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Awards;
using Wijkfonds.Web.Allocation.Payments;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Neighbours;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation.Years;

/// <summary>A plan gets money for later years before it is on the bank, so that it need not stop each January.</summary>
public sealed class ConditionalYearTests
{
    [Theory, EachDatabase]
    public async Task Two_members_promise_two_years_and_the_first_becomes_an_award_when_the_deposit_arrives(string database)
    {
        await using var site = new TestSite(database);
        var world = await YearsWorld.Of(site);
        var n = world.N;
        await world.Pledge(0, 2028, 10_000);
        await world.Pledge(0, 2029, 1_500);
        var treasurer = await n.As(n.Treasurer).Go("/geld/toekenningen/1/jaren");
        Assert.True(treasurer.Sees("2028€ 10.000€ 0€ 10.000") && treasurer.Sees("2034€ 0€ 0€ 0"), treasurer.Text);
        await treasurer.Press("Volgende jaren voorstellen", ("reason", "Het loopt goed"));
        Assert.True(treasurer.Sees("Vul bij minstens één jaar een bedrag in."), treasurer.Text);
        await treasurer.Press("Volgende jaren voorstellen", ("year-2028", "1.200"), ("year-2029", "1.500,01"), ("reason", "Het loopt goed"));
        Assert.True(treasurer.Sees("Voor 2029 kun je dit plan nu hoogstens € 1.500 toezeggen."), treasurer.Text);
        Assert.Equal("1.200", treasurer.Page.QuerySelector("#year-2028")!.GetAttribute("value"));
        await treasurer.Press("Volgende jaren voorstellen", ("year-2029", "1.200"), ("reason", ""));
        Assert.True(treasurer.Sees("Schrijf op waarom."), treasurer.Text);
        await treasurer.Press("Volgende jaren voorstellen", ("reason", "Het loopt goed"));
        Assert.True(treasurer.Sees("Je voorstel wacht op een ander lid"), treasurer.Text);
        Assert.Empty(await world.States());
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.PromiseYears, n.Treasurer)).Refusal);
        var before = await Entries(n);
        Assert.False((await n.Second(DecisionKind.PromiseYears)).Refused);

        // Nothing is booked, and everybody is told where it stands.
        Assert.Equal((before, Cents.Euros(3_000)), (await Entries(n), await world.Left(1)));
        Assert.Equal(["2028 plan 1 Conditional", "2029 plan 1 Conditional"], await world.States());
        foreach (var page in new[] { await n.As(n.Resident).Go("/mijn/toekenningen/1"), await n.Stranger.Go("/rondes/1/plannen/1"), await n.Stranger.Go("/rondes/1/plannen/1/geld"), await n.As(n.Auditor).Go("/geld/toekenningen/1") })
            Assert.True(page.Sees("Dit geld komt zodra de storting van Gemeente Oosterstad binnen is.") && page.Sees("Voorwaardelijk betekent: organisaties hebben dit geld toegezegd"), page.Text);
        Assert.True((await n.As(n.Member).Go("/geld/toekenningen")).Sees("€ 3.000 € 0 € 2.400"));
        Assert.Contains("2028: €\u00a01.200\n2029: €\u00a01.200", (await site.MailsTo(n.Resident.Email!))[^1].Body, StringComparison.Ordinal);

        // A deposit that is too small changes nothing; the one after it does, whole and once.
        world.MoveTo(2028);
        Assert.False((await world.Arrives(0, 700)).Refused);
        Assert.Equal(["2028 plan 1 Conditional", "2029 plan 1 Conditional"], await world.States());
        Assert.False((await world.Arrives(0, 9_300)).Refused);
        Assert.Equal(["2028 plan 1 Turned", "2029 plan 1 Conditional"], await world.States());
        Assert.Equal((Cents.Euros(4_200), Cents.Euros(8_800)), (await world.Left(1), (await world.Pot(0)).Free));
        await site.RunJobs();
        await site.RunJobs();
        Assert.Equal(Cents.Euros(4_200), await world.Left(1));
        Assert.Contains("is nu echt toegekend", (await site.MailsTo(n.Resident.Email!))[^1].Body, StringComparison.Ordinal);
        foreach (var member in new[] { n.Treasurer, n.Member, n.SecondMember }) Assert.Single(await site.MailsTo(member.Email!), m => m.Key.StartsWith("year-turned/", StringComparison.Ordinal));
        Assert.True((await n.Stranger.Go("/geld/boekingen")).Sees("€ 1.200 toegekend aan plan 1: Regentonnen, voor 2028: de storting kwam binnen."));

        // The team gets it in parts as before, and the first does not wait for the report on last year.
        var team = await n.As(n.Resident).Go("/mijn/toekenningen/1");
        Assert.True(team.Sees("Er is € 4.200 voor") && team.Sees("Deel 4: voor 2028") && team.Sees("Deel 5: voor 2028"), team.Text);
        await using var db = n.Open();
        Assert.Equal(Cents.Euros(1_200 + 600), (await Standing.Of(db, 1))!.Payable);
    }

    [Theory, EachDatabase]
    public async Task The_annual_accounts_tell_beside_the_balance_what_was_conditional_at_the_end_of_the_year(string database)
    {
        await using var site = new TestSite(database);
        var world = await YearsWorld.Of(site, plans: 2);
        await world.Pledge(0, 2028, 10_000);
        await world.Pledge(0, 2029, 10_000);
        Assert.False((await world.N.Stranger.Go("/geld/jaarrekening/2027")).Sees("Voorwaardelijk toegezegd voor latere jaren"));
        await world.Promise(1, (2028, 1_000), (2029, 700));
        await world.Promise(2, (2028, 400));
        Assert.True((await world.N.Stranger.Go("/geld/waarheen")).Sees("Daarnaast is € 2.100 voorwaardelijk toegezegd"));
        world.MoveTo(2028);
        await world.Arrives(0, 10_000);
        await world.Withdraw(1, 2);
        var accounts = await world.N.Stranger.Go("/geld/jaarrekening/2027");
        Assert.True(accounts.Sees("Stand op 31 december 2027") && accounts.Sees("20282€ 1.400 20291€ 700 Samen€ 2.100"), accounts.Text);
        Assert.True(accounts.Sees("Schuld: toegekend aan plannen, nog niet uitbetaald€ 6.000"), accounts.Text);
        accounts = await world.N.Stranger.Go("/geld/jaarrekening/2028");
        Assert.False(accounts.Sees("Voorwaardelijk toegezegd voor latere jaren"), accounts.Text);
        Assert.True(accounts.Sees("Schuld: toegekend aan plannen, nog niet uitbetaald€ 7.400") && accounts.Sees("Ronde 12€ 1.400€ 0"), accounts.Text);
        // What one plan was promised in all stands in the list of plans, and leads to its entries.
        Assert.True((await world.N.Stranger.Go("/geld")).Sees("€ 4.000 € 0 € 4.000"));
    }

    [Theory, EachDatabase]
    public async Task The_team_a_related_member_and_who_holds_no_purse_do_not_decide(string database)
    {
        await using var site = new TestSite(database);
        var world = await YearsWorld.Of(site, maker: n => n.Member);
        var n = world.N;
        await world.Pledge(0, 2028, 10_000);
        Assert.Empty((await n.As(n.SecondMember).Go("/geld/toekenningen/1/jaren")).Page.QuerySelectorAll("main form"));
        foreach (var person in new[] { n.Resident, n.DeskHelper, n.ContributorRepresentative }) Assert.Equal(HttpStatusCode.NotFound, (await n.As(person).Go("/geld/toekenningen/1/jaren")).Status);
        Assert.False((await world.Propose(1, (2028, 100))).Refused);
        Assert.IsType<AlreadyProposed>((await world.Propose(1, (2028, 100))).Refusal);
        Assert.IsType<ReceiverCannotRelease>((await n.Second(DecisionKind.PromiseYears, n.Member)).Refusal);
        Assert.IsType<Wijkfonds.Web.Neighbours.SecondFactorNeeded>((await n.Second(DecisionKind.PromiseYears, secondFactor: false)).Refusal);
        await using (var db = n.Open())
            await site.Given(new Interest { FundId = n.FundId, AccountId = n.SecondMember.Id, Subject = await db.Set<Wijkfonds.Web.Proposals.Proposal>().Select(p => p.Id).SingleAsync(), Reason = "Mijn straat", DeclaredAt = site.Clock.Now });
        Assert.IsType<StandsAside>((await n.Second(DecisionKind.PromiseYears)).Refusal);
        Assert.Empty(await world.States());
    }

    [Theory, EachDatabase]
    public async Task Only_following_years_and_never_more_than_what_is_pledged_and_not_conditional_yet(string database)
    {
        await using var site = new TestSite(database);
        var world = await YearsWorld.Of(site, plans: 2);
        await world.Pledge(0, 2028, 1_000);
        await world.Pledge(0, 2034, 1_000);
        await world.Pledge(0, 2035, 1_000);
        foreach (var year in new[] { 2026, 2027, 2035 }) Assert.IsType<YearNotAhead>((await world.Promise(1, (year, 10))).Refusal);
        Assert.False((await world.Promise(1, (2034, 1_000))).Refused);
        Assert.False((await world.Promise(1, (2028, 600))).Refused);
        var refused = Assert.IsType<YearNotCovered>((await world.Promise(2, (2028, 401))).Refusal);
        Assert.Equal((Cents.Euros(400), Cents.Euros(1_000), Cents.Euros(600)), (refused.Room, refused.Pledged, refused.Conditional));
        // Proposed while there was room, agreed when there was none any more: the second voice is refused.
        Assert.False((await world.Propose(2, (2028, 400))).Refused);
        Assert.False((await world.Promise(1, (2028, 1))).Refused);
        Assert.IsType<YearNotCovered>((await world.N.Second(DecisionKind.PromiseYears)).Refusal);
        // In the year itself it is no following year any more.
        world.MoveTo(2028);
        Assert.IsType<YearNotAhead>((await world.N.Second(DecisionKind.PromiseYears)).Refusal);
    }

    private static async Task<int> Entries(Neighbourhood n)
    {
        await using var db = n.Open();
        return await db.Set<JournalEntry>().CountAsync();
    }
}
