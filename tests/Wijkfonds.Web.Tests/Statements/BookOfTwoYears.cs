using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Web.Tests.Statements;

/// <summary>
/// A fund with two givers, three to one: in 2027 a round, two plans promised, one paid to Rosa in part; in 2028 more money,
/// interest, bank costs, a bit of petty cash, and what the round did not need.
/// </summary>
internal static class BookOfTwoYears
{
    public static async Task<Neighbourhood> On(TestSite site)
    {
        var n = await (await Neighbourhood.On(site)).WithMoney(200_000);
        var round = await n.WithRound(Phase.CarryingOut);
        await n.WithAward(await n.WithPlan(round, "Regentonnen", 3_000), 3_000);
        await n.WithAward(await n.WithPlan(round, "=HYPERLINK(1)", 4_444), 4_444);
        await (await n.As(n.Treasurer).Go("/geld/betalingen")).Press("Betaling klaarzetten",
            ("award", "1"), ("amount", "1.000,04"), ("payee", "Rosa Bakker"), ("iban", "NL91ABNA0417164300"), ("purpose", "Eerste deel"), ("who", "maker"));
        await n.Second(DecisionKind.ReleasePayment);
        site.Clock.Advance(TimeSpan.FromDays(400));
        await n.WithMoney(77);
        await n.WithRelease(round.Sections[0], 1_111);
        var (book, now) = (site.Services.GetRequiredService<Book>(), site.Clock.Now);
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        await Booked(n.InOneWork(db => book.Interest(db, now, n.FundId, Guid.NewGuid(), new Cents(1_234), day)));
        await Booked(n.InOneWork(db => book.BankCosts(db, now, n.FundId, Guid.NewGuid(), new Cents(2_001), day)));
        await Booked(n.InOneWork(db => book.DrawCash(db, now, n.FundId, Guid.NewGuid(), new Cents(5_000), Cents.Euros(200))));
        await Booked(n.InOneWork(db => book.SpendCash(db, now, n.FundId, Guid.NewGuid(), new Cents(1_250), day)));
        return n;
    }

    private static async Task Booked(Task<Outcome<JournalEntry>> act)
    {
        var entry = await act;
        Assert.False(entry.Refused, entry.Refusal?.ToString());
    }
}
