using System.Net;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements.Auditing;

public sealed class RelationTests
{
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
        Assert.True((await n.As(n.Auditor).Go("/geld/signalen?jaar=2027")).Sees("Deze betaling gaat naar Gemeente Oosterstad"));
        await (await mo.Go("/geld/relaties")).Press("Niet meer zo: Gemeente Oosterstad, Betaald: Rosa Bakker");
        Assert.False((await n.Stranger.Go("/rondes/1/plannen/1/geld")).Sees("Er is een band tussen"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.As(n.Resident).Go("/geld/relaties")).Status);
        Assert.Null((await n.As(n.Auditor).Go("/geld/relaties")).Page.QuerySelector("main form"));
    }
}
