using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Neighbours;

public sealed class ErasingTests
{
    [Theory, EachDatabase]
    public async Task Who_leaves_takes_drafts_and_names_along_and_leaves_the_book_and_what_was_voted_on(string database)
    {
        await using var site = new TestSite(database);
        var n = await Neighbourhood.On(site);
        await n.WithMoney(10_000);
        var round = await n.WithRound(Phase.Submitting);
        await n.WithPlan(round, "Regentonnen", 1_200);
        await site.Given(
            new Proposal { FundId = n.FundId, RoundId = round.Id, AccountId = n.Resident.Id, Title = "Klad", CreatedAt = site.Clock.Now, SavedAt = site.Clock.Now },
            new Reminder { FundId = n.FundId, RoundId = round.Id, AccountId = n.Resident.Id, AskedAt = site.Clock.Now },
            new Interest { FundId = n.FundId, AccountId = n.Resident.Id, Subject = Guid.NewGuid(), Reason = "mijn zus doet mee", DeclaredAt = site.Clock.Now });
        var resident = await n.As(n.Resident).Go("/account/verwijderen");
        await resident.Press("Mijn account verwijderen", ("Password", Neighbourhood.Password));
        Assert.True(resident.Sees("Je account is verwijderd"));

        await using var db = site.Open();
        Assert.Equal("Regentonnen", (await db.Set<Proposal>().SingleAsync()).Title);
        Assert.False(await db.Set<Reminder>().AnyAsync());
        Assert.Equal("", (await db.Set<Interest>().SingleAsync()).Reason);
        var book = LedgerExport.Read(await n.Stranger.Http.GetStringAsync(new Uri(n.At("/geld/grootboek.txt"), UriKind.Relative)));
        Assert.NotEmpty(book.Entries);
        Assert.All(book.Check(), finding => Assert.True(finding.Holds));
        // The pages that showed the name still open.
        foreach (var path in new[] { "/", "/rondes/1", "/rondes/1/plannen", "/rondes/1/plannen/1" })
        {
            var page = await n.Stranger.Go(path);
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            Assert.False(page.Sees(n.Resident.PublicName));
        }
    }
}
