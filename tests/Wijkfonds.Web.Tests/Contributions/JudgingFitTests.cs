using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Proposals.Reviewing;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Neighbours;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

/// <summary>That a plan fits a giver's earmark binds its euros: two members say so, none of them with an interest, and the giver hears it in time.</summary>
public sealed class JudgingFitTests
{
    [Theory, EachDatabase]
    public async Task Two_members_say_that_a_plan_fits_and_the_giver_hears_why_while_it_can_still_object(string database)
    {
        await using var site = new TestSite(database);
        var (n, round, _) = await WithUnclearPlan(site);
        var mo = await n.As(n.Member).Go("/bureau");
        Assert.True(mo.Sees("Zeg van 1 plan in Ronde 1 of het past bij het geld van een gever"), mo.Text);
        await (await mo.Go("/rondes/1/oormerken")).Press("Voorstellen dat dit plan past", ("reason", "Het park hoort bij de huizen."));
        Assert.True(mo.Sees("Nog beoordelen") && mo.Sees("Een lid van de wijkalliantie stelde voor: past, want “Het park hoort bij de huizen.” Een tweede lid moet nog akkoord gaan."), mo.Text);
        Assert.DoesNotContain(mo.Page.QuerySelectorAll("main button"), b => b.TextContent == "Voorstellen dat dit plan past");
        Assert.IsType<PlanNotJudged>((await n.Freeze(round)).Refusal);
        Assert.DoesNotContain(await site.MailsTo("geld@example.org"), m => m.Subject.Contains("past bij jullie geld", StringComparison.Ordinal));
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.JudgeFit, n.Member)).Refusal);
        // It waits for a second member, who needs no other reminder.
        var second = await n.As(n.SecondMember).Go("/bureau");
        Assert.False(second.Sees("Zeg van 1 plan in Ronde 1"), second.Text);
        await second.Go($"/bureau/besluiten/{await n.OpenDecision(DecisionKind.JudgeFit)}");
        Assert.True(second.Sees("Dit plan past, want: Het park hoort bij de huizen.") && second.Sees("mag het geld van Woonstichting De Brug dit plan betalen"), second.Text);
        Assert.True(second.Sees("Woonstichting De Brug krijgt een mail met de reden.") && !second.Sees("hebben we geen mailadres"), second.Text);
        await second.Press("Akkoord");

        var page = await n.Stranger.Go("/rondes/1/oormerken");
        Assert.True(page.Sees("Twee leden van de wijkalliantie zeggen: Het park hoort bij de huizen."), page.Text);
        var mail = (await site.MailsTo("geld@example.org"))[^1];
        Assert.Equal("Het plan “Bankjes” past bij jullie geld, zeggen twee leden", mail.Subject);
        Assert.True(mail.Body.Contains("Het park hoort bij de huizen.", StringComparison.Ordinal) && mail.Body.Contains("/rondes/1/oormerken", StringComparison.Ordinal), mail.Body);
        // The giver can still object, and that goes before what two members say.
        await (await n.As(n.Treasurer).Go("/rondes/1/oormerken")).Press("Bezwaar maken", ("reason", "Het park is van de gemeente."), ("letter", "Mail van 9 februari"));
        Assert.IsType<PlanOutsideEarmark>((await n.Freeze(round)).Refusal);
    }

    [Theory, EachDatabase]
    public async Task Who_makes_the_plan_or_declared_an_interest_in_plan_or_giver_says_nothing_about_it(string database)
    {
        await using var site = new TestSite(database);
        var (n, round, earmark) = await WithUnclearPlan(site);
        await n.WithPlan(round, "Van Mo", 200, by: n.Member);
        foreach (var kind in new[] { "ProposedFits", "DoesNotFit" }) Assert.IsType<MakerStandsAside>((await Say(n, n.Member, earmark, kind, plan: 2)).Refusal);
        var plan = await PlanId(n, 1);
        foreach (var subject in new[] { plan, earmark.ContributorId })
        {
            var interest = new Interest { FundId = n.FundId, AccountId = n.Member.Id, Subject = subject, Reason = "Mijn zus woont er.", DeclaredAt = site.Clock.Now };
            await site.Given(interest);
            foreach (var kind in new[] { "ProposedFits", "DoesNotFit" }) Assert.IsType<StandsAside>((await Say(n, n.Member, earmark, kind)).Refusal);
            var mo = await n.As(n.Member).Go("/rondes/1/oormerken");
            Assert.True(mo.Sees("Je hebt hierbij een belang gemeld."), mo.Text);
            Assert.DoesNotContain(mo.Page.QuerySelectorAll("main button"), b => b.TextContent == "Voorstellen dat dit plan past");
            Assert.False((await mo.Go("/bureau")).Sees("Zeg van 1 plan"), mo.Text);
            // Nor as the second.
            Assert.False((await Say(n, n.SecondMember, earmark, "ProposedFits")).Refused);
            Assert.IsType<StandsAside>((await n.Second(DecisionKind.JudgeFit, n.Member)).Refusal);
            Assert.False((await n.Second(DecisionKind.JudgeFit, n.Treasurer, inFavour: false, reason: "Nee")).Refused);
            await using var db = n.Open();
            (await db.Set<Interest>().SingleAsync(i => i.Id == interest.Id)).EndedAt = site.Clock.Now;
            await db.SaveChangesAsync();
        }
        Assert.True((await n.Stranger.Go("/rondes/1/oormerken")).Sees("Dit voorstel ging niet door."));
        Assert.IsType<PlanNotJudged>((await n.Freeze(round)).Refusal);
        // That it does not fit takes one: it keeps the giver's money safe.
        Assert.False((await Say(n, n.Member, earmark, "DoesNotFit")).Refused);
        Assert.IsType<PlanOutsideEarmark>((await n.Freeze(round)).Refusal);
    }

    [Theory, EachDatabase]
    public async Task What_was_proposed_falls_when_the_giver_objects_a_member_says_no_the_list_changes_or_the_plan_does(string database)
    {
        await using var site = new TestSite(database);
        var (n, round, earmark) = await WithUnclearPlan(site);
        Assert.False((await Say(n, n.Member, earmark, "ProposedFits")).Refused);
        Assert.IsType<AlreadyProposed>((await Say(n, n.Treasurer, earmark, "ProposedFits")).Refusal);
        Assert.False((await Say(n, n.Treasurer, earmark, "DoesNotFit")).Refused);
        Assert.Equal(0, await OpenOn(n));

        Assert.False((await Say(n, n.Member, earmark, "ProposedFits")).Refused);
        Assert.False((await Say(n, n.Treasurer, earmark, "Objected", "Brief")).Refused);
        Assert.Equal(0, await OpenOn(n));
        Assert.IsType<ObjectionStands>((await Say(n, n.Member, earmark, "ProposedFits")).Refusal);
        Assert.False((await Say(n, n.Treasurer, earmark, "ObjectionWithdrawn", "Brief")).Refused);

        Assert.False((await Say(n, n.Member, earmark, "ProposedFits")).Refused);
        await (await n.As(n.Treasurer).Go("/bijdragers/2/oormerken/1/plekken")).Press("Aan tweede lid voorleggen", ("Name", "Woningen in 2028"), ("Places", ";;;Lindeplein"));
        Assert.False((await n.Second(DecisionKind.ReplacePlaces)).Refused);
        Assert.Equal(0, await OpenOn(n));

        Assert.False((await Say(n, n.Member, earmark, "ProposedFits")).Refused);
        await using (var db = n.Open())
        {
            var plan = await db.Set<Proposal>().Include(p => p.Costs).Include(p => p.Round.Sections).Include(p => p.Round.Themes).SingleAsync(p => p.Number == 1);
            db.Add(new ProposalVersion { FundId = n.FundId, ProposalId = plan.Id, Number = 1, At = site.Clock.Now, Text = PlanText.Of(plan, plan.Round).ToJson() });
            await db.SaveChangesAsync();
        }
        Assert.IsType<JudgedPlanChanged>((await n.Second(DecisionKind.JudgeFit)).Refusal);
        Assert.False((await n.Second(DecisionKind.JudgeFit, inFavour: false, reason: "Veranderd")).Refused);
        Assert.False((await Say(n, n.Member, earmark, "ProposedFits")).Refused);
        Assert.False((await n.Second(DecisionKind.JudgeFit)).Refused);
        Assert.False((await n.Freeze(round)).Refused);
    }

    /// <summary>A plan at a place that the list of the second giver does not name, in the section that holds its money.</summary>
    private static async Task<(Neighbourhood, Round, Earmark)> WithUnclearPlan(TestSite site)
    {
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        var round = await n.WithRound(Phase.Reviewing, sections: ("Huizen", 1_000));
        var earmark = await n.WithEarmark("Rond onze huizen", giver: 1, places: ";;;Esdoornhof", percent: 40);
        await n.WithBound(round.Sections[0], earmark, 1_000);
        var plan = await n.WithPlan(round, "Bankjes", 500);
        await using var db = n.Open();
        await db.Set<Proposal>().Where(p => p.Id == plan.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Place, "Beekpark").SetProperty(p => p.WholeNeighbourhood, false));
        return (n, round, earmark);
    }

    private static async Task<int> OpenOn(Neighbourhood n)
    {
        await using var db = n.Open();
        return await db.Set<Decision>().CountAsync(d => d.Kind == DecisionKind.JudgeFit && d.CarriedAt == null && d.DroppedAt == null);
    }

    private static async Task<Guid> PlanId(Neighbourhood n, int number)
    {
        await using var db = n.Open();
        return await db.Set<Proposal>().Where(p => p.Number == number).Select(p => p.Id).SingleAsync();
    }

    private static async Task<Outcome<EarmarkWord>> Say(Neighbourhood n, Account who, Earmark earmark, string kind, string letter = "", int plan = 1)
    {
        await using var scope = n.Site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<FundScope>().Fund = n.Fund;
        var viewer = await n.Viewer(who);
        return await n.InOneWork(db => scope.ServiceProvider.GetRequiredService<SayingFit>().Say(db, viewer, n.Site.Clock.Now, 1, plan, earmark.Id, new WordForm(kind, "Omdat", letter)));
    }
}
