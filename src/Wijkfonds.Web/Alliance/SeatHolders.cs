using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Alliance;

/// <summary>Whom a notice to an office goes to: who holds its seats now and has an account, each once, in the order of the seats.</summary>
public static class SeatHolders
{
    /// <summary>Who answers for the money or looks after it: everybody but the desk.</summary>
    public static readonly Expression<Func<Seat, bool>> OfMoney = s => s.Body != Body.Desk;

    public static readonly Expression<Func<Seat, bool>> Members = s => s.Body == Body.Alliance;

    public static readonly Expression<Func<Seat, bool>> Treasurers = s => s.Body == Body.Alliance && s.Post == Post.Treasurer;

    public static async Task<IReadOnlyList<Account>> Of(WijkfondsContext db, Guid fund, DateTimeOffset now, Expression<Func<Seat, bool>> which)
    {
        var people = await db.Set<Seat>().Where(s => s.FundId == fund && s.AccountId != null && s.From <= now && now < s.Until).Where(which)
            .OrderBy(s => s.Body).ThenBy(s => s.Number).Join(db.Set<Account>(), s => s.AccountId, a => a.Id, (_, a) => a).ToListAsync();
        return [.. people.DistinctBy(a => a.Id)];
    }
}
