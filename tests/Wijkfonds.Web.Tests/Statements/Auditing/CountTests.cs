using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements.Auditing;

public sealed class CountTests
{
    [Theory, EachDatabase]
    public async Task A_count_stands_beside_the_book_of_its_day_books_nothing_and_explains_a_difference(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        var yvonne = await n.WithSecondAuditor();
        var before = await Entries(n);
        // € 37,50 lies in it: fifty went in, twelve and a half went out.
        var kees = await n.As(n.Auditor).Go("/geld/kascommissie/2028/kas");
        Assert.True(kees.Sees("€ 37,50"));
        await kees.Press("Telling opschrijven", ("amount", "35"), ("along", "2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, kees.Status);
        Assert.True(kees.Sees("Je telde iets anders dan het grootboek zegt."));
        Assert.Equal("35", kees.Page.QuerySelector("#amount")!.GetAttribute("value"));
        await kees.Press("Telling opschrijven", ("explained", "De bon van de soep was nog niet ingevoerd."));
        var stranger = await n.Stranger.Go("/geld/kascommissie/2028");
        foreach (var words in new[] { "€ 35", "€ 37,50", "-€ 2,50", "Door Kees Kas en Yvonne Smits.", "De bon van de soep" }) Assert.True(stranger.Sees(words), words);
        Assert.Equal(before, await Entries(n));

        // The day before the tin was filled the book says nothing lay there.
        await (await kees.Go("/geld/kascommissie/2028/kas")).Press("Telling opschrijven", ("amount", "0"), ("day", "2028-02-07"));
        Assert.True(kees.Sees("De telling van € 0 staat in de controle van dit jaar."));
        await (await kees.Go("/geld/kascommissie/2028/kas")).Press("Telling opschrijven", ("amount", "0"), ("day", "2028-02-10"));
        Assert.True(kees.Sees("Deze dag moet nog komen."));
        await (await kees.Go("/geld/kascommissie/2028/kas")).Press("Telling opschrijven", ("amount", "37,50"), ("along", "1"));
        Assert.True(kees.Sees("Kies een ander lid van de kascommissie, of niemand."));
        foreach (var person in new[] { n.Treasurer, n.Member, await n.WithAccountant(30), n.Resident })
            Assert.Equal(HttpStatusCode.NotFound, (await n.As(person).Go("/geld/kascommissie/2028/kas")).Status);
        await using var db = n.Open();
        Assert.Equal([n.Auditor.Id, n.Auditor.Id], await db.Set<AuditCount>().OrderBy(c => c.Number).Select(c => c.DoneBy).ToListAsync());
        Assert.Equal(yvonne.Id, await db.Set<AuditCount>().Where(c => c.Number == 1).Select(c => c.AlongBy).SingleAsync());
    }

    private static async Task<int> Entries(Neighbourhood n)
    {
        await using var db = n.Open();
        return await db.Set<JournalEntry>().CountAsync();
    }
}
