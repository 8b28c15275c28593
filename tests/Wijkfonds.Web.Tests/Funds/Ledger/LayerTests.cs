using FsCheck;
using FsCheck.Fluent;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Funds.Ledger;

/// <summary>Bound euros beside unbound ones: whose enters a section, whose pays, whose comes back.</summary>
public sealed class LayerTests
{
    private sealed record Step(int Act, int Which, int Layer, int Admitted, long Cents);

    private static readonly Gen<Step[]> Histories =
        (from act in Gen.Choose(0, 5)
         from which in Gen.Choose(0, 2)
         from layer in Gen.Choose(0, 5)
         from admitted in Gen.Choose(0, 7)
         from cents in Gen.OneOf(Gen.Choose(1, 20), Gen.Choose(1, 100_000))
         select new Step(act, which, layer, admitted, cents)).ArrayOf(30);

    [Theory, EachDatabase]
    public async Task Bound_money_enters_only_where_it_is_admitted_goes_first_and_leaves_the_unbound_in_proportion(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 2, earmarks: 2);
        await purse.Deposit(0, 60_00);
        await purse.Deposit(1, 20_00);
        await purse.Deposit(purse.Earmarks[0], 10_00);
        await purse.Deposit(purse.Earmarks[1], 30_00);
        var section = Guid.NewGuid();
        Assert.Equal(new PotIsBound(new(90_01), new(90_00), new(30_00)), (await purse.Reserve(section, 90_01, purse.Earmarks[0])).Refusal);
        await purse.Reserve(section, 50_00, purse.Earmarks[0]);
        Assert.Equal<IEnumerable<long>>([0, 30_00, 10_00, 10_00, 0], await Amounts(purse, pot => pot.Reserved));
        // What is paid comes from all that lies there, bound or not, in proportion; the rest returns to where it came from.
        var (award, payment) = (Guid.NewGuid(), Guid.NewGuid());
        await purse.Award(section, award, 5_00);
        await purse.Pay(award, payment, 5_00);
        Assert.Equal<IEnumerable<long>>([0, 3_00, 1_00, 1_00, 0], await Amounts(purse, pot => pot.Paid));
        await purse.Release(section, 45_00);
        Assert.Equal<IEnumerable<long>>([0, 57_00, 9_00, 19_00, 30_00], await Amounts(purse, pot => pot.Free));
    }

    [Theory, EachDatabase]
    public async Task A_contributors_euros_are_those_of_all_its_layers_and_interest_is_the_funds_own(string database)
    {
        await using var site = new TestSite(database);
        var purse = await Purse.Of(site, 1, earmarks: 2);
        await purse.Deposit(0, 5_00);
        await purse.Deposit(purse.Earmarks[1], 3_00);
        Assert.False((await purse.Deposit(Layers.Own(purse.Fund), 12)).Refused);
        Assert.Equal(new(8_00), (await purse.Pot(0)).Received);
        await using var db = site.Database.Open(purse.Fund);
        Assert.Equal(new(12), (await Pot.Of(db, 0)).Free);
        Assert.Equal([0, 1], (await Pot.ByContributor(db, purse.Fund)).Keys.Order());
        Assert.Equal(new(3_00), await new EntryFilter { Contributor = 1, Earmark = 2, Account = LedgerAccount.Free }.Total(db));
        Assert.Equal(new(5_00), await new EntryFilter { Contributor = 1, Earmark = 0, Account = LedgerAccount.Free }.Total(db));
        var page = await Visitor.To(site).Go("/w/oosterhoek/geld/boekingen?bijdrager=0&rekening=vrij");
        Assert.True(page.Text.Contains("Geld van: Het wijkfonds zelf", StringComparison.Ordinal), page.Text);
        Assert.True(page.Text.Contains("Het wijkfonds zelf stortte € 0,12.", StringComparison.Ordinal), page.Text);
        Assert.True((await page.Go("/w/oosterhoek/geld/boekingen/2")).Text.Contains("Organisatie 1, oormerk 2: Oormerk 1", StringComparison.Ordinal), page.Text);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await page.Go("/w/oosterhoek/geld/boekingen?oormerk=1")).Status);
    }

    [Theory, EachDatabase]
    public async Task Whatever_happens_the_layers_add_up_to_the_cent_and_no_bound_euro_is_where_it_may_not_be(string database)
    {
        await using var site = new TestSite(database);
        var told = 0;
        var property = Prop.ForAll(Arb.From(Histories), history =>
        {
            Tell(site, history, ++told).GetAwaiter().GetResult();
            return true;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(database == EachDatabaseAttribute.Sqlite ? 20 : 8), property);
        Assert.True(told >= 8);
    }

    private static async Task Tell(TestSite site, Step[] history, int number)
    {
        var purse = await Purse.Of(site, 2, $"fonds-{number}", earmarks: 3);
        Guid[] layers = [.. purse.Parties, Layers.Own(purse.Fund), .. purse.Earmarks];
        Guid[] sections = [.. Enumerable.Range(0, 3).Select(_ => Guid.NewGuid())], awards = [.. Enumerable.Range(0, 3).Select(_ => Guid.NewGuid())];
        // A section admits what it admits once and for all.
        var admits = Enumerable.Range(0, 3).Select(s => purse.Earmarks.Where((_, i) => (history.FirstOrDefault()?.Admitted >> (i + s) & 1) == 1).ToArray()).ToArray();
        foreach (var step in history)
        {
            var before = await Amounts(purse, pot => pot.Free);
            var outcome = step.Act switch
            {
                0 or 1 => await purse.Deposit(layers[step.Layer], step.Cents),
                2 => await purse.Reserve(sections[step.Which], step.Cents, admits[step.Which]),
                3 => await purse.Release(sections[step.Which], step.Cents),
                4 => await purse.Award(sections[step.Which], awards[step.Which], step.Cents),
                _ => await purse.Pay(awards[step.Which], Guid.NewGuid(), step.Cents),
            };
            if (step.Act == 2) await Reserved(purse, admits[step.Which], before, step.Cents, outcome);
        }
        var (pot, all) = (await purse.Pot(), new List<Pot>());
        foreach (var layer in await purse.Layers()) all.Add(await purse.Pot(layer));
        Assert.All(all, p => Assert.Equal(p.Received, p.Free + p.Reserved + p.Awarded + p.Paid));
        Assert.All(all, p => Assert.All([p.Free, p.Reserved, p.Awarded, p.Paid], amount => Assert.True(amount >= Cents.Zero)));
        foreach (var part in new Func<Pot, Cents>[] { p => p.Received, p => p.Free, p => p.Reserved, p => p.Awarded, p => p.Paid })
            Assert.Equal(part(pot).Value, all.Sum(p => part(p).Value));
        foreach (var (section, admitted) in sections.Zip(admits))
            Assert.All((await purse.Entries()).SelectMany(e => e.Lines).Where(l => l.Subject == section), l => Assert.True(admitted.Contains(l.Party) || !purse.Earmarks.Contains(l.Party)));
        Assert.All((await purse.Export()).Check(), finding => Assert.Null(finding.Difference));
    }

    /// <summary>Refused exactly when what may enter is too little; bound money is gone before unbound money moves.</summary>
    private static async Task Reserved(Purse purse, Guid[] admitted, long[] before, long cents, Outcome<JournalEntry> outcome)
    {
        var layers = await purse.Layers();
        var bound = layers.Zip(before).Where(l => admitted.Contains(l.First.Reference)).Sum(l => l.Second);
        var unbound = layers.Zip(before).Where(l => !l.First.IsBound).Sum(l => l.Second);
        Assert.Equal(cents > bound + unbound, outcome.Refused);
        if (outcome.Refused) return;
        var taken = before.Zip(await Amounts(purse, pot => pot.Free), (was, now) => was - now).ToArray();
        Assert.Equal(Math.Min(cents, bound), layers.Zip(taken).Where(l => l.First.IsBound).Sum(l => l.Second));
        Assert.Equal(cents, taken.Sum());
    }

    /// <summary>In the order of layers: the fund's own, then each contributor's unbound and bound ones.</summary>
    private static async Task<long[]> Amounts(Purse purse, Func<Pot, Cents> part)
    {
        var amounts = new List<long>();
        foreach (var layer in await purse.Layers()) amounts.Add(part(await purse.Pot(layer)).Value);
        return [.. amounts];
    }
}
