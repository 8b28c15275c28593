using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.OwnCosts;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements.Auditing.Flagging;
using Wijkfonds.Web.Tests.Shared;
using static Wijkfonds.Web.Tests.Statements.Auditing.FlagScene;

namespace Wijkfonds.Web.Tests.Statements.Auditing;

public sealed class FlagTests
{
    [Theory, EachDatabase]
    public async Task Each_rule_notices_its_own_and_nothing_else(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var round = await n.WithRound(Phase.CarryingOut);
        var first = await n.WithAward(await n.WithPlan(round, "Regentonnen", 3_000, by: n.Residents[0]), 3_000);
        var second = await n.WithAward(await n.WithPlan(round, "Bankje", 4_000, by: n.Residents[1]), 4_000);
        Assert.Empty(await Kinds(n));

        await Pay(n, first, 1, Shop, null);
        Assert.Empty(await Kinds(n));
        await Pay(n, second, 2, Shop, null);
        Assert.Equal([FlagKind.SameIban], await Kinds(n));
        await Pay(n, second, 3, Other, n.SecondMember.Id);
        await Pay(n, second, 4, Third, n.ContributorRepresentative.Id);
        Assert.Equal([FlagKind.SameIban, FlagKind.PayeeIsMember, FlagKind.BackToGiver], await Kinds(n));
        // 2,400 is within a twentieth of 2,500; 2,374 is not. Both are small, and Joke made both.
        await n.WithAward(await n.WithPlan(round, "Speeltuin", 2_400, by: n.Residents[2]), 2_400);
        await n.WithAward(await n.WithPlan(round, "Kookclub", 2_374, by: n.Residents[2]), 2_374);
        Assert.Equal([FlagKind.SameIban, FlagKind.PayeeIsMember, FlagKind.BackToGiver, FlagKind.JustUnder, FlagKind.SeveralPerPerson], await Kinds(n));
        // Looking again notices nothing twice.
        await site.RunJobs();
        Assert.Equal(5, (await Kinds(n)).Count);
    }

    [Theory, EachDatabase]
    public async Task A_member_who_is_paid_on_a_known_account_is_noticed_under_any_name(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var award = await n.WithAward(await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", 3_000), 3_000);
        await Pay(n, award, 1, Other, n.SecondMember.Id);
        Assert.Equal([FlagKind.PayeeIsMember], await Kinds(n));
        await Cost(n, 1, Other, 900_00);
        await Cost(n, 2, Third, 900_00);
        Assert.Equal([FlagKind.PayeeIsMember, FlagKind.PayeeIsMember], await Kinds(n));
        await using var db = n.Open();
        Assert.Equal("Payment-1 Cost-1", await db.Set<Flag>().Where(f => f.Number == 2).Select(f => f.About).SingleAsync());
    }

    [Theory, EachDatabase]
    public async Task Two_makers_of_small_plans_for_one_place_are_noticed_and_for_the_whole_neighbourhood_are_not(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var round = await n.WithRound(Phase.CarryingOut);
        foreach (var (maker, place) in new[] { (0, "Lindestraat 12"), (1, "lindestraat, 12"), (2, "Lindestraat 14") })
        {
            var plan = await n.WithPlan(round, $"Bak {maker}", 600, by: n.Residents[maker]);
            await using (var db = n.Open())
                await db.Set<Wijkfonds.Web.Proposals.Proposal>().Where(p => p.Id == plan.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Place, place).SetProperty(p => p.WholeNeighbourhood, false));
            await n.WithAward(plan, 600);
        }
        await n.WithAward(await n.WithPlan(round, "Overal", 600, by: n.SecondMember), 600);
        await n.WithAward(await n.WithPlan(round, "Ook overal", 600, by: n.Member), 600);
        Assert.Equal([FlagKind.SeveralPerPlace], await Kinds(n));
        var page = await n.As(n.Auditor).Go("/geld/signalen");
        Assert.True(page.Sees("Voor één plek (lindestraat, 12) zijn in 2027 2 kleine bedragen toegezegd, aan verschillende indieners: 1-1 Bak 0, 1-2 Bak 1. Samen € 1.200."));
    }

    [Theory, EachDatabase]
    public async Task Round_amounts_just_under_a_limit_to_one_receiver_are_noticed_but_not_the_parts_of_one_award(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var round = await n.WithRound(Phase.CarryingOut);
        var first = await n.WithAward(await n.WithPlan(round, "Regentonnen", 3_000, by: n.Residents[0]), 3_000);
        await Pay(n, first, 1, Shop, null, 480_00);
        await Pay(n, first, 2, Shop, null, 480_00);
        Assert.Empty(await Kinds(n));
        // An alliance cost to the same account: 450 is within a tenth of 500, 480.50 is not round.
        await Cost(n, 1, Shop, 480_50);
        Assert.Empty(await Kinds(n));
        await Cost(n, 2, Shop, 450_00);
        Assert.Equal([FlagKind.Splitting], await Kinds(n));
        Assert.True((await n.As(n.Member).Go("/geld/signalen")).Sees("Iemand krijgt in één jaar 2 ronde bedragen net onder € 500: € 480, € 450."));
    }

