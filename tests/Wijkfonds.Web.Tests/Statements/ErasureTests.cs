using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>Each kind of party, erased by the very job or act that erases it: the chain still verifies, and pages and files say that a name was there.</summary>
public sealed class ErasureTests
{
    private static readonly string[] Files = ["", ".csv", ".json", ".pdf", ".xlsx", ".xaf"];

    [Theory, EachDatabase]
    public async Task Seven_years_on_an_organisation_its_contact_its_addresses_and_its_letters_are_gone_and_its_statement_stays(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        await site.Given(new EarmarkedRound(n).Rows);
        var before = await Amounts(n);
        await SevenYears(n);
        await BookHolds(n);
        var page = await n.Stranger.Go("/bijdragers/1");
        Assert.Equal(Party.ErasedName, page.Page.QuerySelector("h1")!.TextContent);
        foreach (var ending in Files)
        {
            var bytes = await n.As(n.Auditor).Http.GetByteArrayAsync(new Uri(n.At($"/bijdragers/1/overzicht{ending}?jaar=2027"), UriKind.Relative));
            var text = ending == ".pdf" ? new Shared.Pdf.ReadPdf(bytes).AllText : Encoding.UTF8.GetString(bytes);
            Assert.DoesNotContain("Gemeente Oosterstad", text, StringComparison.Ordinal);
            Assert.DoesNotContain("geld@example.org", text, StringComparison.Ordinal);
            if (ending is not ".xlsx") Assert.Contains(Party.ErasedName, text, StringComparison.Ordinal);
        }
        Assert.Equal(before, await Amounts(n));
        Assert.True((await n.Stranger.Go("/geld/boekingen?bijdrager=1")).Sees($"{Party.ErasedName} stortte € 150.000."), page.Text);
        // Where its money was bound to: how many and which buildings, no addresses; and what was voted on stays explained.
        page = await n.Stranger.Go("/bijdragers/1/oormerken/1");
        Assert.True(page.Sees("De adressen op deze lijst zijn gewist.") && page.Sees("Alleen bij: Esdoornhof."), page.Text);
        Assert.Equal("postcode;huisnummer;toevoeging;complex;vanaf;tot en met\r\n;12;;\"Esdoornhof\";;\r\n", (await n.As(n.Auditor).Http.GetStringAsync(new Uri(n.At("/bijdragers/1/oormerken/1/plekken-1.csv"), UriKind.Relative))).TrimStart('\uFEFF'));
        await using var db = n.Open();
        Assert.Equal("", (await db.Set<EarmarkWord>().SingleAsync()).Letter);
    }

