using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Democracy;
using Wijkfonds.Democracy.Bundles;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Ledger;

/// <summary>What always holds, over histories that nobody thought of.</summary>
public sealed class BookPropertyTests
{
    private sealed record Step(int Act, int Which, int Party, long Cents);

    private static readonly Gen<Step[]> Histories =
        (from act in Gen.Choose(0, 5)
         from which in Gen.Choose(0, 3)
         from party in Gen.Choose(0, 2)
         from cents in Gen.OneOf(Gen.Choose(-2, 20), Gen.Choose(1, 5_000), Gen.Choose(1, 1_000_000))
         select new Step(act, which, party, cents)).ArrayOf(40);

    [Theory, EachDatabase]
    public async Task Whatever_happens_the_book_balances_never_goes_below_zero_and_its_chain_holds(string database)
    {
        await using var site = new TestSite(database);
        var told = 0;
        var property = Prop.ForAll(Arb.From(Histories), history =>
        {
            Tell(site, history, ++told).GetAwaiter().GetResult();
            return true;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(database == EachDatabaseAttribute.Sqlite ? 25 : 10), property);
        Assert.True(told >= 10);
    }

    [Theory, EachDatabase]
    public async Task Any_changed_byte_of_the_exported_book_is_found(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 3);
        foreach (var party in new[] { 0, 1, 2 }) await purse.Deposit(party, 10_001 + party);
        var (section, award) = (Guid.NewGuid(), Guid.NewGuid());
        await purse.Reserve(section, 20_000);
        await purse.Award(section, award, 7_777);
        await purse.Pay(award, Guid.NewGuid(), 5_000);
        await purse.Reverse(6);
        var text = (await purse.Export()).Write();
        Assert.All(LedgerExport.Read(text).Check(), f => Assert.True(f.Holds, f.ToString()));
        for (var i = 0; i < text.Length; i++)
            foreach (var other in new[] { '0', '1', 'a', '\n', ' ' }.Where(c => c != text[i]))
                Assert.True(Noticed(string.Concat(text.AsSpan(0, i), [other], text.AsSpan(i + 1))), $"byte {i}: '{text[i]}' became '{other}' unseen");
    }

    private static bool Noticed(string text)
    {
        try
        {
            return LedgerExport.Read(text).Check().Any(f => !f.Holds);
        }
        catch (TextError)
        {
            return true;
        }
    }

    /// <summary>Tells a history to a book of its own, with a model beside it that knows what should be refused.</summary>
    private static async Task Tell(TestSite site, Step[] history, int number)
    {
        var purse = await Purse.Of(site, 3, $"fonds-{number}");
        Guid[] sections = [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())], awards = [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())];
        long free = 0, received = 0, paid = 0;
        long[] reserved = new long[4], promised = new long[4];
        var awarded = new bool[4];
        foreach (var step in history)
        {
            var (which, cents) = (step.Which, step.Cents);
            var (outcome, possible) = step.Act switch
            {
                0 => (await purse.Deposit(step.Party, cents), true),
                1 => (await purse.Reserve(sections[which], cents), cents <= free),
                2 => (await purse.Release(sections[which], cents), cents <= reserved[which]),
                3 => (await purse.Award(sections[which], awards[which], cents), cents <= reserved[which] && !awarded[which]),
                _ => (await purse.Pay(awards[which], Guid.NewGuid(), cents), cents <= promised[which]),
            };
            Assert.Equal(possible && cents > 0, !outcome.Refused);
            if (outcome.Refused) continue;
            switch (step.Act)
            {
                case 0: free += cents; received += cents; break;
                case 1: free -= cents; reserved[which] += cents; break;
                case 2: free += cents; reserved[which] -= cents; break;
                case 3: reserved[which] -= cents; promised[which] += cents; awarded[which] = true; break;
                default: promised[which] -= cents; paid += cents; break;
            }
        }
        Assert.Equal(new Pot(new(received), new(free), new(reserved.Sum()), new(promised.Sum()), new(paid)), await purse.Pot());
        await Holds(purse);
        // Then everything that can be taken back is, newest first: each reversal leaves the same invariants.
        foreach (var entry in (await purse.Entries()).Reverse().Take(5)) Assert.False((await purse.Reverse(entry.Sequence)).Refused);
        await Holds(purse);
    }

    private static async Task Holds(Purse purse)
    {
        var entries = await purse.Entries();
        var lines = entries.SelectMany(e => e.Lines).ToList();
        foreach (var entry in entries)
            Assert.All(entry.Lines.GroupBy(l => l.Party), party => Assert.Equal(0, party.Sum(l => l.Amount.Value)));
        Assert.All(lines.Where(l => l.Account != LedgerAccount.Bank).GroupBy(l => (l.Account, l.Party, l.Subject)), place => Assert.True(place.Sum(l => l.Amount.Value) <= 0));
        var pots = new List<Pot>();
        for (var party = 0; party < 3; party++) pots.Add(await purse.Pot(party));
        var pot = await purse.Pot();
        Assert.Equal((pot.Free.Value, pot.Reserved.Value, pot.Awarded.Value, pot.Paid.Value),
            (pots.Sum(p => p.Free.Value), pots.Sum(p => p.Reserved.Value), pots.Sum(p => p.Awarded.Value), pots.Sum(p => p.Paid.Value)));
        Assert.All(pots, p => Assert.Equal(p.Received, p.Free + p.Reserved + p.Awarded + p.Paid));
        var export = await purse.Export();
        Assert.All(LedgerExport.Read(export.Write()).Check(), f => Assert.True(f.Holds, f.ToString()));
    }
}
