using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Allocation;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Statements.Auditing.Flagging;
using Wijkfonds.Web.Tests.Shared;

namespace Wijkfonds.Bench;

/// <summary>A busy year in a book: six givers, 150 plans, ten shops that are paid, 2,000 entries, and what the rules noticed day by day.</summary>
internal static class BusyYear
{
    private const int Entries = 2_000;

    public static async Task Fill(TestSite site, Neighbourhood n)
    {
        await n.WithMoney(400_000);
        var book = site.Services.GetRequiredService<Book>();
        var more = Enumerable.Range(3, 4).Select(i => new Party { FundId = n.FundId, Name = $"Organisatie {i}" }).ToList();
        await site.Given([.. more]);
        await site.Given([.. more.Select((p, i) => new Contributor { FundId = n.FundId, Number = i + 3, PartyId = p.Id, Kind = (ContributorKind)(i + 2), EnteredAt = site.Clock.Now, ConfirmedAt = site.Clock.Now })]);
        var day = DateOnly.FromDateTime(site.Clock.Now.UtcDateTime);
        var booked = 2;
        foreach (var party in more) await Must(n.InOneWork(db => book.Deposit(db, site.Clock.Now, n.FundId, Guid.NewGuid(), party.Id, Cents.Euros(30_000), day)));
        // Shops that are paid for several plans; the first belongs to a member, the second to who represents a giver.
        var payees = Enumerable.Range(0, 10).Select(i => new Party
        {
            FundId = n.FundId, Name = $"Winkel {i}", Iban = $"NL{10 + i}BENC012345678{i}", AccountId = i == 0 ? n.SecondMember.Id : i == 1 ? n.ContributorRepresentative.Id : null,
        }).ToList();
        await site.Given([.. payees]);
        booked += more.Count;
        var awards = new List<Award>();
        for (var r = 1; r <= 3; r++)
        {
            var round = await n.WithRound(Phase.CarryingOut, sections: [("Groen", 60_000), ("Samen", 60_000)]);
            booked += 2;
            for (var i = 0; i < 50; i++)
            {
                awards.Add(await n.WithAward(await n.WithPlan(round, $"Plan van straat {i}", 2_000, section: round.Sections[i % 2]), 2_000));
                booked++;
            }
        }
        for (var number = 1; booked < Entries; number++, booked++)
        {
            var award = awards[number % awards.Count];
            site.Clock.Advance(TimeSpan.FromMinutes(90));
            var payment = new Payment
            {
                FundId = n.FundId, Number = number, AwardId = award.Id, Amount = new Cents(10_001), PayeeId = payees[number % payees.Count].Id, PreparedBy = n.Treasurer.Id,
                PreparedAt = site.Clock.Now, ReleasedBy = n.Member.Id, ReleasedAt = site.Clock.Now,
            };
            await site.Given(payment);
            await Must(n.InOneWork(db => book.Pay(db, site.Clock.Now, n.FundId, award.Id, payment.Id, payment.Amount)));
            // About once a day the rules look: flags that grew are kept.
            if (number % 16 == 0) await Look(site, n);
        }
    }

    public static Task Look(TestSite site, Neighbourhood n) => n.InOneWork<Done>(async db =>
    {
        await LookForFlags.Look(db, site.Clock.Now, n.FundId);
        return Done.It;
    });

    public static async Task Must(Task<Outcome<JournalEntry>> act)
    {
        if ((await act).Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
    }
}
