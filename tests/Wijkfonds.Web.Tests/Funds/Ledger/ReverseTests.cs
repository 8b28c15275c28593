using System.Net;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Ledger;

public sealed class ReverseTests
{
    [Theory, EachDatabase]
    public async Task A_deposit_booked_twice_is_taken_back_by_two_members_and_the_statement_follows(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await (await Neighbourhood.On(site)).WithMoney(1_000)).WithMoney(1_000);
        var treasurer = await (await n.As(n.Treasurer).Go("/geld/boekingen/3")).Press("Terugdraaien voorleggen", ("reason", " "));
        Assert.True(treasurer.Sees("Schrijf op wat er niet klopt."));
        await treasurer.Press("Terugdraaien voorleggen", ("reason", "Dubbel ingevoerd"));
        Assert.True(treasurer.Sees("Er ligt een voorstel"));
        Assert.IsType<SecondPersonNeeded>((await n.Second(DecisionKind.ReverseEntry, n.Treasurer)).Refusal);
        Assert.False((await n.Second(DecisionKind.ReverseEntry)).Refused);
        await using var db = n.Open();
        Assert.Equal(Cents.Euros(1_250), (await Pot.Of(db)).Received);
        Assert.True((await n.Stranger.Go("/geld/boekingen")).Sees("Boeking 3 is teruggedraaid. Daar stond: Gemeente Oosterstad stortte € 750."));
        Assert.True((await n.As(n.Auditor).Go("/stortingen")).Sees("Teruggedraaid, boeking 3"));
        var gerda = await n.As(n.ContributorRepresentative).Go("/bijdragers/1/overzicht");
        Assert.True(gerda.Sees("Jullie stortingen + € 750,00 + € 750,00"), gerda.Text);
        Assert.Empty((await treasurer.Go("/geld/boekingen/3")).Page.QuerySelectorAll("main form"));
    }

    [Theory, EachDatabase]
    public async Task What_is_used_or_belongs_to_a_round_is_refused_by_name_and_others_find_no_form(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(60_000);
        await n.WithRound(Phase.Submitting);
        var form = await (await n.As(n.Treasurer).Go("/geld/boekingen/1")).Press("Terugdraaien voorleggen", ("reason", "Vergissing"));
        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.IsType<BalanceBelowZero>((await n.Second(DecisionKind.ReverseEntry)).Refusal);
        foreach (var person in new[] { n.Member, n.Auditor, n.Resident, null })
            Assert.Empty((await n.As(person).Go("/geld/boekingen/2")).Page.QuerySelectorAll("main form"));
        // Without the form, by hand: the same page's token, another entry.
        var stale = await n.As(n.Treasurer).Go("/geld/boekingen/2");
        var token = stale.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("reason", "Toch"), KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await stale.Http.PostAsync(new Uri(n.At("/geld/boekingen/3"), UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("hoort bij een ronde", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
