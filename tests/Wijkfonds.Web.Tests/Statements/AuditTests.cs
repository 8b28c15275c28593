using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

public sealed class AuditTests
{
    [Theory, EachDatabase]
    public async Task The_committee_draws_finds_hears_the_answer_and_signs_for_all_to_read(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        var kees = await n.As(n.Auditor).Go("/geld/kascommissie/2027");
        await kees.Press("Steekproef loten");
        Assert.True(kees.Sees("De steekproef is geloot."));
        var drawn = kees.Page.QuerySelectorAll("table tbody th a").Select(a => long.Parse(a.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var seed = kees.Page.QuerySelector(".hash")!.TextContent;
        Assert.Equal(Audit.Sample(seed, [1, 2, 3, 4, 5, 6]), drawn);
        Assert.Null(kees.Page.QuerySelector("form[action*='handler=draw']"));

        await kees.Press("Bevinding plaatsen", ("words", "Bij boeking 6 ontbreekt een bon."), ("due", "2028-06-01"));
        Assert.True(kees.Sees("Bevinding 2"));
        // Before the answer nobody signs, and what was typed stays.
        await kees.Press("Tekenen voor 2027", ("minutes", "Alles nagekeken."));
        Assert.Equal(HttpStatusCode.Conflict, kees.Status);
        Assert.True(kees.Sees("nog een bevinding zonder antwoord"));
        Assert.Equal("Alles nagekeken.", kees.Page.QuerySelector("#minutes")!.TextContent);
        var mo = await n.As(n.Member).Go("/geld/kascommissie/2027");
        await mo.Press("Antwoord plaatsen", ("answer", "De bon zit er nu bij."));
        await (await kees.Go("/geld/kascommissie/2027")).Press("Tekenen voor 2027", ("minutes", "Alles nagekeken, kas geteld: akkoord."));

        var stranger = await n.Stranger.Go("/geld/kascommissie/2027");
        foreach (var words in new[] { "Getekend door Kees Kas", "kas geteld: akkoord", "ontbreekt een bon", "De bon zit er nu bij." }) Assert.True(stranger.Sees(words), words);
        Assert.False(stranger.Sees("Steekproef"));
        Assert.Empty(stranger.Page.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/geld/kascommissie/2020")).Status);
        // The current year is not over yet.
        await (await kees.Go("/geld/kascommissie/2028")).Press("Tekenen voor 2028", ("minutes", "Akkoord."));
        Assert.Equal(HttpStatusCode.Conflict, kees.Status);
        Assert.Null((await n.As(n.Treasurer).Go("/geld/kascommissie/2027")).Page.QuerySelector("form[action*='handler=sign']"));
    }

    [Theory, EachDatabase]
    public async Task A_relation_is_told_to_everybody_without_a_persons_name_and_raises_a_flag(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var award = await n.WithAward(await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Regentonnen", 3_000), 3_000);
        var rosa = new Party { FundId = n.FundId, Name = "Rosa Bakker", Iban = "NL91ABNA0417164300", IsPerson = true };
        await site.Given(rosa, new Payment { FundId = n.FundId, Number = 1, AwardId = award.Id, Amount = Cents.Euros(10), PayeeId = rosa.Id, PreparedBy = n.Treasurer.Id, PreparedAt = site.Clock.Now });
        var giver = n.Contributors[0].PartyId;
        var mo = await n.As(n.Member).Go("/geld/relaties");
        await mo.Press("Band vastleggen", ("one", giver.ToString()), ("other", rosa.Id.ToString()), ("kind", "Employee"));
        Assert.True(mo.Sees("De band is vastgelegd."));
        Assert.True(mo.Sees("Rosa Bakker"));
        await mo.Press("Band vastleggen", ("one", rosa.Id.ToString()), ("other", giver.ToString()), ("kind", "Family"));
        Assert.Equal(HttpStatusCode.Conflict, mo.Status);

        foreach (var path in new[] { "/rondes/1/plannen/1/geld", "/geld/jaarrekening/2027" })
        {
            var stranger = await n.Stranger.Go(path);
            Assert.True(stranger.Sees("Er is een band tussen Gemeente Oosterstad en wie voor een plan betaald werd: de een werkt bij de ander."), path);
            Assert.False(stranger.Sees("Rosa Bakker"), path);
        }
Assert.True((await n.As(n.ContributorRepresentative).Go("/bijdragers/1/overzicht")).Sees("Er is een band tussen Gemeente Oosterstad"));
        await site.RunJobs();
        foreach (var path in new[] { "/geld/signalen", "/geld/kascommissie/2027" })
            Assert.True((await n.As(n.Auditor).Go(path)).Sees("Deze betaling gaat naar Gemeente Oosterstad"), path);
        await (await mo.Go("/geld/relaties")).Press("Niet meer zo: Gemeente Oosterstad, Betaald: Rosa Bakker");
        Assert.False((await n.Stranger.Go("/rondes/1/plannen/1/geld")).Sees("horen bij elkaar"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Resident).Go("/geld/relaties")).Status);
        Assert.Null((await n.As(n.Auditor).Go("/geld/relaties")).Page.QuerySelector("main form"));
    }

    [Fact]
    public void The_sample_follows_from_the_seed_alone()
    {
        var entries = Enumerable.Range(1, 1_000).Select(i => (long)i).ToList();
        var sample = Audit.Sample("abc", entries);
        Assert.Equal(Audit.SampleSize, sample.Count);
        Assert.Equal(sample, Audit.Sample("abc", Enumerable.Reverse(entries)));
        Assert.NotEqual(sample, Audit.Sample("abd", entries));
    }
}
