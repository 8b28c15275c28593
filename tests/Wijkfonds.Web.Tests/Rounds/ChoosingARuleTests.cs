using System.Net;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Rounds;

public sealed class ChoosingARuleTests
{
    private static readonly (string, string)[] Filled =
        [("Form.Name", "Voorjaar 2027"), ("Form.Sections[0].Name", "Hele wijk"), ("Form.Sections[0].Budget", "50.000")];

    [Theory, EachDatabase]
    public async Task A_new_round_counts_by_equal_shares_unless_the_alliance_chooses_another_rule(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var member = await n.As(n.Member).Go("/rondes/nieuw");
        var offered = member.Page.QuerySelectorAll("input[name='Form.Rule']");
        Assert.Equal(CountingRules.Offered.Select(r => $"{r}"), offered.Select(o => o.GetAttribute("value")));
        Assert.Equal("EqualShares", Assert.Single(offered, o => o.HasAttribute("checked")).GetAttribute("value"));
        await member.Press("Ontwerp bewaren", Filled);
        await member.Go("/rondes/1/regels");
        Assert.True(member.Sees("dan tellen we opnieuw met € 1 meer voor iedereen"));
        Assert.True(member.Sees("rule equal_shares cost add1 step 1"));
        await using var db = n.Open();
        Assert.Equal((CountingRule.EqualShares, 1), ((await db.Round(1))!.Rule, (await db.Round(1))!.RuleStep));
    }

    [Theory, EachDatabase]
    public async Task The_chosen_rule_and_its_step_are_on_the_rules_page_that_everybody_reads(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var member = await n.As(n.Member).Go("/rondes/nieuw");
        await member.Press("Ontwerp bewaren", [.. Filled, ("Form.Rule", "EqualSharesThenVotes"), ("Form.Step", "5")]);
        await member.Press("Voorleggen aan een tweede lid");
        await (await n.As(n.SecondMember).Go("/bureau/besluiten/1")).Press("Akkoord");
        var anyone = await n.Stranger.Go("/rondes/1/regels");
        Assert.True(anyone.Sees("met € 5 meer voor iedereen"));
        Assert.True(anyone.Sees("rule equal_shares cost add1u step 5"));
        Assert.True(anyone.Sees("Een plan dat niemand koos, doet niet mee"));
    }

    [Fact]
    public async Task A_rule_that_was_approved_is_not_changed_any_more()
    {
        await using var site = new TestSite();
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        await n.WithRound(Phase.Draft);
        var form = await n.As(n.Member).Go("/rondes/1/bewerken");
        Assert.Equal("Greedy", form.Page.QuerySelector("input[name='Form.Rule'][checked]")!.GetAttribute("value"));
        await using (var db = n.Open()) await n.WithAct((await db.Round(1))!, RoundActKind.Approved);
        await form.Press("Ontwerp bewaren", ("Form.Rule", "Phragmen"));
        Assert.True(form.Sees("De regels van deze ronde zijn vastgesteld"));
        await using var after = n.Open();
        Assert.Equal(CountingRule.Greedy, (await after.Round(1))!.Rule);
    }

    [Fact]
    public async Task A_draft_goes_from_one_rule_to_another_and_an_approval_of_the_old_one_lapses()
    {
        await using var site = new TestSite();
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        await n.WithRound(Phase.Draft);
        var member = n.As(n.Member);
        await (await member.Go("/rondes/1")).Press("Voorleggen aan een tweede lid");
        var second = await n.As(n.SecondMember).Go("/bureau/besluiten/1");
        await (await member.Go("/rondes/1/bewerken")).Press("Ontwerp bewaren", ("Form.Rule", "GreedyPerCost"));
        await second.Press("Akkoord");
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        await using var db = n.Open();
        Assert.Equal(CountingRule.GreedyPerCost, (await db.Round(1))!.Rule);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("een")]
    public async Task A_step_is_a_number_of_whole_euros_that_people_can_follow(string step)
    {
        await using var site = new TestSite();
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var member = await n.As(n.Member).Go("/rondes/nieuw");
        await member.Press("Ontwerp bewaren", [.. Filled, ("Form.Step", step)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        Assert.Contains("1 tot en met 100", member.Page.QuerySelector("[data-valmsg-for='Form.Step']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(step, member.Page.QuerySelector("#Form_Step")!.GetAttribute("value"));
        // A rule without steps asks for none.
        await member.Press("Ontwerp bewaren", ("Form.Rule", "Greedy"));
        Assert.Equal(HttpStatusCode.OK, member.Status);
    }

    [Fact]
    public void Every_rule_and_every_step_gives_another_text_and_so_another_seal()
    {
        var round = SampleRound.Draft();
        var texts = new List<string>();
        foreach (var rule in CountingRules.Offered)
            foreach (var step in rule.HasStep() ? new[] { 1, 2 } : [1])
            {
                (round.Rule, round.RuleStep) = (rule, step);
                texts.Add(RoundRules.Hash(round));
            }
        Assert.Equal(8, texts.Distinct().Count());
        Assert.Equal(Enum.GetValues<CountingRule>().Order(), CountingRules.Offered.Order());
    }
}
