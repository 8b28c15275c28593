using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions;

/// <summary>What was promised, and what it was before; the clock of the tests stands in January 2027.</summary>
public sealed class PledgeStepTests
{
    [Theory, EachDatabase]
    public async Task Every_step_of_a_promise_stays_told_with_its_day_and_adds_up_to_what_stands(string database)
    {
        await using var site = new TestSite(database);
        var n = await (await Neighbourhood.On(site)).WithContributorsOnly();
        Assert.Null(await n.WithPledge(1, 2028, 5_000));
        var days = new List<DateOnly> { Today() };
        foreach (var act in new Func<Task<Refusal?>>[] { () => n.WithAgreement(1, 2028, 2, 3_000, perYear: 2), () => n.WithPledge(1, 2028, 500), () => n.WithEnd(1, 1, new(2028, 12, 31)), () => n.WithFinal(1, 1, 2_400) })
        {
            site.Clock.Advance(TimeSpan.FromDays(2));
            Assert.Null(await act());
            days.Add(Today());
        }
        site.Clock.Advance(TimeSpan.FromDays(2));
        long[] promised = [5_000, 5_000, 3_500, 3_500, 2_900], later = [0, 3_000, 3_000, 0, 0];
        for (var i = 0; i < days.Count; i++)
        {
            Assert.Equal(Euros(promised[i]), await Total($"jaar=2028&bekend={days[i]:yyyy-MM-dd}"));
            Assert.Equal(Euros(later[i]), await Total($"jaar=2029&bekend={days[i]:yyyy-MM-dd}"));
        }
        Assert.Equal(Euros(2_900), await Total(""));
        var page = await n.Stranger.Go("/bijdragers/1/toezeggingen");
        foreach (var sentence in new[] { "Ging over naar een toezegging met betaalplan", "Toezegging 1, met betaalplan", "Toezegging 1 stopt eerder", "De gever stelde toezegging 1 lager vast" })
            Assert.True(page.Sees(sentence), page.Text);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await n.Stranger.Go("/bijdragers/1/toezeggingen?bekend=ooit")).Status);
        await using var db = n.Open();
        Assert.Equal(2_900_00, (await db.Set<Pledge>().ToListAsync()).Sum(p => p.Amount.Value));
        // Nobody rewrites what was promised: the database refuses it.
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE \"PledgeStep\" SET \"Amount_Value\" = 1"));

        DateOnly Today() => DateOnly.FromDateTime(site.Clock.Now.UtcDateTime);
        async Task<string> Total(string query) => (await n.Stranger.Go("/bijdragers/1/toezeggingen?" + query)).Page.QuerySelector("dd.big")!.TextContent;
    }

    [Theory, EachDatabase]
    public async Task Promises_of_before_there_were_steps_have_a_first_one_from_when_they_were_agreed(string database)
    {
        var (fund, party, giver, agreed, waits) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await using var site = new TestSite(database, from: "Awards", rows:
        [
            $"""INSERT INTO "Fund" ("Id", "Slug", "Name", "Neighbourhood", "Residents", "Zone", "Language", "Desk", "DeskPhone", "CreatedAt") VALUES ({Id(fund)}, 'oud', 'Wijkfonds Oud', 'Oud', 100, 'Europe/Amsterdam', 'nl', '', '', 1)""",
            $"""INSERT INTO "Party" ("Id", "FundId", "Name", "Iban", "Email", "Contact", "IsPerson") VALUES ({Id(party)}, {Id(fund)}, 'Zorg Oud', '', '', '', {(database == EachDatabaseAttribute.Sqlite ? "0" : "false")})""",
            $"""INSERT INTO "Contributor" ("Id", "FundId", "Number", "PartyId", "Kind", "EnteredAt", "ConfirmedAt") VALUES ({Id(giver)}, {Id(fund)}, 1, {Id(party)}, 'Care', 1, 2)""",
            $"""INSERT INTO "Pledge" ("Id", "FundId", "ContributorId", "Year", "EnteredAt", "ConfirmedAt", "Amount_Value") VALUES ({Id(agreed)}, {Id(fund)}, {Id(giver)}, 2027, 1, 1700000000000, 123400), ({Id(waits)}, {Id(fund)}, {Id(giver)}, 2028, 1, NULL, 55)""",
        ]);
        await using var db = site.Database.Open(fund);
        var step = Assert.Single(await db.Set<PledgeStep>().ToListAsync());
        Assert.Equal((agreed, 1, new Cents(123_400), PledgeReason.Promised, 1_700_000_000_000), (step.PledgeId, step.Number, step.Amount, step.Reason, step.At.ToUnixTimeMilliseconds()));
        Assert.Equal((1, 0), ((await db.Set<Pledge>().SingleAsync(p => p.Id == agreed)).Step, (await db.Set<Pledge>().SingleAsync(p => p.Id == waits)).Step));

        // SQLite keeps a Guid as text in capitals.
        static string Id(Guid id) => $"'{id.ToString().ToUpperInvariant()}'";
    }

    private static string Euros(long euros) => euros == 0 ? "€\u00a00" : $"€\u00a0{euros / 1000}.{euros % 1000:000}";
}
