using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours.Entrance;

/// <summary>
/// Making an account, and getting back into one. What the visitor sees and how much work is done are the same
/// whether or not the address is known: only its owner's mailbox tells the difference.
/// </summary>
public sealed class Registering(UserManager<Account> accounts, IPasswordHasher<Account> hasher, Letters letters, Work work)
{
    public async Task<Outcome<string>> Register(DateTimeOffset now, string language, string? email, string? password, string? publicName, string? returnPath)
    {
        var address = Passwords.ReadEmail(email);
        if (address.Refused) return address.Refusal;
        if (Passwords.Check(password, address.Value) is { } weak) return weak;
        var name = Passwords.ReadName(publicName);
        if (name.Refused) return name.Refusal;

        var fresh = Fresh(address.Value, name.Value, language, now);
        fresh.PasswordHash = hasher.HashPassword(fresh, password!);
        return await work.Run(null, db => Enter(db, fresh, now, returnPath));
    }

    /// <summary>The link again, for an account that waits for confirmation.</summary>
    public Task<Outcome<string>> Resend(DateTimeOffset now, string language, string? email) => Mail(now, language, email,
        (db, known) => known.EmailConfirmed ? letters.Exists(db, now, known) : letters.Confirm(db, now, known, null));

    public Task<Outcome<string>> Forgot(DateTimeOffset now, string language, string? email) => Mail(now, language, email,
        (db, known) => letters.Reset(db, now, known));

    /// <summary>An account that nobody confirmed yet; the caller hashes the password, outside any transaction.</summary>
    public Account Fresh(string email, string publicName, string language, DateTimeOffset now) => new()
    {
        Email = email, UserName = email, NormalizedEmail = accounts.NormalizeEmail(email), NormalizedUserName = accounts.NormalizeName(email),
        PublicName = publicName, Language = language, CreatedAt = now, LockoutEnabled = true, SecurityStamp = accounts.GenerateNewAuthenticatorKey(),
    };

    private async Task<Outcome<string>> Enter(WijkfondsContext db, Account fresh, DateTimeOffset now, string? returnPath)
    {
        var known = await db.Set<Account>().SingleOrDefaultAsync(a => a.NormalizedUserName == fresh.NormalizedUserName);
        if (known is { EmailConfirmed: true })
        {
            await letters.Exists(db, now, known);
            return fresh.Email!;
        }
        if (known is null) db.Add(known = fresh);
        else
        {
            // Nobody proved to own the address yet: the newest wins. Any of the mailed links works, with the newest password.
            // It counts as new from here: the link in this mail must not die with the first registration.
            (known.PasswordHash, known.PublicName, known.CreatedAt) = (fresh.PasswordHash, fresh.PublicName, fresh.CreatedAt);
            known.ConcurrencyStamp = Guid.NewGuid().ToString();
        }
        await letters.Confirm(db, now, known, returnPath);
        return fresh.Email!;
    }

    private async Task<Outcome<string>> Mail(DateTimeOffset now, string language, string? email, Func<WijkfondsContext, Account, Task> known)
    {
        var address = Passwords.ReadEmail(email);
        if (address.Refused) return address.Refusal;
        var name = accounts.NormalizeName(address.Value);
        return await work.Run<string>(null, async db =>
        {
            if (await db.Set<Account>().SingleOrDefaultAsync(a => a.NormalizedUserName == name) is { } account) await known(db, account);
            else await letters.NoAccount(db, now, address.Value, language);
            return address.Value;
        });
    }
}