    [Theory, EachDatabase]
    public async Task Seven_years_on_who_was_paid_is_nobody_and_the_payment_stays(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        await SevenYears(n);
        await BookHolds(n);
        var payment = await n.As(n.Treasurer).Go("/geld/betalingen/1");
        Assert.Equal(HttpStatusCode.OK, payment.Status);
        Assert.True(payment.Sees(Party.ErasedName) && payment.Sees("€ 1.000,04"), payment.Text);
        foreach (var path in new[] { "/geld/betalingen", "/geld/betalingen/1", "/geld/toekenningen/1", "/rondes/1/plannen/1/geld", "/geld/jaarrekening/2027", "/geld/kascommissie/2027" })
        {
            var page = await n.As(n.Auditor).Go(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.False(page.Sees("NL91") || page.Sees("Eerste deel"), path);
        }
    }

    [Theory, EachDatabase]
    public async Task A_team_that_erases_its_account_leaves_the_plan_its_money_and_its_place_in_the_book(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        Assert.True((await n.Stranger.Go("/rondes/1/plannen/1")).Sees("Rosa Bakker"));
        Assert.False((await n.InOneWork(db => Wijkfonds.Web.Neighbours.Mine.Erasing.Account(db, n.Resident.Id, site.Clock.Now))).Refused);
        await BookHolds(n);
        foreach (var path in new[] { "/rondes/1/plannen/1", "/rondes/1/plannen/1/geld", "/geld/boekingen/6", "/geld/waarheen" })
        {
            var page = await n.Stranger.Go(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.False(page.Sees("Rosa Bakker"), path);
        }
        Assert.Equal(HttpStatusCode.OK, (await n.As(n.Treasurer).Go("/geld/toekenningen/1")).Status);
        Assert.True((await n.As(n.Auditor).Go("/bijdragers/1/overzicht?jaar=2027")).Sees("Regentonnen"));
    }

    [Theory, EachDatabase]
    public async Task A_givers_representative_who_erases_the_account_takes_nothing_of_the_giver_along(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        await site.Given(new EarmarkedRound(n).Rows);
        var before = await Amounts(n);
        Assert.False((await n.InOneWork(db => Wijkfonds.Web.Neighbours.Mine.Erasing.Account(db, n.ContributorRepresentative.Id, site.Clock.Now))).Refused);
        await BookHolds(n);
        var page = await n.As(n.Auditor).Go("/bijdragers/1");
        Assert.True(page.Sees("Gemeente Oosterstad") && !page.Sees("Gerda"), page.Text);
        Assert.Equal(before, await Amounts(n));
        // What it objected was the giver's word: that stays, and was never its name.
        await using var db = n.Open();
        Assert.Equal("Niet op onze grond", (await db.Set<EarmarkWord>().SingleAsync()).Reason);
        Assert.False((await n.As(n.ContributorRepresentative).Go("/bijdragers/1/overzicht?jaar=2027")).Sees("Regentonnen"));
    }

    /// <summary>An earmark with an address, and a word of its giver about the first plan.</summary>
    private sealed class EarmarkedRound(Neighbourhood n)
    {
        public object[] Rows
        {
            get
            {
                var earmark = new Earmark { FundId = n.FundId, ContributorId = n.Contributors[0].Id, Number = 1, Name = "Rond onze huizen", EnteredAt = n.Site.Clock.Now, ConfirmedAt = n.Site.Clock.Now };
                earmark.Places.AddRange(PlaceList.Read(n.FundId, "7415AB;12;a;Esdoornhof").Places);
                using var db = n.Open();
                return [earmark, new EarmarkWord
                {
                    FundId = n.FundId, EarmarkId = earmark.Id, ProposalId = db.Set<Web.Proposals.Proposal>().Single(p => p.Number == 1).Id, Order = 1, Kind = EarmarkWordKind.Objected,
                    Reason = "Niet op onze grond", Letter = "Brief van mevrouw Jansen", AccountId = n.ContributorRepresentative.Id, At = n.Site.Clock.Now,
                }];
            }
        }
    }

    private static async Task SevenYears(Neighbourhood n)
    {
        n.Site.Clock.Advance(TimeSpan.FromDays(7 * 366));
        await using (var db = n.Site.Open()) await db.Set<Seat>().ExecuteUpdateAsync(set => set.SetProperty(s => s.Until, n.Site.Clock.Now.AddYears(1)));
        await n.Site.RunJobs();
        await using var after = n.Open();
        Assert.True(await after.Set<Party>().AllAsync(p => p.ErasedAt != null && p.Name == Party.ErasedName && p.Email == "" && p.Iban == ""));
    }

    private static async Task BookHolds(Neighbourhood n)
    {
        var book = LedgerExport.Read(await n.Stranger.Http.GetStringAsync(new Uri(n.At("/geld/grootboek.txt"), UriKind.Relative)));
        Assert.True(book.Entries.Count > 10);
        Assert.All(book.Check(), finding => Assert.True(finding.Holds, finding.ToString()));
    }

    /// <summary>The figures of the first giver's statement.</summary>
    private static async Task<IEnumerable<string>> Amounts(Neighbourhood n) =>
        [.. (await n.As(n.Auditor).Go("/bijdragers/1/overzicht?jaar=2027")).Page.QuerySelectorAll("td.amount").Select(c => c.TextContent.Trim())];
}
