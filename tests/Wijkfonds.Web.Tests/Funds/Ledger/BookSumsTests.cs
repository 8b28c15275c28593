using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Ledger;

/// <summary>What is kept in memory is always what the entries add up to.</summary>
public sealed class BookSumsTests
{
    [Theory, EachDatabase]
    public async Task After_every_act_of_any_history_the_kept_sums_are_those_of_the_entries(string database)
    {
        await using var site = new TestSite(database);
        var acts = Gen.ArrayOf(from act in Gen.Choose(0, 5) from which in Gen.Choose(0, 2) from cents in Gen.Choose(1, 50_000) select (act, which, cents), 30);
        foreach (var (history, number) in acts.Sample(3).Select((h, i) => (h, i + 1)))
        {
            var purse = await Purse.Of(site, 3, $"fonds-{number}");
            Guid[] sections = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()], awards = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
            await purse.Deposit(0, 100_000);
            foreach (var (act, which, cents) in history)
            {
                _ = act switch
                {
                    0 => await purse.Deposit(which, cents),
                    1 => await purse.Reserve(sections[which], cents),
                    2 => await purse.Release(sections[which], cents),
                    3 => await purse.Award(sections[which], awards[which], cents),
                    4 => await purse.Pay(awards[which], Guid.NewGuid(), cents),
                    _ => await purse.Reverse(1 + cents % 7),
                };
                // Sometimes several entries come between two looks.
                if (cents % 3 == 0) await Same(purse);
            }
            await Same(purse);
        }
    }

    [Theory, EachDatabase]
    public async Task What_a_transaction_takes_back_is_not_kept(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 1);
        await purse.Deposit(0, 500);
        await Same(purse);
        var refused = await purse.Do(async (book, db, now) =>
        {
            await book.Deposit(db, now, purse.Fund, Guid.NewGuid(), purse.Parties[0], new Cents(77), Purse.Day);
            Assert.Equal(577, (await Movements.Of(db)).Figure(new EntryFilter { Account = LedgerAccount.Bank }).Value);
            return new NotYours();
        });
        Assert.True(refused.Refused);
        await Same(purse);
        await purse.Deposit(0, 11);
        await Same(purse);
    }

    private static async Task Same(Purse purse)
    {
        await using var db = purse.Site.Database.Open(purse.Fund);
        var entries = (await purse.Entries()).ToDictionary(e => e.Sequence);
        var fresh = entries.Values.SelectMany(e => e.Lines.Select(l => (Kind: e.Reverses is { } r ? entries[r].Kind : e.Kind, e.ValueDate.Year, Line: l)))
            .GroupBy(l => (l.Line.Account, l.Kind, l.Line.Party, l.Line.Subject, l.Year)).ToDictionary(g => g.Key, g => g.Sum(l => l.Line.Amount.Value));
        var kept = (await Movements.Of(db)).Rows.ToDictionary(r => (r.Account, r.Kind, r.Party, r.Subject, r.Year), r => r.Debit.Value);
        Assert.Equal(fresh.OrderBy(f => f.Key.ToString()), kept.OrderBy(f => f.Key.ToString()));
    }
}
