using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements.Auditing;

/// <summary>A year of the committee, by its pages: from the declaration to the second signature.</summary>
public sealed class YearTests
{
    [Theory, EachDatabase]
    public async Task The_committee_declares_draws_ticks_asks_hears_writes_and_two_sign_for_all_to_read(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        var yvonne = await n.WithSecondAuditor();
        var kees = await n.As(n.Auditor).Go("/geld/kascommissie");
        Assert.True(kees.Sees("Zeg eerst met wie je een band hebt"));
        await (await kees.Go("/geld/kascommissie/banden")).Press("Dit verklaar ik", ("none", "none"));
        Assert.True(kees.Sees("Je verklaring staat er."));

        await (await kees.Go("/geld/kascommissie/2027/steekproef")).Press("Steekproef loten");
        Assert.Equal([1, 2, 3, 4, 5, 6], Shown(kees));
        await kees.Press("Vinkjes en opmerkingen bewaren", [.. Shown(kees).Select(e => ($"right-{e}", "1")), ("remark-2", "Afschrift gezien")]);
        Assert.True(kees.Sees("Bewaard. Bijgewerkte boekingen: 6."));
        Assert.True(kees.Sees("6 van 6 boekingen zijn in orde bevonden."));

        await (await kees.Go("/geld/kascommissie/2027")).Press("Bevinding plaatsen", ("words", "Bij boeking 6 ontbreekt een bon."), ("due", "2028-06-01"));
        Assert.True(kees.Sees("Nog niet afgesloten: bevinding 2027-1."));
        Assert.Null(kees.Page.QuerySelector("form[action*='handler=sign']"));
        await (await n.As(n.Member).Go("/geld/kascommissie/2027")).Press("Antwoord plaatsen", ("answer", "De bon zit er nu bij."));
        await (await kees.Go("/geld/kascommissie/2027")).Press("Bevinding 2027-1 afsluiten");
        await kees.Press("Verslag plaatsen", ("minutes", "Alles nagekeken: akkoord."), ("present", "Kees Kas en Yvonne Smits"), ("held", "2028-02-07"));
        await kees.Press("Tekenen voor 2027");
        Assert.True(kees.Sees("1 van 2 handtekeningen"));
        Assert.Null(kees.Page.QuerySelector("form[action*='handler=sign']"));

        // The other one said nothing about relations yet: no signature.
        var other = await n.As(yvonne).Go("/geld/kascommissie/2027");
        Assert.Null(other.Page.QuerySelector("form[action*='handler=sign']"));
        await (await other.Go("/geld/kascommissie/banden")).Press("Band vastleggen", ("other", n.Contributors[1].PartyId.ToString()), ("kind", "Employee"));
        await other.Press("Dit verklaar ik", ("none", "some"));
        await (await other.Go("/geld/kascommissie/2027")).Press("Tekenen voor 2027");

        var stranger = await n.Stranger.Go("/geld/kascommissie/2027");
        foreach (var words in new[] { "Getekend door Kees Kas", "Getekend door Yvonne Smits", "ontbreekt een bon", "De bon zit er nu bij.", "Alles nagekeken: akkoord.", "Erbij waren: Kees Kas en Yvonne Smits",
            "6 van 6 boekingen zijn in orde bevonden", "geen banden", "Woonstichting De Brug (werkt er)", "De kas is dit jaar niet gebruikt en was leeg." }) Assert.True(stranger.Sees(words), words);
        Assert.False(stranger.Sees("Bestanden van de bank"));
        Assert.Empty(stranger.Page.QuerySelectorAll("main form"));
        Assert.True((await n.Stranger.Go("/geld/kascommissie")).Sees("1 bevinding, afgesloten"));
        var sample = await n.Stranger.Go("/geld/kascommissie/2027/steekproef");
        Assert.False(sample.Sees("Afschrift gezien"));
        Assert.True((await n.As(n.Member).Go("/geld/kascommissie/2027/steekproef")).Sees("Afschrift gezien"));
        Assert.Equal(HttpStatusCode.NotFound, (await n.Stranger.Go("/geld/kascommissie/2020")).Status);
    }

