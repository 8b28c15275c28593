using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Statements;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>Whatever happens later, what was known on a day that is over is told in the same bytes.</summary>
public sealed class KnownHistoryTests
{
    private static readonly Gen<HistoryStep[]> Histories =
        (from act in Gen.Choose(0, NeighbourhoodHistory.Acts - 1) from which in Gen.Choose(0, 5) from amount in Gen.Choose(1, 60_000) select new HistoryStep(act, which, amount)).ArrayOf(14);

    [Theory, EachDatabase]
    public async Task Promises_money_plans_stories_and_relations_as_known_on_a_past_day_stay_as_they_were_told(string database)
    {
        await using var site = new TestSite(database);
        var happened = new Dictionary<int, int>();
        foreach (var (told, number) in (from a in Histories from b in Histories from c in Histories select new[] { a, b, c }).Sample(3).Select((h, i) => (h, i)))
        {
            var history = await NeighbourhoodHistory.On(site, $"wijk-{number}");
            // What nearly every fund has, so that the rest has something to happen to.
            foreach (var act in new[] { 0, 1, 5, 6, 9, 10, 11, 12, 13 }) await history.Tell(new(act, 0, 60));
            // A final amount needs an agreement that chance does not always choose: once it is certain.
            if (number == 0) await history.Tell(new(3, 0, 60));
            var known = new Dictionary<DateOnly, string>();
            foreach (var chapter in told)
            {
                foreach (var step in chapter) await history.Tell(step);
                var day = DateOnly.FromDateTime(site.Clock.Now.UtcDateTime);
                site.Clock.Advance(TimeSpan.FromDays(2));
                known[day] = await Files(history, day);
                foreach (var (past, files) in known) Same(files, await Files(history, past));
            }
            // Years later too, and after one more of everything.
            site.Clock.Advance(TimeSpan.FromDays(800));
            for (var act = 0; act < NeighbourhoodHistory.Acts; act++) await history.Tell(new(act, act, 60 + act));
            foreach (var (past, files) in known) Same(files, await Files(history, past));
            Assert.Equal(known.Count, known.Values.Distinct().Count());
            foreach (var (act, times) in history.Happened) happened[act] = happened.GetValueOrDefault(act) + times;
        }
        // No empty promise: everything did happen somewhere.
        Assert.Equal(Enumerable.Range(0, NeighbourhoodHistory.Acts), happened.Keys.Order());
    }

    private static void Same(string before, string after)
    {
        if (before == after) return;
        var lines = before.Split('\n').Zip(after.Split('\n')).First(pair => pair.First != pair.Second);
        Assert.Fail($"was: {lines.First}\nis:  {lines.Second}");
    }

    /// <summary>The files of both contributors, for all time, a year, and some days of it.</summary>
    private static async Task<string> Files(NeighbourhoodHistory history, DateOnly known)
    {
        await using var db = history.N.Open();
        var (words, now) = (history.N.Site.Services.GetRequiredService<Texts>().In("nl"), history.N.Site.Clock.Now);
        var all = new StringBuilder();
        foreach (var number in new[] { 1, 2 })
            foreach (var period in new[] { new Period(null, new(2029, 12, 31), known), new Period(new(2027, 1, 5), new(2027, 1, 9), known), Period.OfYear(2027, known), Period.OfYear(2028, known) })
            {
                if (await Statement.Of(db, now, number, period) is not { } statement) continue;
                StatementFlowTests.AddsUp(statement.Flow);
                StatementFlowTests.EarmarksAddUp(statement);
                StatementFlowTests.DetailsAddUp(statement);
                StatementFlowTests.PlansAddUp(statement);
                all.Append(Encoding.UTF8.GetString(StatementCsv.Of(statement, words)));
                all.Append(Encoding.UTF8.GetString(StatementJson.Of(statement, "fonds", await StatementEntries.Of(db, statement, words), words)));
            }
        return all.ToString();
    }
}
