using Microsoft.AspNetCore.Identity;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours.Entrance;

public enum Door { Open, SecondStep }

/// <summary>The way in: name and password, then the second step for who turned it on.</summary>
public sealed class SigningIn(UserManager<Account> accounts, SignInManager<Account> signIn, IPasswordHasher<Account> hasher,
    Attempts attempts, Letters letters, Work work)
{
    // Made once, so that a try at an unknown address costs as much as one at a known.
    private static string? nobody;

    public async Task<Outcome<Door>> Try(DateTimeOffset now, string? email, string? password)
    {
        var name = accounts.NormalizeName((email ?? "").Trim());
        if (string.IsNullOrEmpty(name)) return new Missing("Email", "Email");
        if (string.IsNullOrEmpty(password)) return new Missing("Password", "Password");
        // No account has such a name; it is not counted either, so that nobody fills our memory with it.
        if (password.Length > Passwords.Longest || name.Length > Account.LongestEmail) return new WrongSignIn();
        if (attempts.MinutesToWait(name, now) is > 0 and var minutes) return new TooManyAttempts(minutes);

        var account = await accounts.FindByNameAsync(name);
        if (account?.PasswordHash is null) return Fail(name, now, password);
        if (!account.EmailConfirmed) return await Unconfirmed(account, name, now, password);
        var result = await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        if (result.IsLockedOut) return new TooManyAttempts((int)Attempts.Wait.TotalMinutes);
        if (!result.Succeeded && !result.RequiresTwoFactor)
        {
            attempts.Failed(name, now);
            return new WrongSignIn();
        }
        attempts.Succeeded(name);
        return result.RequiresTwoFactor ? Door.SecondStep : Door.Open;
    }

    /// <summary>The code of the app, or one of the recovery codes.</summary>
    public async Task<Outcome<Door>> SecondStep(DateTimeOffset now, string? code, bool recovery)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account) return new SignInExpired();
        var name = "2/" + account.Id;
        if (attempts.MinutesToWait(name, now) is > 0 and var minutes) return new TooManyAttempts(minutes);
        var typed = new string([.. (code ?? "").Where(char.IsLetterOrDigit)]).ToUpperInvariant();
        // A code that was looked at over a shoulder works no second time, though the app shows it for half a minute.
        if (!recovery && attempts.WasUsed($"{name}/{typed}", now)) return new WrongCode();
        var result = recovery
            ? await signIn.TwoFactorRecoveryCodeSignInAsync(typed)
            : await signIn.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false);
        if (result.Succeeded)
        {
            attempts.Succeeded(name);
            attempts.Used($"{name}/{typed}", now);
            return Door.Open;
        }
        attempts.Failed(name, now);
        return result.IsLockedOut ? new TooManyAttempts((int)Attempts.Wait.TotalMinutes) : new WrongCode();
    }

    /// <summary>
    /// The link from the mail together with the password chosen at the start: a link alone would let somebody else's
    /// password become the password of this address.
    /// </summary>
    public async Task<Outcome<Door>> Confirm(DateTimeOffset now, Guid id, string? code, string? password)
    {
        var account = await accounts.FindByIdAsync(id.ToString());
        if (account?.PasswordHash is null || Letters.Token(code) is not { } token) return new StaleLink();
        var name = account.NormalizedUserName!;
        if (attempts.MinutesToWait(name, now) is > 0 and var minutes) return new TooManyAttempts(minutes);
        if (account.EmailConfirmed) return new AlreadyConfirmed();
        if (!await accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.EmailConfirmationTokenProvider, UserManager<Account>.ConfirmEmailTokenPurpose, token))
            return new StaleLink();
        if (string.IsNullOrEmpty(password) || password.Length > Passwords.Longest || !await accounts.CheckPasswordAsync(account, password))
        {
            attempts.Failed(name, now);
            return new WrongPassword("Password");
        }
        if (Refused(await accounts.ConfirmEmailAsync(account, token)) is { } refusal) return refusal;
        attempts.Succeeded(name);
        await signIn.SignInAsync(account, isPersistent: false);
        return Door.Open;
    }

    /// <summary>A new password by the link from the mail. It ends every session, and proves the address.</summary>
    public async Task<Outcome<Done>> Reset(DateTimeOffset now, Guid id, string? code, string? password)
    {
        var account = await accounts.FindByIdAsync(id.ToString());
        if (account is null || account.ErasedAt is not null || Letters.Token(code) is not { } token) return new StaleLink();
        if (Passwords.Check(password, account.Email) is { } weak) return weak;
        if (!await accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, token))
            return new StaleLink();
        account.EmailConfirmed = true;
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        if (Refused(await accounts.ResetPasswordAsync(account, token, password!)) is { } refusal) return refusal;
        attempts.Succeeded(account.NormalizedUserName!);
        await work.Run<Done>(null, async db =>
        {
            await letters.PasswordChanged(db, now, account);
            return Done.It;
        });
        return Done.It;
    }

    /// <summary>What Identity answers, by name: two changes of one account at a moment, or an address that another has.</summary>
    public static Refusal? Refused(IdentityResult result) => result.Succeeded ? null
        : result.Errors.Any(e => e.Code is "DuplicateEmail" or "DuplicateUserName") ? new AddressTaken()
        : result.Errors.Any(e => e.Code == "PasswordMismatch") ? new WrongPassword("Password")
        : result.Errors.Any(e => e.Code == "InvalidToken") ? new StaleLink()
        : new Busy();

    private Outcome<Door> Fail(string name, DateTimeOffset now, string password)
    {
        var stranger = new Account();
        hasher.VerifyHashedPassword(stranger, nobody ??= hasher.HashPassword(stranger, "nobody"), password);
        attempts.Failed(name, now);
        return new WrongSignIn();
    }

    private async Task<Outcome<Door>> Unconfirmed(Account account, string name, DateTimeOffset now, string password)
    {
        if (!await accounts.CheckPasswordAsync(account, password))
        {
            attempts.Failed(name, now);
            return new WrongSignIn();
        }
        await work.Run<Done>(null, async db =>
        {
            await letters.Confirm(db, now, account, null);
            return Done.It;
        });
        return new NotConfirmedYet();
    }
}
