using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Neighbours;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared.Data;
using Wijkfonds.Web.Shared.Words;

namespace Wijkfonds.Web.Alliance;

/// <summary>A declared interest as everybody reads it.</summary>
public sealed record DeclaredInterest(Guid Id, Guid AccountId, string Name, string About, string Reason, DateTimeOffset Since)
{
    /// <summary>All that hold now, of people who hold a seat, the oldest first.</summary>
    public static async Task<IReadOnlyList<DeclaredInterest>> Open(WijkfondsContext db, Words words, DateTimeOffset now)
    {
        var interests = await db.Set<Interest>().AsNoTracking().Where(i => i.EndedAt == null
            && db.Set<Seat>().Any(s => s.AccountId == i.AccountId && s.From <= now && now < s.Until)).OrderBy(i => i.DeclaredAt).ToListAsync();
        if (interests.Count == 0) return [];
        var subjects = (await InterestSubject.All(db, words)).ToDictionary(s => s.Id, s => s.Words);
        var accounts = interests.Select(i => i.AccountId).ToList();
        var names = await db.Set<Account>().Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.PublicName);
        return [.. interests.Select(i => new DeclaredInterest(i.Id, i.AccountId,
            names.GetValueOrDefault(i.AccountId) is { Length: > 0 } name ? name : words["seat.nameless"],
            subjects.GetValueOrDefault(i.Subject) ?? words["interest.something"], i.Reason, i.DeclaredAt))];
    }
}

/// <summary>Something one can have an interest in: a submitted plan or an organisation. The key is what a form names it by.</summary>
public sealed record InterestSubject(Guid Id, string Key, string Words)
{
    public static async Task<IReadOnlyList<InterestSubject>> All(WijkfondsContext db, Words words)
    {
        var plans = await db.Set<Proposal>().AsNoTracking().Where(p => p.Number != null).OrderByDescending(p => p.Round.Number).ThenBy(p => p.Number)
            .Select(p => new { p.Id, Round = p.Round.Number, p.Round.Name, p.Number, p.Title }).ToListAsync();
        var contributors = await db.Set<Contributor>().AsNoTracking().OrderBy(c => c.Number).Select(c => new { c.Id, c.Number, c.Party.Name }).ToListAsync();
        return
        [
            .. contributors.Select(c => new InterestSubject(c.Id, $"bijdrager-{c.Number}", c.Name)),
            .. plans.Select(p => new InterestSubject(p.Id, $"plan-{p.Round}-{p.Number}", words["interest.plan", p.Number!.Value, p.Title, p.Name])),
        ];
    }
}
