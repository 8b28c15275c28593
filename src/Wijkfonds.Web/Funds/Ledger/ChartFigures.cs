using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Funds.Ledger;

/// <summary>The whole book in the accountant's chart: what stands on each account at the end of a year, or moved in it.</summary>
public sealed class ChartFigures(IReadOnlyList<(ChartAccount Account, int Year, Cents Debit)> rows)
{
    public static async Task<ChartFigures> Of(WijkfondsContext db, Guid fund, Movements? movements = null)
    {
        var (layers, givers) = (await Layers.Of(db, fund), await Givers(db, fund));
        return new([.. (movements ?? await Movements.Of(db)).Rows.SelectMany(r => Chart
            .Of(r.Account, r.Kind, layers[r.Party].IsBound, givers.TryGetValue(layers[r.Party].Contributor, out var kind) ? kind : null, r.Debit)
            .Select(part => (part.Account, r.Year, part.Debit)))]);
    }

    /// <summary>The kind of each contributor, by number; the fund itself (0) is not among them.</summary>
    public static Task<Dictionary<int, ContributorKind>> Givers(WijkfondsContext db, Guid fund) =>
        db.Set<Contributor>().Where(c => c.FundId == fund).ToDictionaryAsync(c => c.Number, c => c.Kind);

    /// <summary>What was debited less what was credited, over all years or within them.</summary>
    public Cents Debit(ChartAccount account, int? from = null, int? until = null) => rows
        .Where(r => r.Account == account && (from is null || r.Year >= from) && (until is null || r.Year <= until))
        .Aggregate(Cents.Zero, (sum, r) => sum + r.Debit);

    /// <summary>The same on the account's own side: what an accountant calls its balance.</summary>
    public Cents Balance(ChartAccount account, int? from = null, int? until = null) =>
        account.IsDebit ? Debit(account, from, until) : -Debit(account, from, until);
}
