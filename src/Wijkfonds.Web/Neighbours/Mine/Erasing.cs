using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Contributions;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Panels;
using Wijkfonds.Web.Proposals;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours.Mine;

/// <summary>
/// Empties an account on its owner's wish. The row keeps only its random reference, so that decisions and plans keep their
/// place; the book never knew the person. Drafts go; plans that were handed in are public and stay, without the name.
/// </summary>
public static class Erasing
{
    public static async Task<Outcome<Done>> Account(WijkfondsContext db, Guid id, DateTimeOffset now)
    {
        var account = await db.Set<Account>().SingleAsync(a => a.Id == id);
        if (account.ErasedAt is not null) return Done.It;
        var seats = await db.Set<Seat>().IgnoreQueryFilters().Where(s => s.AccountId == id).ToListAsync();
        if (seats.Where(s => now < s.Until).MaxBy(s => s.Until) is { } held) return new HoldsSeat(held.Until);
        if (await db.Set<Host>().AnyAsync(h => h.AccountId == id))
        {
            if (await db.Set<Host>().CountAsync() == 1) return new LastHost();
            await db.Set<Host>().Where(h => h.AccountId == id).ExecuteDeleteAsync();
        }
        foreach (var seat in seats) seat.PublicName = "";

        await db.Set<OutboxMessage>().Where(m => m.To == account.Email).ExecuteDeleteAsync();
        await db.Set<Reminder>().IgnoreQueryFilters().Where(r => r.AccountId == id).ExecuteDeleteAsync();
        await db.Set<Representative>().IgnoreQueryFilters().Where(r => r.AccountId == id && (r.Until == null || r.Until > now))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Until, now));
        await db.Set<Interest>().IgnoreQueryFilters().Where(i => i.AccountId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.EndedAt, i => i.EndedAt ?? now).SetProperty(i => i.Reason, ""));
        await db.Set<Allocation.Awards.TeamMate>().IgnoreQueryFilters().Where(m => m.AccountId == id && m.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.EndedAt, now));
        await Candidacies.Erase(db, id, now);
        await db.Set<Interest>().IgnoreQueryFilters().Where(i => i.AccountId == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.Reason, ""));
        var drafts = db.Set<Proposal>().IgnoreQueryFilters().Where(p => p.AccountId == id && p.Number == null);
        await db.Set<CostLine>().IgnoreQueryFilters().Where(c => drafts.Any(p => p.Id == c.ProposalId)).ExecuteDeleteAsync();
        await drafts.ExecuteDeleteAsync();
        await db.UserTokens.Where(t => t.UserId == id).ExecuteDeleteAsync();
        await db.UserClaims.Where(c => c.UserId == id).ExecuteDeleteAsync();
        await db.UserLogins.Where(l => l.UserId == id).ExecuteDeleteAsync();
        Empty(account, now);
        return Done.It;
    }

    private static void Empty(Account account, DateTimeOffset now)
    {
        var nobody = "weg-" + account.Id.ToString("N");
        (account.UserName, account.NormalizedUserName) = (nobody, nobody.ToUpperInvariant());
        (account.Email, account.NormalizedEmail, account.EmailConfirmed) = (null, null, false);
        (account.PhoneNumber, account.PasswordHash, account.PublicName) = (null, null, "");
        (account.TwoFactorEnabled, account.LockoutEnd) = (false, null);
        (account.SecurityStamp, account.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        account.ErasedAt = now;
    }
}

/// <summary>Who sits in a body first gives back the seat: rights must not end in silence.</summary>
public sealed record HoldsSeat(DateTimeOffset Until) : Refusal;

/// <summary>Somebody must be left to back up and upgrade.</summary>
public sealed record LastHost : Refusal;