    [Theory, EachDatabase]
    public async Task A_signature_is_refused_by_name_until_everything_is_done(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        Assert.IsType<AuditYearRuns>(await Sign(n, 2028));
        site.Clock.Advance(TimeSpan.FromDays(400));
        Assert.IsType<SampleNotDrawn>(await Sign(n, 2028));
        await Do(n, (db, who) => Sampling.Draw(db, who, site.Clock.Now, n.FundId, 2028));
        Assert.Equal(new EntriesLeft(7), await Sign(n, 2028));
        await using var open = n.Open();
        var all = (await SampleList.Of(open, 2028, await open.Set<AuditAct>().ToListAsync()))!.Entries.Select(e => new CheckForm(e.Entry, true, null)).ToList();
        await Do(n, (db, who) => Sampling.Check(db, who, site.Clock.Now, n.FundId, 2028, all));
        Assert.IsType<CashNotCounted>(await Sign(n, 2028));
        await Do(n, (db, who) => CountingAlong.Count(db, who, site.Clock.Now, n.FundId, 2028, new("37,50", "2029-03-01", null, null)));
        Assert.IsType<MinutesMissing>(await Sign(n, 2028));
        await Do(n, (db, who) => Signing.Write(db, who, site.Clock.Now, n.FundId, 2028, new("Akkoord.", "Kees", "2029-03-01")));
        Assert.IsType<DeclareFirst>(await Sign(n, 2028));
        await n.WithoutRelations(n.Auditor);
        // A relation that a member records later asks for a new word.
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await n.As(n.Member).Go("/geld/relaties")).Press("Band vastleggen", ("one", n.Auditor.Id.ToString()), ("other", n.Contributors[0].PartyId.ToString()), ("kind", "Family"));
        Assert.IsType<DeclareFirst>(await Sign(n, 2028));
        await (await n.As(n.Auditor).Go("/geld/kascommissie/banden")).Press("Dit verklaar ik", ("none", "none"));
        Assert.IsType<DeclareFirst>(await Sign(n, 2028));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await n.As(n.Auditor).Go("/geld/kascommissie/banden")).Press("Dit verklaar ik", ("none", "some"));
        Assert.Null(await Sign(n, 2028));
        Assert.IsType<SignedAlready>(await Sign(n, 2028));
        Assert.True((await n.Stranger.Go("/geld/kascommissie/2028")).Sees("1 van 2 handtekeningen"));
    }

    [Theory, EachDatabase]
    public async Task What_is_booked_after_the_signature_is_said_aloud_and_belongs_to_the_sample(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        await Do(n, (db, who) => Sampling.Draw(db, who, site.Clock.Now, n.FundId, 2027));
        await n.WithoutRelations(n.Auditor);
        var drawn = Shown(await n.Stranger.Go("/geld/kascommissie/2027/steekproef"));
        await Do(n, (db, who) => Sampling.Check(db, who, site.Clock.Now, n.FundId, 2027, [.. drawn.Select(e => new CheckForm(e, true, null))]));
        await Do(n, (db, who) => Signing.Write(db, who, site.Clock.Now, n.FundId, 2027, new("Akkoord.", "Kees", "2028-02-07")));
        Assert.Null(await Sign(n, 2027));
        Assert.False((await n.Stranger.Go("/geld/kascommissie/2027")).Sees("Daar is niet voor getekend."));
        site.Clock.Advance(TimeSpan.FromDays(1));
        var book = new Wijkfonds.Web.Funds.Ledger.Book();
        Assert.False((await n.InOneWork(db => book.Interest(db, site.Clock.Now, n.FundId, Guid.NewGuid(), new Cents(99), new DateOnly(2027, 12, 31)))).Refused);
        var page = await n.Stranger.Go("/geld/kascommissie/2027");
        Assert.True(page.Sees("Na de laatste handtekening is er nog 1 boeking van dit jaar bijgekomen. Daar is niet voor getekend."));
        Assert.True(page.Sees("6 van 7 boekingen zijn in orde bevonden."));
        Assert.True((await n.Stranger.Go("/geld/kascommissie/2027/steekproef")).Sees("Na het loten geboekt."));
        var yvonne = await n.WithSecondAuditor();
        await n.WithoutRelations(yvonne);
        Assert.Equal(new EntriesLeft(1), await Sign(n, 2027, yvonne));
    }

    [Fact]
    public async Task The_database_itself_keeps_what_the_committee_wrote()
    {
        await using var site = new TestSite();
        var n = await BookOfTwoYears.On(site);
        await Do(n, (db, who) => Sampling.Draw(db, who, site.Clock.Now, n.FundId, 2027));
        await Do(n, (db, who) => Sampling.Check(db, who, site.Clock.Now, n.FundId, 2027, [new(1, true, "Goed")]));
        await Do(n, (db, who) => Signing.Write(db, who, site.Clock.Now, n.FundId, 2027, new("Akkoord.", "Kees", "2028-02-07")));
        await Do(n, (db, who) => CountingAlong.Count(db, who, site.Clock.Now, n.FundId, 2027, new("37,50", "2028-02-08", null, null)));
        await n.WithoutRelations(n.Auditor);
        await using var db = n.Open();
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<AuditCheck>().ExecuteUpdateAsync(set => set.SetProperty(c => c.Remark, "Anders")));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<AuditMinutes>().ExecuteDeleteAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<AuditCount>().ExecuteDeleteAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<RelationsDeclared>().ExecuteDeleteAsync());
    }

    /// <summary>The entries on the page of the sample.</summary>
    internal static IReadOnlyList<long> Shown(NeighbourhoodVisitor visitor) =>
        [.. visitor.Page.QuerySelectorAll("ol.desk > li h2 a").Select(a => long.Parse(a.GetAttribute("href")!.Split('/')[^1], CultureInfo.InvariantCulture))];

    internal static async Task<Refusal?> Sign(Neighbourhood n, int year, Account? by = null)
    {
        var who = await n.Viewer(by ?? n.Auditor);
        await using var open = n.Open();
        var book = await Web.Funds.Ledger.BookCheck.Of(open, n.FundId);
        return (await n.InOneWork(db => Signing.Sign(db, who, n.Site.Clock.Now, n.FundId, year, [], book))).Refusal;
    }

    internal static async Task<T> Do<T>(Neighbourhood n, Func<Wijkfonds.Web.Shared.Data.WijkfondsContext, Viewer, Task<Outcome<T>>> act, Account? by = null)
    {
        var who = await n.Viewer(by ?? n.Auditor);
        var outcome = await n.InOneWork(db => act(db, who));
        Assert.False(outcome.Refused, outcome.Refusal?.ToString());
        return outcome.Value!;
    }
}
