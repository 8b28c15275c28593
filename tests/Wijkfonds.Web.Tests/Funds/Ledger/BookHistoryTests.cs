using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements;
using Wijkfonds.Web.Tests.Shared;
using Wijkfonds.Web.Tests.Statements;

namespace Wijkfonds.Web.Tests.Funds.Ledger;

/// <summary>One long history of every kind of act, years closing on the way; then many hands on one book at once.</summary>
public sealed class BookHistoryTests
{
    private const int Steps = 2_000, Chapter = 400;

    private static readonly Gen<HistoryStep[]> Histories =
        (from act in Gen.Choose(0, HistoryTeller.Acts - 1) from which in Gen.Choose(0, 997) from other in Gen.Choose(0, 997) from share in Gen.Choose(0, 104)
         select new HistoryStep(act, which, other, share)).ArrayOf(Steps);

    [Theory, EachDatabase]
    public async Task Over_thousands_of_acts_of_every_kind_each_books_to_the_cent_what_the_rules_say_and_what_was_told_stays_told(string database)
    {
        await using var site = new TestSite(database);
        var number = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1), Prop.ForAll(Arb.From(Histories), history =>
        {
            Tell(site, history, ++number).GetAwaiter().GetResult();
            return true;
        }));
        Assert.Equal(1, number);
    }

    private static async Task Tell(TestSite site, HistoryStep[] history, int number)
    {
        var purse = await Purse.Of(site, 3, $"fonds-{number}", earmarks: 4);
        var layers = await purse.Layers();
        var model = new HistoryModel(layers, purse.Fund);
        var teller = new HistoryTeller(purse, model, layers);
        var told = new List<(DateOnly Day, string Files)>();
        for (var i = 0; i < history.Length; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(37));
            await teller.Tell(history[i]);
            if (i % Chapter != Chapter - 1) continue;
            await Agrees(purse, model);
            var day = teller.Today;
            site.Clock.Advance(TimeSpan.FromDays(2));
            told.Add((day, await Files(day)));
            // A good half year goes by, and the year before is closed.
            site.Clock.Advance(TimeSpan.FromDays(200));
            if (teller.Today.Year - 1 is var year && year > model.Closed && year > 2026)
                await site.Given(new BookYear { FundId = purse.Fund, Year = model.Closed = year, ClosedAt = site.Clock.Now });
        }
        foreach (var (day, files) in told) Assert.Equal(files, await Files(day));
        Assert.NotEqual(told[^1].Files, told[0].Files);
        await BookPropertyTests.Holds(purse);
        // The history was one: every kind was really booked, several years were closed, and refusals were tried too.
        Assert.Equal(Enum.GetValues<EntryKind>(), teller.Booked.Keys.Order());
        Assert.True(model.Entries.Count > Steps / 3 && teller.Refused > Steps / 20 && model.Closed >= 2028, $"{model.Entries.Count} entries, {teller.Refused} refused, closed up to {model.Closed}");

        // All time, up to far in the future: nothing that was recorded by that day is left out.
        Task<string> Files(DateOnly day) => KnownStatementTests.Files(purse, day, new Period(null, new(2040, 12, 31), day));
    }

    /// <summary>What stands anywhere by hand is what the entries in the database add up to, and what is kept in memory.</summary>
    private static async Task Agrees(Purse purse, HistoryModel model)
    {
        await using var db = purse.Site.Database.Open(purse.Fund);
        var stored = (await db.Set<JournalLine>().GroupBy(l => new { l.Account, l.Party, l.Subject }).Select(g => new { g.Key, Sum = g.Sum(l => l.Amount.Value) }).ToListAsync())
            .Where(s => s.Sum != 0).ToDictionary(s => (s.Key.Account, s.Key.Party, s.Key.Subject), s => s.Sum);
        var kept = (await Movements.Of(db)).Rows.GroupBy(r => (r.Account, r.Party, r.Subject)).Where(g => g.Sum(r => r.Debit.Value) != 0).ToDictionary(g => g.Key, g => g.Sum(r => r.Debit.Value));
        var byHand = model.Balances.OrderBy(b => b.Key.ToString()).ToList();
        Assert.Equal(byHand, stored.Select(s => KeyValuePair.Create((Account: s.Key.Account, Layer: s.Key.Party, s.Key.Subject), s.Value)).OrderBy(b => b.Key.ToString()));
        Assert.Equal(byHand, kept.Select(s => KeyValuePair.Create((Account: s.Key.Account, Layer: s.Key.Party, s.Key.Subject), s.Value)).OrderBy(b => b.Key.ToString()));
    }
}
