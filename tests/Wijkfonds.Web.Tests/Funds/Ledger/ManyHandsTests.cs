using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Ledger;

/// <summary>Several servers on one database, each doing whatever comes up, often the very same act: the book stays one book.</summary>
public sealed class ManyHandsTests
{
    private const int Hands = 4, Each = 110;
    private static readonly Guid[] Sections = Ids(3), Awards = Ids(12), Payments = Ids(40), Deposits = Ids(40), Lines = Ids(20);

    [Theory, EachDatabase]
    public async Task Whatever_many_hands_do_at_once_the_book_balances_and_nothing_is_booked_twice(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 2, earmarks: 2);
        await purse.Deposit(0, 400_000);
        await purse.Deposit(purse.Earmarks[0], 200_000);
        foreach (var section in Sections) await purse.Reserve(section, 100_000, purse.Earmarks[0]);
        var seed = System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue);
        using var done = new CancellationTokenSource();
        var reader = Task.Run(() => Read(purse, done.Token));
        var outcomes = (await Task.WhenAll(Enumerable.Range(0, Hands).Select(hand => Task.Run(() => Work(purse, new Random(seed + hand)))))).SelectMany(o => o).ToList();
        await done.CancelAsync();
        Assert.True(await reader > 0);

        await BookPropertyTests.Holds(purse);
        var entries = await purse.Entries();
        var reversed = entries.Select(e => e.Reverses).ToHashSet();
        foreach (var kind in new[] { EntryKind.Deposit, EntryKind.Award, EntryKind.Payment, EntryKind.BankCosts, EntryKind.CashDraw })
            Assert.All(entries.Where(e => e.Kind == kind && !reversed.Contains(e.Sequence)).GroupBy(e => e.Subject), same => Assert.True(same.Count() == 1, $"seed {seed}: {kind} {same.Key} was booked {same.Count()} times"));
        Assert.All(entries.Where(e => e.Reverses is not null).GroupBy(e => e.Reverses), same => Assert.Single(same));
        // What was answered is what stands there: nothing said yes and vanished, nothing said no and stayed.
        Assert.Equal(5 + outcomes.Sum(o => o.Entries), entries.Count);
        // And it was no procession: the same act was really tried by several.
        Assert.Contains(outcomes, o => o.Refusal is AlreadyBooked);
        Assert.True(outcomes.Sum(o => o.Entries) > Hands * Each / 8, $"seed {seed}: only {outcomes.Sum(o => o.Entries)} entries");
    }

    /// <summary>A page that is read meanwhile shows one moment, never half an entry.</summary>
    private static async Task<int> Read(Purse purse, CancellationToken stop)
    {
        var times = 0;
        while (!stop.IsCancellationRequested)
        {
            var pot = await purse.Pot();
            Assert.Equal(pot.Received + pot.Other, pot.Free + pot.Reserved + pot.Awarded + pot.Paid);
            times++;
            await Task.Delay(20, CancellationToken.None);
        }
        return times;
    }

    private static async Task<List<(int Entries, Refusal? Refusal)>> Work(Purse purse, Random random)
    {
        var outcomes = new List<(int, Refusal?)>();
        for (var i = 0; i < Each; i++)
        {
            var act = random.Next(12);
            var outcome = await Act(purse, act, random);
            outcomes.Add((outcome.Refused ? 0 : act == 10 ? 2 : 1, outcome.Refusal));
        }
        return outcomes;
    }

    private static Task<Outcome<JournalEntry>> Act(Purse purse, int act, Random random)
    {
        var (fund, section, cents) = (purse.Fund, Of(Sections), new Cents(random.Next(1, 6_000)));
        var award = Of(Awards);
        switch (act)
        {
            case 0:
                var (deposit, layer) = (Of(Deposits), random.Next(2) == 0 ? purse.Parties[1] : purse.Earmarks[1]);
                return purse.Do((b, db, now) => b.Deposit(db, now, fund, deposit, layer, cents, Purse.Day));
            case 1: return purse.Reserve(section, cents.Value, purse.Earmarks[0]);
            case 2: return purse.Release(section, cents.Value);
            case 3 or 4: return purse.Award(section, award, cents.Value);
            case 5 or 6:
                var payment = Of(Payments);
                return purse.Pay(award, payment, 1 + cents.Value / 10);
            case 7:
                var line = Of(Lines);
                return purse.Do((b, db, now) => b.BankCosts(db, now, fund, line, cents, Purse.Day));
            case 8:
                var draw = Of(Lines);
                return purse.Do((b, db, now) => b.DrawCash(db, now, fund, draw, cents, new(20_000)));
            case 9: return purse.Do((b, db, now) => b.SpendCash(db, now, fund, Guid.NewGuid(), cents, Purse.Day));
            case 10:
                return purse.Do(async (b, db, now) => await b.TakeOut(db, now, fund, section, purse.Earmarks[0]) is { } no ? no
                    : await db.Set<JournalEntry>().OrderByDescending(e => e.Sequence).FirstAsync());
            default: return purse.Reverse(random.Next(6, 60));
        }

        Guid Of(Guid[] ids) => ids[random.Next(ids.Length)];
    }

    private static Guid[] Ids(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid())];
}
