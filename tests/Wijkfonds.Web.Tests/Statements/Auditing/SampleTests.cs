using System.Net;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements.Auditing;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements.Auditing;

public sealed class SampleTests
{
    [Theory, EachDatabase]
    public async Task The_lot_falls_on_entries_of_the_year_that_anybody_finds_from_the_exported_book_and_flagged_ones_always_belong(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var round = await n.WithRound(Phase.CarryingOut);
        for (var i = 0; i < 30; i++) await n.WithMoney(4);
        var flagged = new List<long>();
        foreach (var (name, euros) in new[] { ("Speeltuin", 1_000), ("Kookclub", 1_000) })
            flagged.Add((await n.WithAward(await n.WithPlan(round, name, euros, by: n.Residents[2]), euros)).EntrySequence);
        var kees = n.As(n.Auditor);
        await kees.Go("/geld/kascommissie/2027/steekproef");
        Assert.True(kees.Sees("2027 loopt nog."));
        Assert.Empty(kees.Page.QuerySelectorAll("main form"));
        site.Clock.Advance(TimeSpan.FromDays(400));
        await n.WithMoney(4);
        await (await kees.Go("/geld/kascommissie/2027/steekproef")).Press("Steekproef loten");
        var shown = YearTests.Shown(kees);

        var ledger = LedgerExport.Read(await n.Stranger.Http.GetStringAsync(new Uri(n.At("/geld/grootboek.txt"), UriKind.Relative)));
        var last = ledger.Entries[^1];
        var lot = LedgerSample.Of(ledger, 2027, last.Entry.Sequence, SampleList.Size);
        Assert.Equal(SampleList.Size, lot.Count);
        Assert.Equal(lot.Union(flagged).Order(), shown);
        Assert.Equal(last.Hash, kees.Page.QuerySelector(".hash")!.TextContent);
        var said = kees.Page.QuerySelector("pre")!.TextContent;
        Assert.Equal($"wijkfonds sample grootboek-oosterhoek.txt --year 2027 --at {last.Entry.Sequence}", said);
        Assert.True(kees.Sees("Signaal 1."));
        // Drawn once; what comes later changes nothing of it.
        await n.WithMoney(40);
        Assert.Equal(shown, YearTests.Shown(await n.Stranger.Go("/geld/kascommissie/2027/steekproef")));
        Assert.IsType<SampleStands>((await n.InOneWork(async db => await Sampling.Draw(db, await n.Viewer(n.Auditor), site.Clock.Now, n.FundId, 2027))).Refusal);
    }

    [Theory, EachDatabase]
    public async Task An_entry_is_ticked_and_unticked_by_rows_and_left_to_another_by_who_is_related(string database)
    {
        await using var site = new TestSite(database);
        var n = await BookOfTwoYears.On(site);
        await YearTests.Do(n, (db, who) => Sampling.Draw(db, who, site.Clock.Now, n.FundId, 2027));
        var kees = await n.As(n.Auditor).Go("/geld/kascommissie/2027/steekproef");
        await kees.Press("Vinkjes en opmerkingen bewaren", ("remark-6", "Waar is de bon?"));
        Assert.True(kees.Sees("Bewaard. Bijgewerkte boekingen: 1."));
        Assert.True(kees.Sees("Nog niet in orde Kees Kas"));
        await kees.Press("Vinkjes en opmerkingen bewaren", ("right-6", "1"), ("remark-6", "Bon gezien"));
        Assert.True(kees.Sees("1 van 6 boekingen zijn in orde bevonden."));
        await kees.Press("Vinkjes en opmerkingen bewaren");
        Assert.True(kees.Sees("Er was niets veranderd."));
        await using (var db = n.Open()) Assert.Equal([(1, false), (2, true)], db.Set<AuditCheck>().OrderBy(c => c.Number).AsEnumerable().Select(c => (c.Number, c.IsRight)));

        // Entry 1 is the municipality's deposit; Kees is family there, Yvonne is not.
        await (await n.As(n.Auditor).Go("/geld/kascommissie/banden")).Press("Band vastleggen", ("other", n.Contributors[0].PartyId.ToString()), ("kind", "Family"));
        await (await kees.Go("/geld/kascommissie/2027/steekproef")).Press("Vinkjes en opmerkingen bewaren", ("right-1", "1"), ("remark-3", "Dit typte ik ook"));
        Assert.Equal(HttpStatusCode.Conflict, kees.Status);
        Assert.True(kees.Sees("Bij boeking 1 hoort iemand met wie jij een band hebt."));
        Assert.Equal("Dit typte ik ook", kees.Page.QuerySelector("#remark-3")!.GetAttribute("value"));
        var yvonne = await n.As(await n.WithSecondAuditor()).Go("/geld/kascommissie/2027/steekproef");
        await yvonne.Press("Vinkjes en opmerkingen bewaren", ("right-1", "1"));
        Assert.True(yvonne.Sees("2 van 6 boekingen zijn in orde bevonden."));
    }
}
