using Microsoft.Extensions.DependencyInjection;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Rounds;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>Money on the bank, from a municipality and a housing corporation.</summary>
public sealed partial class Neighbourhood
{
    public IReadOnlyList<Contributor> Contributors { get; private set; } = [];

    /// <summary>This many euros arrived and are free: three quarters from the municipality, the rest from the corporation.</summary>
    public async Task<Neighbourhood> WithMoney(long euros)
    {
        if (Contributors.Count == 0) await WithContributors();
        var parts = Division.InProportion(Cents.Euros(euros), [3, 1]);
        for (var i = 0; i < parts.Length; i++) await WithDeposit(Contributors[i], parts[i]);
        return this;
    }

    /// <summary>The same two organisations, and nothing on the bank.</summary>
    public async Task<Neighbourhood> WithContributorsOnly()
    {
        await WithContributors();
        return this;
    }

    private async Task WithContributors()
    {
        var now = Site.Clock.Now;
        var contributors = new List<Contributor>();
        foreach (var (kind, name) in new[] { (ContributorKind.Municipality, "Gemeente Oosterstad"), (ContributorKind.HousingCorporation, "Woonstichting De Brug") })
        {
            var party = new Party { FundId = Fund.Id, Name = name, Email = "geld@example.org" };
            contributors.Add(new Contributor
            {
                FundId = Fund.Id, Number = contributors.Count + 1, PartyId = party.Id, Party = party, Kind = kind, EnteredAt = now, ConfirmedAt = now,
            });
        }
        var representative = new Representative
        {
            FundId = Fund.Id, ContributorId = contributors[0].Id, AccountId = ContributorRepresentative.Id, From = now.AddDays(-30),
        };
        await Site.Given([.. contributors, representative]);
        Contributors = contributors;
    }

    private Task WithDeposit(Contributor contributor, Cents amount) => InOneWork(async db =>
    {
        var day = DateOnly.FromDateTime(Site.Clock.Now.UtcDateTime);
        var deposit = new Deposit
        {
            FundId = Fund.Id, ContributorId = contributor.Id, ValueDate = day, Amount = amount, EnteredAt = Site.Clock.Now, ConfirmedAt = Site.Clock.Now,
        };
        var entry = await Book.Deposit(db, Site.Clock.Now, Fund.Id, deposit.Id, contributor.PartyId, amount, day);
        deposit.EntrySequence = entry.Value!.Sequence;
        db.Add(deposit);
        return entry;
    });

    /// <summary>Sets the budgets of a round apart, as its approval does; nothing where the pot does not hold them.</summary>
    private Task WithReservations(Round round) => InOneWork(async db =>
    {
        Outcome<JournalEntry> entry = new NotFoundHere();
        foreach (var section in round.Sections)
        {
            entry = await Book.Reserve(db, Site.Clock.Now, Fund.Id, section.Id, section.Budget, []);
            if (entry.Refused) break;
        }
        return entry;
    });

    private Book Book => Site.Services.GetRequiredService<Book>();

    public Task<Outcome<T>> InOneWork<T>(Func<WijkfondsContext, Task<Outcome<T>>> act) =>
        new Work(Site.Database, new FundScope { Fund = Fund }).Run(act);
}
