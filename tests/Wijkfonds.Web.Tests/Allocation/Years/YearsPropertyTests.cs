using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Allocation.Years;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Contributions.Agreements;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Allocation.Years;

/// <summary>What always holds about later years, over histories that nobody thought of.</summary>
public sealed class YearsPropertyTests
{
    private sealed record Step(int Act, int Which, int Year, int Euros);

    private static readonly Gen<Step[]> Histories =
        (from act in Gen.Choose(0, 12)
         from which in Gen.Choose(0, 2)
         from year in Gen.Choose(2028, 2029)
         from euros in Gen.OneOf(Gen.Choose(1, 60), Gen.Choose(1, 900))
         select new Step(act, which, year, euros)).ArrayOf(45);

    [Theory, EachDatabase]
    public async Task Nothing_conditional_is_in_the_book_every_year_turns_at_most_once_and_nothing_is_promised_beyond_its_cover(string database)
    {
        await using var site = new TestSite(database);
        var (told, turned, refused) = (0, 0, 0);
        var property = Prop.ForAll(Arb.From(Histories), history =>
        {
            var happened = Tell(site, history, ++told).GetAwaiter().GetResult();
            (turned, refused) = (turned + happened.Turned, refused + happened.Refused);
            return true;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(database == EachDatabaseAttribute.Sqlite ? 12 : 7), property);
        // Histories in which nothing happens prove nothing.
        Assert.True(turned > 0 && refused > 0, $"{turned} years turned, {refused} promises were refused");
    }

    private static async Task<(int Turned, int Refused)> Tell(TestSite site, Step[] history, int number)
    {
        site.Clock.MoveTo(new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.Zero));
        var world = await YearsWorld.Of(site, plans: 3, slug: $"fonds-{number}");
        foreach (var year in new[] { 2028, 2029 })
        {
            await world.Pledge(0, year, 800);
            await world.Pledge(1, year, 500);
            // The plans are about "Groen": they may use the one and never the other.
            await world.PledgeBound(1, year, 400, "Groen", year - 2027);
            await world.PledgeBound(0, year, 900, "Jeugd", year - 2027);
        }
        var (refused, lapsed, turned) = (0, new long[4], new HashSet<Guid>());
        foreach (var step in history)
        {
            site.Clock.Advance(TimeSpan.FromHours(1));
            refused += await Do(world, step, lapsed);
            await Holds(world, lapsed);
            // Whenever a year turns, all that turned of its year was received for it.
            foreach (var year in (await Rows(world, r => r.TurnedAt is not null)).Where(r => turned.Add(r.Id)).Select(r => r.Year).Distinct())
                Assert.True(Sum(await Standing(world, year)) <= Sum(await Usable(world, year, y => y.Received)), $"more turned of {year} than was received for it");
        }
        await using var db = world.N.Open();
        return (await db.Set<ConditionalYear>().CountAsync(y => y.TurnedAt != null), refused);
    }

    /// <returns>1 where a promise was refused.</returns>
    private static async Task<int> Do(YearsWorld world, Step step, long[] lapsed)
    {
        var award = step.Which + 1;
        switch (step.Act)
        {
            case 0 or 1 or 2:
                // All plans may use the same money, so the rule is one comparison.
                var (open, waiting) = (Sum(await Usable(world, step.Year, y => y.Open)), Sum(await Rows(world, r => r.Waits && r.Year == step.Year)));
                var (closed, ahead) = (await IsOver(world, award), step.Year > world.Site.Clock.Now.Year);
                var promised = await world.Promise(award, (step.Year, step.Euros));
                Assert.True(promised.Refused == !(ahead && !closed && waiting + Cents.Euros(step.Euros) <= open), $"{step.Euros} for {step.Year} beside {waiting} of {open}: {promised.Refusal?.ToString() ?? "was allowed"}");
                return promised.Refused ? 1 : 0;
            case 3: await world.Arrives(0, step.Euros, 0); break;
            case 4: await world.Arrives(1, step.Euros, step.Which == 0 ? step.Year - 2027 : 0); break;
            case 5: await world.Arrives(0, step.Euros, step.Year - 2027); break;
            case 6:
                var (one, other) = (await world.Enter(0, Cents.Euros(step.Euros), 0), await world.Enter(1, Cents.Euros(step.Euros), 0));
                await Task.WhenAll(Task.Run(() => world.N.Speak(one, world.N.SecondMember)), Task.Run(() => world.N.Speak(other, world.N.Member)));
                break;
            case 7 when await Rows(world, r => r.Waits && r.Award.Number == award) is { Count: > 0 } rows: await world.Withdraw(award, rows[0].Number); break;
            case 8: await LowerPledge(world, step); break;
            case 9:
                await using (var db = world.N.Open())
                    if (await db.Set<JournalEntry>().Where(e => e.Kind == EntryKind.Deposit && e.Sequence > 2).OrderByDescending(e => e.Sequence).Select(e => e.Sequence).FirstOrDefaultAsync() is > 0 and var last) await world.Reverse(last);
                break;
            case 10:
                if (!(await world.Change(award, DecisionKind.LapseAward, YearsWorld.Text(step.Euros))).Refused) lapsed[award] += step.Euros * 100L;
                break;
            case 11 when step.Euros > 500 && world.Site.Clock.Now.Year < step.Year: world.Site.Clock.Advance(TimeSpan.FromDays(200)); break;
            // What is set aside for a round is not free, until it is released.
            case 12:
                await world.N.InOneWork(db => new Book().Reserve(db, world.Site.Clock.Now, world.N.FundId, world.N.FundId, Cents.Euros(step.Euros), []));
                if (step.Which == 0) await world.N.InOneWork(db => new Book().Release(db, world.Site.Clock.Now, world.N.FundId, world.N.FundId, Cents.Euros(step.Euros)));
                await world.Site.RunJobs();
                break;
        }
        return 0;
    }

