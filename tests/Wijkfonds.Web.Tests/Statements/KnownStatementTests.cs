using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Statements;
using Wijkfonds.Web.Tests.Funds.Ledger;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>What was told once stays told: a statement as known on a day that is over.</summary>
public sealed class KnownStatementTests
{
    private sealed record Step(int Act, int Which, int Cents);

    [Theory, EachDatabase]
    public async Task Whatever_is_booked_later_a_statement_as_known_on_a_past_day_keeps_every_byte(string database)
    {
        await using var site = new TestSite(database);
        var steps = from act in Gen.Choose(0, 5) from which in Gen.Choose(0, 2) from cents in Gen.Choose(1, 90_000) select new Step(act, which, cents);
        var histories = from before in Gen.ArrayOf(steps, 25) from after in Gen.ArrayOf(steps, 25) select (before, after);
        foreach (var (history, number) in histories.Sample(4).Select((h, i) => (h, i + 1)))
        {
            var purse = await Purse.Of(site, 3, $"fonds-{number}");
            Guid[] sections = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()], awards = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
            await purse.Deposit(0, 100_000);
            foreach (var step in history.before) await Tell(purse, step, sections, awards);
            var day = DateOnly.FromDateTime(site.Clock.Now.UtcDateTime);
            site.Clock.Advance(TimeSpan.FromDays(2));
            var told = await Files(purse, day);
            foreach (var step in history.after) await Tell(purse, step, sections, awards);
            site.Clock.Advance(TimeSpan.FromDays(500));
            Assert.Equal(told, await Files(purse, day));
            // And it was no empty promise: the statement of now did change.
            Assert.NotEqual(told, await Files(purse, null));
        }
    }

    [Theory, EachDatabase]
    public async Task A_statement_as_known_before_a_mistake_was_taken_back_still_has_the_mistake(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithMoney(400);
        var day = DateOnly.FromDateTime(site.Clock.Now.UtcDateTime);
        site.Clock.Advance(TimeSpan.FromDays(3));
        Assert.False((await n.InOneWork(db => site.Services.GetRequiredService<Web.Funds.Ledger.Book>().Reverse(db, site.Clock.Now, n.FundId, 1))).Refused);
        site.Clock.Advance(TimeSpan.FromDays(3));
        var gerda = n.As(n.ContributorRepresentative);
        await gerda.Go($"/bijdragers/1/overzicht?bekend={Period.Text(day)}");
        Assert.Equal("€\u00a0300,00", Closing());
        Assert.True(gerda.Sees("Zoals bekend op"));
        Assert.Equal("2", gerda.Page.QuerySelector(".small")!.TextContent.Split("boeking ")[1].Split(' ')[0]);
        await gerda.Go("/bijdragers/1/overzicht");
        Assert.Equal("€\u00a00,00", Closing());

        string Closing() => gerda.Page.QuerySelector(".flow-table tbody:last-of-type .amount:last-child")!.TextContent.Trim();
    }

    [Fact]
    public async Task Days_that_make_no_period_are_refused_with_what_was_typed_and_files_of_them_are_not_there()
    {
        await using var site = new TestSite();
        var n = await (await Neighbourhood.On(site)).WithMoney(400);
        var gerda = n.As(n.ContributorRepresentative);
        foreach (var (query, sentence) in new[] { ("van=2028-02-01&tot=2028-01-01", "De eerste dag komt na de laatste"), ("van=31-12-2027", "niet te lezen"), ("bekend=gisteren", "niet te lezen") })
        {
            await gerda.Go("/bijdragers/1/overzicht?" + query);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, gerda.Status);
            Assert.True(gerda.Sees(sentence), query);
            Assert.Equal(HttpStatusCode.NotFound, (await gerda.Go("/bijdragers/1/overzicht.pdf?" + query)).Status);
        }
        await gerda.Go("/bijdragers/1/overzicht?van=31-12-2027");
        Assert.Equal("31-12-2027", gerda.Page.QuerySelector("#van")!.GetAttribute("value"));
    }

    private static async Task Tell(Purse purse, Step step, Guid[] sections, Guid[] awards)
    {
        purse.Site.Clock.Advance(TimeSpan.FromHours(7));
        _ = step.Act switch
        {
            0 => await purse.Deposit(step.Which, step.Cents),
            1 => await purse.Reserve(sections[step.Which], step.Cents),
            2 => await purse.Release(sections[step.Which], step.Cents),
            3 => await purse.Award(sections[step.Which], awards[step.Which], step.Cents),
            4 => await purse.Pay(awards[step.Which], Guid.NewGuid(), step.Cents),
            _ => await purse.Reverse(1 + step.Cents % 9),
        };
    }

    /// <summary>The files of all three contributors as one text: some days, a year and all time, CSV and JSON.</summary>
    internal static async Task<string> Files(Purse purse, DateOnly? known, params Period[] periods)
    {
        await using var db = purse.Site.Database.Open(purse.Fund);
        var words = purse.Site.Services.GetRequiredService<Texts>().In("nl");
        var all = new StringBuilder();
        foreach (var number in new[] { 1, 2, 3 })
            foreach (var period in periods.Length > 0 ? periods : [new Period(null, new(2027, 12, 31), known), new Period(new(2027, 1, 1), new(2027, 1, 3), known), Period.OfYear(2027, known)])
            {
                if (await Statement.Of(db, purse.Site.Clock.Now, number, period) is not { } statement) continue;
                StatementFlowTests.AddsUp(statement.Flow);
                StatementFlowTests.EarmarksAddUp(statement);
                all.Append(Encoding.UTF8.GetString(StatementCsv.Of(statement, words)));
                all.Append(Encoding.UTF8.GetString(StatementJson.Of(statement, "fonds", await StatementEntries.Of(db, statement, words), words)));
            }
        return all.ToString();
    }
}