    [Theory, EachDatabase]
    public async Task What_was_noticed_stays_when_a_relation_ends_and_what_comes_after_is_not_noticed(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var award = await n.WithAward(await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", 3_000), 3_000);
        var payee = await Pay(n, award, 1, Shop, null);
        await (await n.As(n.Member).Go("/geld/relaties")).Press("Band vastleggen", ("one", n.Auditor.Id.ToString()), ("other", payee.ToString()), ("kind", "Family"));
        Assert.Equal([FlagKind.PayeeIsMember], await Kinds(n));
        site.Clock.Advance(TimeSpan.FromDays(2));
        await (await n.As(n.Member).Go("/geld/relaties")).Press("Niet meer zo: Kascommissie: Kees Kas, Betaald: Iemand");
        site.Clock.Advance(TimeSpan.FromDays(2));
        await using (var db = n.Open())
        {
            db.Add(new Payment { FundId = n.FundId, Number = 2, AwardId = award.Id, Amount = Cents.Euros(10), PayeeId = payee, PreparedBy = n.Treasurer.Id, PreparedAt = site.Clock.Now });
            await db.SaveChangesAsync();
        }
        Assert.Equal([FlagKind.PayeeIsMember], await Kinds(n));
        Assert.True((await n.As(n.Auditor).Go("/geld/signalen")).Sees("Kees Kas (lid van de kascommissie) ontvangt deze betaling of hoort bij wie hem ontvangt: plan 1-1 Regentonnen, € 10."));
    }

    [Theory, EachDatabase]
    public async Task A_member_explains_a_flag_for_everybody_or_for_who_checks_the_books_and_it_stays(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var award = await n.WithAward(await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", 3_000), 3_000);
        await Pay(n, award, 1, Shop, n.SecondMember.Id);
        await Kinds(n);
        Assert.True((await n.As(n.Member).Go("/bureau")).Sees("1 signaal uitleggen"));
        // Nobody explains what is about themselves: no form, and refused by name where it is posted all the same.
        var sanne = await n.As(n.SecondMember).Go("/geld/signalen");
        Assert.Null(sanne.Page.QuerySelector("main form"));
        var mo = await n.As(n.Member).Go("/geld/signalen");
        await mo.Press("Uitleg plaatsen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mo.Status);
        await mo.Press("Uitleg plaatsen", ("words", "Sanne schoot het voor; twee anderen gaven het vrij."), ("reader", "public"));
        Assert.True(mo.Sees("De uitleg staat bij signaal 1."));
        await mo.Press("Uitleg plaatsen", ("words", "De bon ligt bij Tineke."), ("reader", "committee"));
        Assert.False((await n.As(n.Member).Go("/bureau")).Sees("signaal uitleggen"));

        var kees = await n.As(n.Auditor).Go("/geld/signalen");
        Assert.True(kees.Sees("Sanne schoot het voor"));
        Assert.True(kees.Sees("De bon ligt bij Tineke."));
        Assert.True(kees.Sees("Uitleg van Mo Yildiz op"));
        Assert.Null(kees.Page.QuerySelector("main form"));
        Assert.Empty((await n.As(n.Auditor).Go("/geld/signalen?uitleg=nee")).Page.QuerySelectorAll("ol.desk > li"));
        // The database itself keeps it.
        await using var db = n.Open();
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<FlagAnswer>().ExecuteDeleteAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<Flag>().ExecuteDeleteAsync());
        var viewer = await n.Viewer(n.SecondMember);
        Assert.IsType<FlagIsAboutYou>((await n.InOneWork(inside => ExplainingFlag.Say(inside, viewer, site.Clock.Now, 1, "Klopt hoor", true))).Refusal);
    }

    [Fact]
    public async Task Only_who_sees_money_sees_flags_and_an_accountants_eyes_close_by_themselves()
    {
        await using var site = new TestSite();
        var n = await (await Neighbourhood.On(site)).WithMoney(200);
        var accountant = await n.Account("Anna Accountant");
        await site.Given(new Seat
        {
            FundId = n.FundId, Number = 1, Body = Body.Accountant, Origin = SeatOrigin.Appointed, AccountId = accountant.Id, PublicName = accountant.PublicName,
            From = site.Clock.Now, Until = site.Clock.Now.AddDays(30),
        });
        foreach (var person in new[] { n.Member, n.Treasurer, n.Auditor, accountant })
            Assert.Equal(HttpStatusCode.OK, (await n.As(person).Go("/geld/signalen")).Status);
        foreach (var person in new[] { n.Resident, n.DeskHelper, n.Host, n.ContributorRepresentative })
            Assert.Equal(HttpStatusCode.NotFound, (await n.As(person).Go("/geld/signalen")).Status);
        // Reads every statement, prepares nothing, decides nothing.
        Assert.Equal(HttpStatusCode.OK, (await n.As(accountant).Go("/bijdragers/1/overzicht")).Status);
        Assert.Null((await n.As(accountant).Go("/geld/betalingen")).Page.QuerySelector("main form[method=post]"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(accountant).Go("/bureau")).Status);
        site.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(accountant).Go("/geld/signalen")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(accountant).Go("/bijdragers/1/overzicht")).Status);
    }
}
