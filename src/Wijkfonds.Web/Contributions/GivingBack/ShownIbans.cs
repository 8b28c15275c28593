using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds.Bank;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.GivingBack;

/// <summary>The accounts from which the bank showed a giver's deposits to come.</summary>
public static class ShownIbans
{
    /// <summary>The one that was recognised last comes first.</summary>
    public static async Task<IReadOnlyList<string>> Of(WijkfondsContext db, Guid contributor) =>
        [.. (await (from mark in LiveMarks.Of(db)
                    join deposit in db.Set<Deposit>() on mark.Subject equals deposit.Id
                    join words in db.Set<BankWords>() on mark.LineId equals words.LineId
                    where deposit.ContributorId == contributor && words.Iban != ""
                    orderby mark.MarkedAt descending
                    select words.Iban).ToListAsync()).Distinct()];
}
