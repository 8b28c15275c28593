using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Funds.Ledger;
using Wijkfonds.Web.Shared;

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

    private async Task WithDeposit(Contributor contributor, Cents amount)
    {
        await using var db = Open();
        var sequence = 1 + (await db.Set<JournalEntry>().MaxAsync(e => (long?)e.Sequence) ?? 0);
        var day = DateOnly.FromDateTime(Site.Clock.Now.UtcDateTime);
        var deposit = new Deposit
        {
            FundId = Fund.Id, ContributorId = contributor.Id, ValueDate = day, Amount = amount, EnteredAt = Site.Clock.Now,
            ConfirmedAt = Site.Clock.Now, EntrySequence = sequence,
        };
        db.Add(deposit);
        var entry = new JournalEntry
        {
            FundId = Fund.Id, Sequence = sequence, Kind = EntryKind.Deposit, ValueDate = day, RecordedAt = Site.Clock.Now, Subject = deposit.Id,
            PreviousHash = new string('0', 64), Hash = new string('0', 64),
        };
        entry.Lines.Add(new JournalLine { FundId = Fund.Id, Position = 1, Account = LedgerAccount.Bank, Party = contributor.PartyId, Amount = amount });
        entry.Lines.Add(new JournalLine { FundId = Fund.Id, Position = 2, Account = LedgerAccount.Free, Party = contributor.PartyId, Amount = -amount });
        db.Add(entry);
        await db.SaveChangesAsync();
    }
}
