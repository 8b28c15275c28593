using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>What one contributor's euros amount to somewhere.</summary>
public sealed record Layer(Guid Party, int Number, Cents Amount);

/// <summary>Whose euros lie on an account, in order of contributor number.</summary>
public static class Layers
{
    public static async Task<IReadOnlyList<Layer>> On(WijkfondsContext db, Guid fund, LedgerAccount account, Guid? subject)
    {
        var sums = await db.Set<JournalLine>().Where(l => l.FundId == fund && l.Account == account && l.Subject == subject)
            .GroupBy(l => l.Party).Select(g => new { Party = g.Key, Sum = g.Sum(l => l.Amount.Value) }).ToListAsync();
        var numbers = await db.Set<Contributor>().Where(c => c.FundId == fund).Select(c => new { c.PartyId, c.Number }).ToDictionaryAsync(c => c.PartyId, c => c.Number);
        return [.. sums.Where(s => s.Sum != 0).Select(s => new Layer(s.Party, numbers[s.Party], new Cents(checked(-s.Sum)))).OrderBy(l => l.Number)];
    }

    public static Task<bool> IsContributor(WijkfondsContext db, Guid fund, Guid party) =>
        db.Set<Contributor>().AnyAsync(c => c.FundId == fund && c.PartyId == party);
}
