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
        (from act in Gen.Choose(0, 15)
         from which in Gen.Choose(0, 3)
         from party in Gen.Choose(0, 2)
         from cents in Gen.OneOf(Gen.Choose(-2, 20), Gen.Choose(1, 5_000), Gen.Choose(1, 1_000_000))
         select new Step(act, which, party, cents)).ArrayOf(90);

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
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(database == EachDatabaseAttribute.Sqlite ? 10 : 5), property);
        Assert.True(told >= 5);
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
        var model = new PurseModel();
        foreach (var step in history) await model.Step(purse, step.Act, step.Which, step.Party, step.Cents);
        Assert.Equal(model.Pot, await purse.Pot());
        await Holds(purse);
        // Then everything that can be taken back is, newest first: each reversal leaves the same invariants.
        foreach (var entry in (await purse.Entries()).Reverse().TakeWhile(e => e.Reverses is null).Take(5)) Assert.False((await purse.Reverse(entry.Sequence)).Refused);
        await Holds(purse);
    }

    /// <summary>All accounts sum to zero, none that may not is below it, layers add up to the cent, the chart agrees, the chain holds.</summary>
    internal static async Task Holds(Purse purse)
    {
        var entries = await purse.Entries();
        var lines = entries.SelectMany(e => e.Lines).ToList();
        foreach (var entry in entries)
            Assert.All(entry.Lines.GroupBy(l => l.Party), party => Assert.Equal(0, party.Sum(l => l.Amount.Value)));
        Assert.All(lines.Where(l => l.Account is not (LedgerAccount.Bank or LedgerAccount.Cash)).GroupBy(l => (l.Account, l.Party, l.Subject)), place => Assert.True(place.Sum(l => l.Amount.Value) <= 0));
        Assert.All(lines.Where(l => l.Account is LedgerAccount.Bank or LedgerAccount.Cash).GroupBy(l => (l.Account, l.Party)), place => Assert.True(place.Sum(l => l.Amount.Value) >= 0));
        // Coins are set aside euro for euro and giver for giver.
        foreach (var party in lines.GroupBy(l => l.Party))
            Assert.Equal(party.Where(l => l.Account == LedgerAccount.Cash).Sum(l => l.Amount.Value), -party.Where(l => l.Account == LedgerAccount.Reserved && l.Subject == purse.Fund).Sum(l => l.Amount.Value));
        var pots = new List<Pot>();
        foreach (var layer in await purse.Layers()) pots.Add(await purse.Pot(layer));
        var pot = await purse.Pot();
        Assert.Equal((pot.Free.Value, pot.Reserved.Value, pot.Awarded.Value, pot.Paid.Value, pot.Other.Value, pot.Cash.Value),
            (pots.Sum(p => p.Free.Value), pots.Sum(p => p.Reserved.Value), pots.Sum(p => p.Awarded.Value), pots.Sum(p => p.Paid.Value), pots.Sum(p => p.Other.Value), pots.Sum(p => p.Cash.Value)));
        Assert.All(pots, p => Assert.Equal(p.Received + p.Other, p.Free + p.Reserved + p.Awarded + p.Paid));
        await ChartHolds(purse);
        var export = await purse.Export();
        Assert.All(LedgerExport.Read(export.Write()).Check(), f => Assert.True(f.Holds, f.ToString()));
    }

    /// <summary>The accountant's chart adds up to zero, its capital is what the book holds, and what came in less what it cost is what is there.</summary>
    private static async Task ChartHolds(Purse purse)
    {
        await using var db = purse.Site.Database.Open(purse.Fund);
        var (figures, pot) = (await ChartFigures.Of(db, purse.Fund), await Pot.Of(db));
        Assert.Equal(0, Chart.All.Sum(a => figures.Debit(a).Value));
        Assert.Equal(pot.Bank, figures.Balance(Chart.Bank));
        Assert.Equal(pot.Cash, figures.Balance(Chart.Cash));
        Assert.Equal(pot.Awarded, figures.Balance(Chart.Awarded));
        Assert.Equal(pot.Free + pot.Reserved, figures.Balance(Chart.Earmarked) + figures.Balance(Chart.Designated) + figures.Balance(Chart.Other));
        var (bound, unbound) = (Cents.Zero, Cents.Zero);
        foreach (var layer in await purse.Layers())
        {
            var own = await purse.Pot(layer);
            if (layer.IsBound) bound += own.Free + own.Reserved;
            else unbound += own.Reserved;
        }
        Assert.Equal(bound, figures.Balance(Chart.Earmarked));
        Assert.Equal(unbound - pot.Cash, figures.Balance(Chart.Designated));
        // The result of the year was appropriated with each entry: the two mirror each other.
        Assert.Equal(0, Chart.All.Where(a => !a.IsBalance).Sum(a => figures.Debit(a).Value) + figures.Debit(Chart.Result).Value);
    }
}
