using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Statements.Auditing.Flagging;
using Wijkfonds.Web.Tests.Shared;
using static Wijkfonds.Web.Tests.Statements.Auditing.FlagScene;

namespace Wijkfonds.Web.Tests.Statements.Auditing;

/// <summary>More on the same ground: the larger flag takes the place of the smaller, which is kept.</summary>
public sealed class FlagGrowthTests
{
    [Theory, EachDatabase]
    public async Task A_third_plan_on_one_account_is_a_new_flag_in_the_place_of_the_one_of_two_plans(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var round = await n.WithRound(Phase.CarryingOut);
        for (var i = 0; i < 2; i++) await Pay(n, await n.WithAward(await n.WithPlan(round, $"Plan {i}", 3_000, by: n.Residents[i]), 3_000), i + 1, Shop, null);
        Assert.Equal([FlagKind.SameIban], await Kinds(n));
        await (await n.As(n.Member).Go("/geld/signalen")).Press("Uitleg plaatsen", ("words", "Dit is de bouwmarkt."), ("reader", "public"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await Pay(n, await n.WithAward(await n.WithPlan(round, "Plan 2", 3_000, by: n.Residents[2]), 3_000), 3, Shop, null);
        Assert.Equal([FlagKind.SameIban, FlagKind.SameIban], await Kinds(n));

        // One flag stands and wants an explanation of its own; it leads to the one it began as, with the explanation that stands there.
        Assert.True((await n.As(n.Member).Go("/bureau")).Sees("1 signaal uitleggen"));
        var list = await n.As(n.Member).Go("/geld/signalen");
        Assert.Equal(["signaal-2"], list.Page.QuerySelectorAll("ol.desk > li").Select(l => l.Id));
        Assert.True(list.Sees("1-1 Plan 0, 1-2 Plan 1, 1-3 Plan 2."));
        Assert.True(list.Sees("Dit signaal begon kleiner, als: signaal 1 (met uitleg)"));
        Assert.True(list.Sees("Alle signalen (1)") && list.Sees("Zonder uitleg (1)") && list.Sees("Verder gegaan (1)"));
        // The smaller one is kept with all that was said, and has no form any more.
        foreach (var path in new[] { "/geld/signalen?verder=ja", "/geld/signalen?nummer=1" })
        {
            var kept = await n.As(n.Member).Go(path);
            Assert.Equal(["signaal-1"], kept.Page.QuerySelectorAll("ol.desk > li").Select(l => l.Id));
            Assert.True(kept.Sees("Werd signaal 2"));
            Assert.True(kept.Sees("Dit is de bouwmarkt."));
            Assert.Null(kept.Page.QuerySelector("main form"));
        }
        var viewer = await n.Viewer(n.Member);
        Assert.Equal(new FlagWentOn(2), (await n.InOneWork(db => ExplainingFlag.Say(db, viewer, site.Clock.Now, 1, "Nog iets", true))).Refusal);
        // For anybody: what was explained, and that it went on.
        var stranger = await n.Stranger.Go("/geld/kascommissie/2027");
        Assert.True(stranger.Sees("Vaste regels gaven dit jaar 1 signaal"));
        Assert.True(stranger.Sees("Dit is de bouwmarkt.") && stranger.Sees("Werd signaal 2"));
    }

    [Theory, EachDatabase]
    public async Task All_that_a_related_receiver_gets_in_a_year_is_one_flag_that_grows(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var round = await n.WithRound(Phase.CarryingOut);
        var award = await n.WithAward(await n.WithPlan(round, "Regentonnen", 3_000), 3_000);
        // To a member, by her own record; and to somebody of a giver.
        for (var i = 1; i <= 4; i++)
        {
            site.Clock.Advance(TimeSpan.FromDays(1));
            await Pay(n, award, 2 * i - 1, Shop, n.SecondMember.Id);
            await Pay(n, award, 2 * i, Other, n.ContributorRepresentative.Id);
            await site.RunJobs();
        }
        var list = await n.As(n.Auditor).Go("/geld/signalen");
        Assert.Equal(2, list.Page.QuerySelectorAll("ol.desk > li").Length);
        Assert.True(list.Sees("ontvangt in 2027 4 betalingen of hoort bij wie ze ontvangt: plan 1-1 Regentonnen. Samen € 40."));
        Assert.True(list.Sees("In 2027 gaan 4 betalingen naar Gemeente Oosterstad of naar iemand van Gemeente Oosterstad: plan 1-1 Regentonnen. Samen € 40."));
        Assert.True(list.Sees("Verder gegaan (6)"));
        // Another year is another flag; the one of this year stays as it was.
        site.Clock.Advance(TimeSpan.FromDays(360));
        await Pay(n, award, 9, Shop, n.SecondMember.Id);
        await site.RunJobs();
        Assert.Equal(3, (await n.As(n.Auditor).Go("/geld/signalen")).Page.QuerySelectorAll("ol.desk > li").Length);
        Assert.Equal(2, (await n.As(n.Auditor).Go("/geld/signalen?jaar=2027")).Page.QuerySelectorAll("ol.desk > li").Length);
    }

    [Fact]
    public async Task A_flag_of_many_payments_shows_the_last_ones_and_has_all_behind_them()
    {
        await using var site = new TestSite();
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var award = await n.WithAward(await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", 3_000), 3_000);
        for (var i = 1; i <= 14; i++)
        {
            site.Clock.Advance(TimeSpan.FromHours(1));
            await Pay(n, award, i, Shop, n.SecondMember.Id, entry: i);
            await site.RunJobs();
            if (i == 1) await (await n.As(n.Member).Go("/geld/signalen")).Press("Uitleg plaatsen", ("words", "Zij schoot het voor."), ("reader", "committee"));
        }
        var flag = (await n.As(n.Member).Go("/geld/signalen")).Page.QuerySelectorAll("ol.desk > li").Single();
        Assert.Equal("signaal-14", flag.Id);
        Assert.Equal(Enumerable.Range(3, 12).Select(e => $"Boeking {e}"), flag.QuerySelectorAll(":scope > p > a[href*='/geld/boekingen/']").Select(a => a.TextContent));
        Assert.Equal(14, flag.QuerySelectorAll("details a[href*='/geld/boekingen/']").Length);
        // Of those it began as: the one with an explanation, and the last twelve.
        Assert.Equal(["signaal 1 (met uitleg)", .. Enumerable.Range(2, 12).Select(f => $"signaal {f}")], flag.QuerySelectorAll("a[href*='nummer=']").Select(a => a.TextContent));
        Assert.Contains("groeide 13 keer", flag.TextContent, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Whether_the_rules_looked_every_day_or_once_at_the_end_the_same_flags_stand(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var elsewhere = await (await Neighbourhood.On(site, "elders")).WithMoney(200_000);
        foreach (var (fund, eachDay) in new[] { (n, true), (elsewhere, false) })
        {
            var round = await fund.WithRound(Phase.CarryingOut);
            for (var i = 0; i < 6; i++)
            {
                site.Clock.Advance(TimeSpan.FromHours(1));
                var award = await fund.WithAward(await fund.WithPlan(round, $"Plan {i}", 2_400, by: fund.Residents[i % 2]), 2_400);
                await Pay(fund, award, i + 1, i % 2 == 0 ? Shop : Third, i > 2 ? fund.SecondMember.Id : null, 480_00);
                if (eachDay) await site.RunJobs();
            }
        }
        await site.RunJobs();
        var (here, there) = (await Standing(n), await Standing(elsewhere));
        Assert.Equal(here.Order(), there.Order());
        Assert.Contains("SeveralPerPerson Award-1 Award-3 Award-5", here);
        Assert.Contains("SameIban Payment-1 Payment-3 Payment-5", here);
        await using var db = elsewhere.Open();
        Assert.Equal(there.Count, await db.Set<Flag>().CountAsync());
    }

    [Fact]
    public async Task An_entry_of_the_sample_names_the_flag_that_stands()
    {
        await using var site = new TestSite();
        var n = await BookOfTwoYears.On(site);
        var round = await n.WithRound(Phase.CarryingOut);
        for (var i = 0; i < 3; i++)
        {
            await n.WithAward(await n.WithPlan(round, $"Klein {i}", 600, by: n.Residents[0]), 600);
            await site.RunJobs();
        }
        site.Clock.Advance(TimeSpan.FromDays(400));
        await YearTests.Do(n, (db, who) => Sampling.Draw(db, who, site.Clock.Now, n.FundId, 2028));
        await using var db = n.Open();
        var list = (await SampleList.Of(db, 2028, await db.Set<AuditAct>().ToListAsync()))!;
        var last = await db.Set<Flag>().MaxAsync(f => f.Number);
        Assert.Equal(3, list.Entries.Count(e => e.Flags.SequenceEqual([last])));
        Assert.All(list.Entries, e => Assert.True(e.Flags.Count == 0 || e.Flags.SequenceEqual([last])));
    }

    [Fact]
    public void One_that_holds_the_same_or_less_takes_no_place_and_of_another_ground_never()
    {
        var who = Guid.NewGuid();
        var growth = new FlagGrowth(
        [
            Row(1, "Payment-1 Payment-2"), Row(2, "Payment-3 Payment-4"), Row(3, "Payment-1 Payment-2 Payment-5"), Row(4, "Payment-3 Payment-4"),
            Row(5, "Payment-1 Payment-2 Payment-5 Payment-6", year: 2028), Row(6, "Payment-1 Payment-2 Payment-5 Payment-6", whose: who), Row(7, "Payment-2"),
        ]);
        Assert.Equal([5, null, 5, null, null, null, null], Enumerable.Range(1, 7).Select(growth.Into));
        Assert.Equal([1, 3], growth.Before(5).Select(f => f.Number));
        Assert.Equal([7, 6, 5, 4, 2], growth.Standing(null).Select(f => f.Number));
        // Of its own year a flag that went on in the next still stands, and asks for nothing.
        Assert.Equal([7, 6, 4, 3, 2], growth.Standing(2027).Select(f => f.Number));
        Assert.Equal([7, 6, 4, 2], growth.Open(2027).Select(f => f.Number));
        Assert.Equal([1], growth.Grown(2027).Select(f => f.Number));

        static FlagRow Row(int number, string about, int year = 2027, Guid? whose = null) => new(number, FlagKind.SameIban, year, about, 0, whose, false, DateTimeOffset.UnixEpoch);
    }

    private static async Task<IReadOnlyList<string>> Standing(Neighbourhood n)
    {
        await using var db = n.Open();
        return [.. (await FlagGrowth.Of(db)).Standing(null).Select(f => $"{f.Kind} {f.About}")];
    }
}
