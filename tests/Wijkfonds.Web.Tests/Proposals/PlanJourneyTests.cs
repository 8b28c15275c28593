using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Proposals;

public sealed class PlanJourneyTests
{
    [Theory, EachDatabase]
    public async Task A_resident_writes_a_plan_in_five_steps_sends_it_in_and_everybody_can_read_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Submitting, sections: [("Hele wijk", 20_000), ("Jong", 10_000)]);
        var rosa = await n.As(n.Resident).Go("/plannen");
        Assert.True(rosa.Sees("Het jouwe kan het eerste zijn."));
        await rosa.Go("/rondes/1/plannen/nieuw");
        await rosa.Press("Begin je plan");
        Assert.True(rosa.Sees("Stap 1 van 5"));
        await rosa.Press("Bewaar en ga verder", ("Title", "<b>Regentonnen</b> & meer"), ("Summary", "Regen opvangen in de Lijsterstraat."));
        await rosa.Press("Bewaar en ga verder", ("Story", "We zetten tonnen.\nBij elk huis één."), ("Where", "plek"), ("Place", "Lijsterstraat"), ("Section", "2"), ("Theme", "1"));
        Assert.True(rosa.Sees("Stap 3 van 5"));
        await rosa.Press("Nog een kostenpost", ("What", "Tonnen"), ("Amount", "1.200"));
        Assert.Equal(4, rosa.Page.QuerySelectorAll("input[name=What]").Length);
        Assert.Contains("€\u00a01.200", rosa.Page.QuerySelector("#kosten .left")!.TextContent, StringComparison.Ordinal);
        await rosa.Press("Bewaar en ga verder", ("What", "Tonnen"), ("Amount", "1.200"), ("What", "Grind"), ("Amount", "43,69"));
        await rosa.Press("Bewaar en ga verder", ("OwnPart", "Wij graven zelf."), ("Team", "Buren van de Lijsterstraat"));
        Assert.True(rosa.Sees("Zo zien anderen je plan."));
        Assert.Equal("<b>Regentonnen</b> & meer", rosa.Page.QuerySelector("article h2")!.TextContent);
        await rosa.Press("Plan insturen");
        Assert.True(rosa.Sees("Het heeft nummer 1."), rosa.Text);

        var stranger = await n.Stranger.Go("/rondes/1/plannen/1");
        Assert.Equal("<b>Regentonnen</b> & meer", stranger.Page.QuerySelector("h1")!.TextContent);
        foreach (var words in new[] { "Ingestuurd door Rosa Bakker", "€ 1.243,69", "Grind", "Wij graven zelf.", "Lijsterstraat", "Jong", "Twee leden van de wijkalliantie kijken" })
            Assert.Contains(words, stranger.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain(n.Resident.Email!, stranger.Page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(n.Resident.Id.ToString(), stranger.Page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);

        await using var db = n.Open();
        var plan = await db.Set<Proposal>().SingleAsync();
        Assert.Equal(1, (await db.VersionsOf(plan.Id)).Single().Number);
        var mail = await db.Set<OutboxMessage>().SingleAsync();
        Assert.Equal(n.Resident.Email, mail.To);
        Assert.Contains("nummer 1", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("http://localhost/w/oosterhoek/rondes/1/plannen/1", mail.Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_stranger_is_told_why_an_account_is_needed_and_comes_back_after_signing_in(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await n.WithRound(Phase.Submitting);
        var stranger = await n.Stranger.Go("/rondes/1/plannen/nieuw");
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        Assert.True(stranger.Sees("Voor een plan heb je een account nodig."));
        Assert.Equal("/w/oosterhoek/inloggen?terug=%2Fw%2Foosterhoek%2Frondes%2F1%2Fplannen%2Fnieuw",
            stranger.Page.QuerySelector("a.do")!.GetAttribute("href"));
    }

    [Theory, EachDatabase]
    public async Task A_plan_that_is_kept_for_later_waits_at_my_plans_where_it_can_be_thrown_away(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Submitting);
        var rosa = await n.As(n.Resident).Go("/rondes/1/plannen/nieuw");
        await rosa.Press("Begin je plan");
        await rosa.Press("Bewaar en ga later verder", ("Title", "Bankjes"));
        Assert.Equal("/mijn", rosa.Path);
        Assert.True(rosa.Sees("Je plan is bewaard.") && rosa.Sees("Bankjes") && rosa.Sees("nog niet ingestuurd"));
        Assert.False((await n.Stranger.Go("/rondes/1/plannen")).Sees("Bankjes"));
        await rosa.Press("Plan weggooien");
        Assert.True(rosa.Sees("Het plan is weggegooid.") && rosa.Sees("Je hebt nog geen plan"));
        await using var db = n.Open();
        Assert.Empty(await db.Set<CostLine>().ToListAsync());
        Assert.Empty(await db.Set<Proposal>().Where(p => p.RoundId == round.Id).ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task What_is_missing_is_listed_with_its_step_and_a_plan_that_costs_too_much_is_kept_and_told(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await n.WithRound(Phase.Submitting);
        var rosa = await n.As(n.Resident).Go("/rondes/1/plannen/nieuw");
        await rosa.Press("Begin je plan");
        var handle = rosa.Path.Split('/')[3];
        await rosa.Go($"/mijn/plannen/{handle}/5");
        await rosa.Press("Plan insturen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, rosa.Status);
        Assert.Equal(["1", "1", "2", "2", "2", "3", "4"], rosa.Page.QuerySelectorAll(".note li a").Select(a => a.GetAttribute("href")![^1..]));
        await rosa.Go($"/mijn/plannen/{handle}/3");
        await rosa.Press("Bewaar en ga verder", ("What", "Podium"), ("Amount", "5.000,01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, rosa.Status);
        Assert.Contains("Je plan kost meer dan mag in deze ronde: hoogstens € 5.000, en je vraagt € 5.000,01.", rosa.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Podium", rosa.Page.QuerySelector("input[name=What]")!.GetAttribute("value"), StringComparison.Ordinal);
        await using var db = n.Open();
        Assert.Equal(new Cents(5_000_01), (await db.Set<CostLine>().SingleAsync()).Amount);
    }

    [Theory, EachDatabase]
    public async Task A_maker_withdraws_a_plan_and_it_leaves_the_list_but_not_its_history(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var round = await n.WithRound(Phase.Submitting);
        await n.WithSubmitted(round, "Bankjes");
        var rosa = await n.As(n.Resident).Go("/mijn");
        await rosa.Press("Plan terugtrekken");
        Assert.True(rosa.Sees("Je plan is teruggetrokken."));
        Assert.False((await n.Stranger.Go("/rondes/1/plannen")).Sees("Bankjes"));
        Assert.True((await n.Stranger.Go("/rondes/1/plannen?staat=teruggetrokken")).Sees("Bankjes"));
        Assert.True((await n.Stranger.Go("/rondes/1/plannen/1")).Sees("De makers trokken dit plan terug"));
        Assert.Equal(PlanState.Withdrawn, PlanStates.Of((await n.Stored(await First(n))).LastAct!.Kind, false));
    }

    [Theory, EachDatabase]
    public async Task What_was_awarded_and_paid_stands_with_the_plan_without_the_name_of_who_got_it(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        var plan = await n.WithPlan(await n.WithRound(Phase.CarryingOut), "Bankjes", 1_200);
        var payee = new Party { FundId = n.FundId, Name = "R. Bakker privé", Email = "rosa@example.org" };
        var award = new Award { FundId = n.FundId, Number = 1, ProposalId = plan.Id, Amount = Cents.Euros(1_200), BookedAt = site.Clock.Now, EntrySequence = 7 };
        award.Payments.Add(new Payment
        {
            FundId = n.FundId, Number = 1, Amount = Cents.Euros(400), PayeeId = payee.Id, PreparedBy = n.Treasurer.Id, PreparedAt = site.Clock.Now,
            ReleasedBy = n.Member.Id, ReleasedAt = site.Clock.Now, EntrySequence = 8,
        });
        award.Payments.Add(new Payment { FundId = n.FundId, Number = 2, Amount = Cents.Euros(333), PayeeId = payee.Id, PreparedBy = n.Treasurer.Id, PreparedAt = site.Clock.Now });
        await site.Given(payee, award);
        var stranger = await n.Stranger.Go($"/rondes/1/plannen/{plan.Number}");
        var text = stranger.Text.Replace('\u00a0', ' ');
        foreach (var words in new[] { "Dit plan won. Het krijgt € 1.200.", "€ 400" }) Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.NotNull(stranger.Page.QuerySelector("a[href$='/geld/boekingen/8']"));
        foreach (var words in new[] { "privé", "€ 333" }) Assert.DoesNotContain(words, text, StringComparison.Ordinal);
        Assert.True((await n.Stranger.Go("/rondes/1/plannen?staat=toegekend")).Sees("Bankjes"));
    }

    private static async Task<Proposal> First(Neighbourhood n)
    {
        await using var db = n.Open();
        return await db.Set<Proposal>().SingleAsync();
    }
}
