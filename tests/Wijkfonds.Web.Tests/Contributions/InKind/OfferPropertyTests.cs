using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Contributions.InKind;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Words;
using Wijkfonds.Web.Statements;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Contributions.InKind;

/// <summary>What always holds of what is given in kind, over histories that nobody thought of.</summary>
public sealed class OfferPropertyTests
{
    private sealed record Step(int Act, int Plan, int Quantity, int DaysBack, int DaysOn);

    private static readonly Gen<Step> Steps =
        from act in Gen.Choose(0, 12) from plan in Gen.Choose(0, 1) from quantity in Gen.Choose(1, 9) from back in Gen.Choose(0, 12) from ahead in Gen.Choose(0, 3)
        select new Step(act, plan, quantity, back, ahead);

    [Theory, EachDatabase]
    public async Task Whatever_happens_delivered_is_within_accepted_within_offered_on_every_day_and_no_cent_of_the_pot_moves(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, cafe) = await OfferJourneyTests.Fund(site);
        var (pot, number, done) = (await OfferJourneyTests.Money(n), 0, 0);
        foreach (var history in Gen.ArrayOf(Steps, 40).Sample(5))
        {
            var began = Day(site);
            await n.WithOffer("37", "1.000", from: Text(began), until: Text(began.AddDays(60)));
            number++;
            foreach (var step in history)
            {
                site.Clock.Advance(TimeSpan.FromDays(step.DaysOn));
                if (await Tell(n, step, number, step.Plan == 0 ? (n.Resident, barrels) : (n.Residents[1], cafe))) done++;
                await Holds(n, number, began);
            }
        }
        Assert.True(done > 40, $"only {done} acts were not refused");
        Assert.Equal(pot, await OfferJourneyTests.Money(n));
    }

    [Theory, EachDatabase]
    public async Task Whatever_happens_later_a_statement_as_known_on_a_past_day_keeps_every_byte(string database)
    {
        await using var site = new TestSite(database);
        var (n, barrels, cafe) = await OfferJourneyTests.Fund(site);
        var number = 0;
        foreach (var (before, after) in (from b in Gen.ArrayOf(Steps, 15) from a in Gen.ArrayOf(Steps, 15) select (b, a)).Sample(4))
        {
            var began = Day(site);
            await n.WithOffer("37", "1.000", from: Text(began), until: Text(began.AddDays(40)));
            number++;
            foreach (var step in before) await Tell(n, step with { DaysOn = 1 }, number, (n.Resident, barrels));
            var known = Day(site);
            site.Clock.Advance(TimeSpan.FromDays(1));
            var told = await Files(n, known);
            foreach (var step in after)
            {
                site.Clock.Advance(TimeSpan.FromDays(step.DaysOn));
                await Tell(n, step, number, (n.Residents[1], cafe));
            }
            // Far enough for all of it to have lapsed.
            site.Clock.Advance(TimeSpan.FromDays(80));
            Assert.Equal(told, await Files(n, known));
            Assert.NotEqual(told, await Files(n, null));
        }
    }

    private static async Task<bool> Tell(Neighbourhood n, Step step, int offer, (Account Team, Proposal Plan) by)
    {
        var (now, quantity, day) = (n.Site.Clock.Now, step.Quantity.ToString(), Text(Day(n.Site).AddDays(-step.DaysBack)));
        var outcome = step.Act switch
        {
            <= 4 => await n.Accepts(by.Team, by.Plan, quantity, step.Act == 0 ? day : "", offer: offer),
            <= 9 => await n.Gets(by.Team, by.Plan, quantity, step.Act == 5 ? Text(Day(n.Site)) : day, again: true, offer: offer),
            10 => await n.ByRule<Accepting, OfferAct>(by.Team, (_, db, who) => Accepting.GiveBack(db, who, now, n.Fund, 1, offer, Guid.NewGuid(), new(n.KeyOf(by.Plan), quantity))),
            11 => await n.ByRule<Delivering, OfferAct>(by.Team, (rule, db, who) => rule.Correct(db, who, now, n.Fund, 1, offer, step.Quantity, "Vergissing")),
            _ => step.Quantity > 2 ? new NotFoundHere() : await n.ByRule<Withdrawing, OfferAct>(n.Treasurer, (rule, db, who) => rule.Withdraw(db, who, now, n.Fund, 1, offer, Text(Day(n.Site).AddDays(step.DaysBack)), "Klaar")),
        };
        return !outcome.Refused;
    }

    /// <summary>On every day, as all is known now; and the value of the days adds up to that of the whole.</summary>
    private static async Task Holds(Neighbourhood n, int number, DateOnly began)
    {
        await using var db = n.Open();
        var offer = await Offers.Counting(db).SingleAsync(o => o.Number == number);
        var today = Day(n.Site);
        for (var day = began.AddDays(-1); day <= today.AddDays(1); day = day.AddDays(1))
        {
            var standing = OfferStanding.Of(offer, today, last: day);
            var whole = standing.Whole;
            Assert.True(0 <= whole.Delivered && whole.Delivered <= whole.Accepted && whole.Accepted <= whole.Offered, $"{day}: {whole}");
            Assert.True(whole is { ToCome: >= 0, Left: >= 0, Gone: >= 0 }, $"{day}: {whole}");
            Assert.All(standing.Plans, p => Assert.True(0 <= p.Delivered && p.Delivered <= p.Accepted && p.ToCome >= 0, $"{day}: {p}"));
            Assert.Equal(offer.Worth(whole.Delivered), OfferStanding.Deliveries(offer).Where(d => d.Act.Day <= day).Aggregate(Cents.Zero, (sum, d) => sum + d.Value));
        }
    }

    private static async Task<string> Files(Neighbourhood n, DateOnly? known)
    {
        await using var db = n.Open();
        var words = n.Site.Services.GetRequiredService<Texts>().In("nl");
        var all = new StringBuilder();
        foreach (var period in new[] { new Period(null, Day(n.Site).AddYears(1), known), Period.OfYear(2027, known) })
        {
            // The last day of "everything" is named, so that only what is known differs.
            var statement = (await Statement.Of(db, n.Site.Clock.Now, 1, period with { Last = new(2030, 12, 31), First = period.Year is null ? null : period.First }))!;
            all.Append(Encoding.UTF8.GetString(StatementCsv.Of(statement, words)));
            all.Append(Encoding.UTF8.GetString(StatementJson.Of(statement, "fonds", await StatementEntries.Of(db, statement, words), words)));
        }
        return all.ToString();
    }

    private static DateOnly Day(TestSite site) => DateOnly.FromDateTime(site.Clock.Now.UtcDateTime);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd");
}
