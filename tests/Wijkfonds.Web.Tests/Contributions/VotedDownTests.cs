using System.Net;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

/// <summary>What a second member does not agree to stays in the papers of the members, and never seems to wait.</summary>
public sealed class VotedDownTests
{
    [Theory, EachDatabase]
    public async Task A_promise_an_earmark_and_an_organisation_that_were_voted_down_wait_for_nobody(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        var treasurer = await n.As(n.Treasurer).Go("/bijdragers/1/toezeggingen/nieuw");
        await treasurer.Press("Aan tweede lid voorleggen", ("Legal", "Gift"), ("FirstYear", "2028"), ("Years", "1"), ("Amount", "1.000"), ("PerYear", "1"), ("Start", "2028-02-01"), ("Notice", "0"));
        await (await treasurer.Go("/bijdragers/1/oormerken/nieuw")).Press("Aan tweede lid voorleggen", ("Name", "Alleen groen"), ("Themes", "Groen"));
        await (await treasurer.Go("/bijdragers/nieuw")).Press("Organisatie invoeren", ("name", "Fonds Goede Buren"), ("kind", "Foundation"), ("pledge-2028", "500"));
        string[] pages = ["/bijdragers/1", "/bijdragers/1/toezeggingen/1", "/bijdragers/1/oormerken/1", "/bijdragers", "/bijdragers/3"];
        foreach (var page in pages) Assert.True((await n.As(n.Auditor).Go(page)).Sees(page.Count('/') == 4 || page.EndsWith('3') ? "Een tweede lid moet" : "Wacht op tweede lid"), page + (await n.As(n.Auditor).Go(page)).Text);

        foreach (var kind in new[] { DecisionKind.ConfirmAgreement, DecisionKind.ConfirmEarmark, DecisionKind.ConfirmContributor })
            Assert.False((await n.Second(kind, inFavour: false, reason: "Nog niet besproken")).Refused);
        foreach (var page in pages)
        {
            var auditor = await n.As(n.Auditor).Go(page);
            Assert.True(auditor.Sees(page.Count('/') == 4 || page.EndsWith('3') ? "Dit ging niet door" : "Niet akkoord"), auditor.Text);
            Assert.False(auditor.Sees("Wacht op tweede lid") || auditor.Sees("Een tweede lid moet"), auditor.Text);
        }
        foreach (var page in pages.Where(p => p.Count('/') == 4 || p.EndsWith('3'))) Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go(page)).Status);
    }
}
