using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Contributions.Earmarks;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements;
using Wijkfonds.Web.Statements.Complexes;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>A corporation's euros for its own homes, told by complex: twelve addresses at the Lindeplein, six in the Spreeuwstraat, De Brug by name alone.</summary>
public sealed class ByComplexTests
{
    [Theory, EachDatabase]
    public async Task What_an_earmark_awarded_and_paid_stands_by_complex_and_adds_up_to_the_cent(string database)
    {
        await using var site = new TestSite(database);
        var n = await Bound(site);
        var statement = await n.As(n.Auditor).Go("/bijdragers/2/overzicht");
        foreach (var says in new[]
        {
            "Per complex, van oormerk 1: Rond onze huizen", "De Brug Plan 2: Bank in de hal € 200,00 € 0,00", "6 van de 18 adressen van dit plan. Het hele plan, van dit oormerk: toegekend € 100,01 en uitbetaald € 50,00.", "Hele wijk Plan 4: Feest € 300,00 € 0,00",
            "Bij geen complex: de plaats van het plan noemt er geen Plan 5: Ergens anders € 50,00 € 0,00", "Samen€ 750,01€ 150,00",
        })
            Assert.True(statement.Sees(says), $"{says}: {statement.Text}");
        await using var db = n.Open();
        var earmark = Assert.Single((await Statement.Of(db, site.Clock.Now, 2, Period.Everything(new(2030, 1, 1))))!.Earmarks);
        StatementFlowTests.EarmarksAddUp((await Statement.Of(db, site.Clock.Now, 2, Period.Everything(new(2030, 1, 1))))!);
        Assert.Equal(["De Brug", "Lindeplein", "Spreeuwstraat", "", ""], earmark.Complexes.Select(c => c.Name));
        Assert.Equal([ComplexKind.Other, ComplexKind.WholeNeighbourhood], earmark.Complexes.Skip(3).Select(c => c.Kind));
        Assert.Equal((earmark.Awarded.Amount, earmark.Paid.Amount), (Sum(earmark.Complexes.Select(c => c.Awarded)), Sum(earmark.Complexes.Select(c => c.Paid))));
        // Twelve to six of EUR 100.01, and EUR 100 of the plan that names an address there.
        Assert.Equal([200_00, 66_67 + 100_00, 33_34, 50_00, 300_00], earmark.Complexes.Select(c => c.Awarded.Value));
        Assert.Equal([0, 33_33 + 100_00, 16_67, 0, 0], earmark.Complexes.Select(c => c.Paid.Value));
    }

    [Fact]
    public async Task The_years_by_complex_add_up_to_all_time_and_what_was_not_needed_lowers_its_own_complexes()
    {
        await using var site = new TestSite();
        var n = await Bound(site);
        site.Clock.Advance(TimeSpan.FromDays(400));
        Assert.False((await n.InOneWork(db => Book(site).Lapse(db, site.Clock.Now, n.FundId, awards[2], new(33_34)))).Refused);
        await using var db = n.Open();
        var parts = new List<Dictionary<string, long>>();
        foreach (var period in new[] { Period.OfYear(2027), Period.OfYear(2028), Period.Everything(new(2030, 1, 1)) })
            parts.Add((await Statement.Of(db, site.Clock.Now, 2, period))!.Earmarks.SelectMany(e => e.Complexes).ToDictionary(c => c.Kind + c.Name, c => c.Awarded.Value));
        Assert.Equal([("NamedLindeplein", -22_22), ("NamedSpreeuwstraat", -11_12)], parts[1].OrderBy(p => p.Key).Select(p => (p.Key, p.Value)));
        foreach (var (name, all) in parts[2]) Assert.Equal(all, parts[0].GetValueOrDefault(name) + parts[1].GetValueOrDefault(name));
    }

    private readonly Dictionary<int, Guid> awards = [];

    private async Task<Neighbourhood> Bound(TestSite site)
    {
        var n = await (await Neighbourhood.On(site)).WithMoney(4_000);
        var earmark = new Earmark { FundId = n.FundId, ContributorId = n.Contributors[1].Id, Number = 1, Name = "Rond onze huizen", WholePercent = 50, EnteredAt = site.Clock.Now.AddDays(-90), ConfirmedAt = site.Clock.Now.AddDays(-89) };
        var places = PlaceList.Read(n.FundId, string.Join('\n', [.. Enumerable.Range(1, 12).Select(i => $"7415AB;{i};;Lindeplein"), .. Enumerable.Range(1, 6).Select(i => $"7415AC;{i};;Spreeuwstraat"), ";;;De Brug"])).Places;
        earmark.Places.AddRange(places);
        await site.Given(earmark);
        Assert.False((await n.InOneWork(db => Book(site).Deposit(db, site.Clock.Now, n.FundId, Guid.NewGuid(), earmark.Id, Cents.Euros(5_000), DateOnly.FromDateTime(site.Clock.Now.UtcDateTime)))).Refused);
        var round = await n.WithRound(Phase.CarryingOut, sections: [("Elders", 10)]);
        foreach (var (number, title, place, cents, paid) in new[] { (1, "Bloemen", "Bij 7415 AB 3", 100_00L, 100_00L), (2, "Bank in de hal", "Hal van De Brug", 200_00, 0), (3, "Schilderen", "Lindeplein en Spreeuwstraat", 100_01, 50_00), (4, "Feest", "", 300_00, 0), (5, "Ergens anders", "Achter de kerk", 50_00, 0) })
            awards[number - 1] = await Won(n, round, earmark.Id, title, place, new(cents), new(paid));
        return n;
    }

    /// <summary>A plan at a place, all of it paid by the earmark.</summary>
    private static async Task<Guid> Won(Neighbourhood n, Round round, Guid earmark, string title, string place, Cents amount, Cents paid)
    {
        var plan = await n.WithPlan(round, title, 1);
        await using (var db = n.Open())
        {
            var row = await db.Set<Proposal>().FindAsync(plan.Id);
            (row!.Place, row.WholeNeighbourhood) = (place, place.Length == 0);
            await db.SaveChangesAsync();
        }
        var (section, id, now) = (Guid.NewGuid(), Guid.NewGuid(), n.Site.Clock.Now);
        foreach (var act in new Func<Wijkfonds.Web.Shared.Data.WijkfondsContext, Task<Outcome<JournalEntry>>>[]
        {
            db => Book(n.Site).Reserve(db, now, n.FundId, section, amount, [new Admitted(earmark)]),
            async db =>
            {
                db.Add(new Web.Allocation.Award { Id = id, FundId = n.FundId, Number = plan.Number!.Value, ProposalId = plan.Id, Amount = amount, BookedAt = now, EntrySequence = 0 });
                return await Book(n.Site).Award(db, now, n.FundId, section, id, amount);
            },
            db => paid == Cents.Zero ? Task.FromResult<Outcome<JournalEntry>>(new NotFoundHere()) : Book(n.Site).Pay(db, now, n.FundId, id, Guid.NewGuid(), paid),
        })
            await n.InOneWork(act);
        return id;
    }

    private static Book Book(TestSite site) => site.Services.GetRequiredService<Book>();

    private static Cents Sum(IEnumerable<Cents> amounts) => amounts.Aggregate(Cents.Zero, (sum, a) => sum + a);
}