    private static async Task Holds(YearsWorld world, long[] lapsed)
    {
        await using var db = world.N.Open();
        var lines = await db.Set<JournalLine>().AsNoTracking().ToListAsync();
        var entries = await db.Set<JournalEntry>().AsNoTracking().Include(e => e.Lines).ToListAsync();
        var back = entries.Select(e => e.Reverses).ToHashSet();
        var rows = await db.Set<ConditionalYear>().AsNoTracking().Include(y => y.Award).ToListAsync();
        // One entry for one year, of its amount: nothing else was promised on top, and what waits stands nowhere.
        Assert.Equal(entries.Where(e => e.Kind == EntryKind.Supplement).Select(e => e.Sequence).Order(), rows.Select(r => r.EntrySequence).OfType<long>().Order());
        Assert.All(rows.Where(r => r.EntrySequence is not null), r => Assert.Equal(r.Amount, entries.Single(e => e.Sequence == r.EntrySequence).Amount));
        Assert.All(rows, r => Assert.False(r.TurnedAt is not null && r.EndedAt is not null));
        foreach (var award in rows.Select(r => r.Award).DistinctBy(a => a.Id))
            Assert.Equal(award.Amount.Value + rows.Where(r => r.AwardId == award.Id && r.EntrySequence is { } e && !back.Contains(e)).Sum(r => r.Amount.Value) - lapsed[award.Number],
                -lines.Where(l => l.Account == LedgerAccount.Awarded && l.Subject == award.Id).Sum(l => l.Amount.Value));
        // By layer the pot holds what is promised, set aside and free, and none of them is below zero.
        foreach (var layer in lines.GroupBy(l => l.Party))
        {
            Assert.All(layer.Where(l => l.Account != LedgerAccount.Bank).GroupBy(l => (l.Account, l.Subject)), place => Assert.True(place.Sum(l => l.Amount.Value) <= 0));
            Assert.Equal(0, layer.Sum(l => l.Amount.Value));
        }
        var young = (await Layers(db, "Jeugd")).ToHashSet();
        Assert.DoesNotContain(lines, l => l.Account == LedgerAccount.Awarded && young.Contains(l.Party));
    }

    /// <summary>The giver promises less from now on, also for a year that plans rest on.</summary>
    private static async Task LowerPledge(YearsWorld world, Step step) => await world.N.InOneWork<Done>(async db =>
    {
        var pledge = await db.Set<Pledge>().SingleAsync(p => p.Year == step.Year && p.ContributorId == world.N.Contributors[step.Which % 2].Id && p.AgreementId == null);
        db.Add(pledge.Becomes(Cents.Euros(step.Euros), PledgeReason.Promised, world.Site.Clock.Now));
        return Done.It;
    });

    private static async Task<IReadOnlyList<Cents>> Usable(YearsWorld world, int year, Func<LayerYear, Cents> part)
    {
        await using var db = world.N.Open();
        var young = (await Layers(db, "Jeugd")).ToHashSet();
        return [.. (await LayerYears.Of(db, world.N.FundId, await Book.Today(db, world.Site.Clock.Now, world.N.FundId))).Where(y => y.Year == year && !young.Contains(y.Layer.Reference)).Select(part)];
    }

    private static async Task<IReadOnlyList<ConditionalYear>> Rows(YearsWorld world, Func<ConditionalYear, bool> which)
    {
        await using var db = world.N.Open();
        return [.. (await db.Set<ConditionalYear>().AsNoTracking().Include(y => y.Award).OrderBy(y => y.Number).ToListAsync()).Where(which)];
    }

    /// <summary>The years that are commitments, and were not taken back.</summary>
    private static async Task<IReadOnlyList<ConditionalYear>> Standing(YearsWorld world, int year)
    {
        await using var db = world.N.Open();
        var back = await db.Set<JournalEntry>().Where(e => e.Reverses != null).Select(e => e.Reverses).ToListAsync();
        return await Rows(world, r => r.TurnedAt is not null && r.Year == year && !back.Contains(r.EntrySequence));
    }

    private static async Task<bool> IsOver(YearsWorld world, int award) => await world.Left(award) == Cents.Zero;

    private static Task<List<Guid>> Layers(Web.Shared.Data.WijkfondsContext db, string theme) =>
        db.Set<Web.Contributions.Earmarks.Earmark>().Where(e => e.Themes == theme).Select(e => e.Id).ToListAsync();

    private static Cents Sum(IEnumerable<Cents> amounts) => amounts.Aggregate(Cents.Zero, (sum, a) => sum + a);

    private static Cents Sum(IEnumerable<ConditionalYear> rows) => Sum(rows.Select(r => r.Amount));
}
