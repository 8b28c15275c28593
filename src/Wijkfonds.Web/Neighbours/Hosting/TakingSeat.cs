using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Alliance;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours.Hosting;

/// <summary>Taking the seat one was invited to. The link proves the address; a new account needs only a name and a password.</summary>
public sealed class TakingSeat(UserManager<Account> accounts, IPasswordHasher<Account> hasher, Registering registering, Outbox outbox, PublicAddress address, Work work)
{
    /// <summary>With an account of one's own, whatever its address.</summary>
    public Task<Outcome<Account>> Take(Guid fund, string? token, Guid account, DateTimeOffset now) => work.Run<Account>(fund, async db =>
    {
        var invitation = await Find(db, token, now);
        return invitation.Refused ? invitation.Refusal : await Sit(db, invitation.Value, await db.Set<Account>().SingleAsync(a => a.Id == account), now);
    });

    /// <summary>With a new account for the invited address.</summary>
    public async Task<Outcome<Account>> Take(Guid fund, string? token, string? publicName, string? password, string language, DateTimeOffset now)
    {
        var name = Passwords.ReadName(publicName);
        if (name.Refused) return name.Refusal;
        if (Passwords.Check(password, null) is { } weak) return weak;
        var hash = hasher.HashPassword(new Account(), password!);
        return await work.Run<Account>(fund, async db =>
        {
            var invitation = await Find(db, token, now);
            if (invitation.Refused) return invitation.Refusal;
            var fresh = registering.Fresh(invitation.Value.Email, name.Value, language, now);
            var known = await db.Set<Account>().SingleOrDefaultAsync(a => a.NormalizedUserName == fresh.NormalizedUserName);
            if (known is { EmailConfirmed: true }) return new AddressTaken();
            if (known is null) db.Add(known = fresh);
            (known.PublicName, known.PasswordHash, known.EmailConfirmed) = (name.Value, hash, true);
            known.SecurityStamp = accounts.GenerateNewAuthenticatorKey();
            return await Sit(db, invitation.Value, known, now);
        });
    }

    public static async Task<Outcome<Invitation>> Find(WijkfondsContext db, string? token, DateTimeOffset now)
    {
        var hash = Invitation.Hash(token ?? "");
        return await db.Set<Invitation>().SingleOrDefaultAsync(i => i.TokenHash == hash) is { AcceptedAt: null } found && now < found.Until
            ? found
            : new StaleInvitation();
    }

    private async Task<Outcome<Account>> Sit(WijkfondsContext db, Invitation invitation, Account account, DateTimeOffset now)
    {
        var seat = await db.Set<Seat>().SingleAsync(s => s.Id == invitation.SeatId);
        if (seat.AccountId is not null || !seat.IsHeldAt(now)) return new StaleInvitation();
        // Two of the same person's seats would be one pair of eyes. The host has no rights over money or votes.
        if (await db.Set<Seat>().AnyAsync(s => s.AccountId == account.Id && s.From <= now && now < s.Until)
            || await db.Set<Host>().AnyAsync(h => h.AccountId == account.Id)) return new AlreadySits();
        (seat.AccountId, seat.PublicName) = (account.Id, account.PublicName);
        invitation.AcceptedAt = now;
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == seat.FundId);
        foreach (var member in await SeatHolders.Of(db, fund.Id, now, SeatHolders.Members))
            await outbox.Write(db, now, fund.Id, $"seat-taken/{seat.Id:N}/{member.Id:N}", member, seat.Post == Post.Treasurer ? "seat-taken-treasurer" : "seat-taken",
                fund.Name, account.PublicName, address.Of(fund, "/wie-beslist"));
        return account;
    }
}

/// <summary>Used before, too old, or the seat went to somebody else.</summary>
public sealed record StaleInvitation : Refusal;

/// <summary>This account holds a seat here, or is the host.</summary>
public sealed record AlreadySits : Refusal;
