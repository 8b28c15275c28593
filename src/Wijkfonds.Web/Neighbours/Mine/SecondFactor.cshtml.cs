using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Wijkfonds.Web.Neighbours.Entrance;
using Wijkfonds.Web.Shared.Pages;

namespace Wijkfonds.Web.Neighbours.Mine;

/// <summary>The code from an app: begin, scan, prove, keep the recovery codes. Turning it off, or new codes, asks the password.</summary>
[EnableRateLimiting(Limits.Door)]
public sealed class SecondFactorModel : EntrancePage
{
    private const int CodeCount = 10;

    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Password { get; set; }

    public bool IsOn { get; private set; }
    /// <summary>The key of the app that is being set up, in groups of four; null before one begins.</summary>
    public string? Key { get; private set; }
    public string Uri { get; private set; } = "";
    public int CodesLeft { get; private set; }
    /// <summary>Shown on this one answer, and never again.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    private UserManager<Account> Accounts => Get<UserManager<Account>>();

    public async Task OnGet() => await Load();

    public async Task<IActionResult> OnPostBegin()
    {
        var me = await Load();
        if (!IsOn)
        {
            if (SigningIn.Refused(await Accounts.ResetAuthenticatorKeyAsync(me)) is { } refusal) return Refused(refusal);
            await Get<SignInManager<Account>>().RefreshSignInAsync(me);
        }
        return LocalRedirect(Here("/account/tweede-stap"));
    }

    public async Task<IActionResult> OnPostProve()
    {
        var me = await Load();
        if (IsOn || Key is null) return LocalRedirect(Here("/account/tweede-stap"));
        var typed = new string([.. (Code ?? "").Where(char.IsAsciiDigit)]);
        if (!await Accounts.VerifyTwoFactorTokenAsync(me, Accounts.Options.Tokens.AuthenticatorTokenProvider, typed)) return Refused(new WrongCode());
        await Get<Letters>().SecondFactor(Db, Now, me, on: true);
        if (SigningIn.Refused(await Accounts.SetTwoFactorEnabledAsync(me, true)) is { } refusal) return Refused(refusal);
        return await ShowNewCodes(me, provedNow: true);
    }

    public async Task<IActionResult> OnPostCodes()
    {
        var me = await Load();
        if (!IsOn) return LocalRedirect(Here("/account/tweede-stap"));
        if (!await Accounts.CheckPasswordAsync(me, Password ?? "")) return Refused(new WrongPassword(nameof(Password)));
        return await ShowNewCodes(me, provedNow: false);
    }

    public async Task<IActionResult> OnPostOff()
    {
        var me = await Load();
        if (!IsOn) return LocalRedirect(Here("/account/tweede-stap"));
        if (!await Accounts.CheckPasswordAsync(me, Password ?? "")) return Refused(new WrongPassword(nameof(Password)));
        await Get<Letters>().SecondFactor(Db, Now, me, on: false);
        if (SigningIn.Refused(await Accounts.SetTwoFactorEnabledAsync(me, false)) is { } refusal) return Refused(refusal);
        await Accounts.RemoveAuthenticationTokenAsync(me, "[AspNetUserStore]", "AuthenticatorKey");
        // A fresh sign-in without the claim: what needs a second factor is closed at once.
        await Get<SignInManager<Account>>().SignInAsync(me, isPersistent: false);
        return Confirmed("/account/tweede-stap", "second-factor.off-done");
    }

    private async Task<IActionResult> ShowNewCodes(Account me, bool provedNow)
    {
        NewCodes = [.. await Accounts.GenerateNewTwoFactorRecoveryCodesAsync(me, CodeCount) ?? []];
        var signIn = Get<SignInManager<Account>>();
        if (provedNow) await signIn.SignInWithClaimsAsync(me, new AuthenticationProperties(), [new Claim("amr", "mfa")]);
        else await signIn.RefreshSignInAsync(me);
        return Page();
    }

    private async Task<Account> Load()
    {
        var me = await Me();
        IsOn = me.TwoFactorEnabled;
        CodesLeft = IsOn ? await Accounts.CountRecoveryCodesAsync(me) : 0;
        if (IsOn || await Accounts.GetAuthenticatorKeyAsync(me) is not { Length: > 0 } key) return me;
        Key = string.Join(' ', key.Chunk(4).Select(group => new string(group)));
        var site = System.Uri.EscapeDataString(Get<Wijkfonds.Web.Shared.FundScope>().Fund?.Name ?? T["site.name"]);
        Uri = $"otpauth://totp/{site}:{System.Uri.EscapeDataString(me.Email!)}?secret={key}&issuer={site}&digits=6";
        return me;
    }
}
