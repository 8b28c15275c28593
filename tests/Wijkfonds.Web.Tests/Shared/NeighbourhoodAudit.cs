using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Neighbours;

namespace Wijkfonds.Web.Tests.Shared;

/// <summary>Who checks the books, beside the one auditor that everybody starts with.</summary>
public sealed partial class Neighbourhood
{
    /// <summary>A second member of the audit committee: one alone signs no year.</summary>
    public Task<Account> WithSecondAuditor() => WithSeat("Yvonne Smits", 2, Body.AuditCommittee, 1_000);

    /// <summary>Somebody from outside who may look for so many days.</summary>
    public Task<Account> WithAccountant(int days) => WithSeat("Anna Accountant", 1, Body.Accountant, days);

    /// <summary>Says to have no relation with anybody.</summary>
    public async Task WithoutRelations(params Account[] people)
    {
        foreach (var person in people) await (await As(person).Go("/geld/kascommissie/banden")).Press("Dit verklaar ik", ("none", "none"));
    }

    private async Task<Account> WithSeat(string name, int number, Body body, int days)
    {
        var account = await Account(name);
        await Site.Given(new Seat
        {
            FundId = FundId, Number = number, Body = body, Origin = SeatOrigin.Appointed, AccountId = account.Id, PublicName = account.PublicName,
            From = Site.Clock.Now, Until = Site.Clock.Now.AddDays(days),
        });
        return account;
    }
}
