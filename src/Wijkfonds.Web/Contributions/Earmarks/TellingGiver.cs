using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Contributions.Earmarks;

/// <summary>A mail about an earmark to all who speak for its giver, and to the address that the giver left.</summary>
public sealed class TellingGiver(Outbox outbox)
{
    /// <param name="earmark">With its contributor and party.</param>
    public async Task Tell(WijkfondsContext db, DateTimeOffset now, Earmark earmark, string key, string name, params object[] values)
    {
        var people = await Speakers(db, now, earmark.ContributorId).ToListAsync();
        foreach (var person in people) await outbox.Write(db, now, earmark.FundId, $"{key}/{person.Id:N}", person, name, values);
        if (HasAddress(earmark.Contributor) && people.TrueForAll(p => p.Email != earmark.Contributor.Party.Email))
            await outbox.WriteTo(db, now, earmark.FundId, $"{key}/giver", earmark.Contributor.Party.Email,
                await db.Set<Fund>().Where(f => f.Id == earmark.FundId).Select(f => f.Language).SingleAsync(), name, false, values);
    }

    /// <summary>Whether there is anybody to mail.</summary>
    public static async Task<bool> Reaches(WijkfondsContext db, DateTimeOffset now, Contributor giver) => HasAddress(giver) || await Speakers(db, now, giver.Id).AnyAsync();

    private static bool HasAddress(Contributor giver) => giver.Party is { Email.Length: > 0, ErasedAt: null };

    private static IQueryable<Account> Speakers(WijkfondsContext db, DateTimeOffset now, Guid giver) =>
        db.Set<Representative>().Where(r => r.ContributorId == giver && r.From <= now && (r.Until == null || now < r.Until))
            .Join(db.Set<Account>(), r => r.AccountId, a => a.Id, (_, a) => a).OrderBy(a => a.Id);
}
