using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Wijkfonds.Web.Funds;
using Wijkfonds.Web.Notifications;
using Wijkfonds.Web.Shared;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours.Entrance;

/// <summary>The mails about an account, each with at most one link. Links open a page with a button: looking at one changes nothing.</summary>
public sealed class Letters(UserManager<Account> accounts, Outbox outbox, PublicAddress address, FundScope scope)
{
    private Fund? Fund => scope.Fund;
    private string SiteName => Fund?.Name ?? "Wijkfonds";

    public async Task Confirm(WijkfondsContext db, DateTimeOffset now, Account to, string? returnPath) =>
        await Write(db, now, to, "account-confirm", Link("/account/bevestigen", to,
            await accounts.GenerateEmailConfirmationTokenAsync(to), returnPath is null ? "" : "&terug=" + Uri.EscapeDataString(returnPath)));

    public Task Exists(WijkfondsContext db, DateTimeOffset now, Account to) =>
        Write(db, now, to, "account-exists", address.Of(Fund, "/account/wachtwoord-vergeten"));

    public async Task Reset(WijkfondsContext db, DateTimeOffset now, Account to) =>
        await Write(db, now, to, "account-reset", Link("/account/nieuw-wachtwoord", to, await accounts.GeneratePasswordResetTokenAsync(to)));

    /// <summary>Somebody asked for a new password at an address without account: its owner is told, and the work is the same.</summary>
    public Task NoAccount(WijkfondsContext db, DateTimeOffset now, string email, string language) =>
        outbox.WriteTo(db, now, Fund?.Id, Key(), email, language, "account-none", true, SiteName, address.Of(Fund, "/account/maken"));

    public Task PasswordChanged(WijkfondsContext db, DateTimeOffset now, Account to) =>
        Write(db, now, to, "account-password-changed", address.Of(Fund, "/account/wachtwoord-vergeten"));

    public Task SecondFactor(WijkfondsContext db, DateTimeOffset now, Account to, bool on) =>
        Write(db, now, to, on ? "account-second-factor-on" : "account-second-factor-off", address.Of(Fund, "/account/wachtwoord-vergeten"));

    public async Task NewAddress(WijkfondsContext db, DateTimeOffset now, Account to, string email) =>
        await outbox.WriteTo(db, now, Fund?.Id, Key(), email, to.Language, "account-new-address", true, SiteName,
            Link("/account/e-mail/bevestigen", to, await accounts.GenerateChangeEmailTokenAsync(to, email), "&adres=" + Uri.EscapeDataString(email)));

    /// <summary>The old address hears that it is being replaced.</summary>
    public Task AddressChanges(WijkfondsContext db, DateTimeOffset now, Account to) =>
        Write(db, now, to, "account-address-changes", address.Of(Fund, "/account/wachtwoord-vergeten"));

    public static string? Token(string? code)
    {
        try
        {
            return code is null ? null : Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private Task Write(WijkfondsContext db, DateTimeOffset now, Account to, string name, string link) =>
        outbox.WriteTo(db, now, Fund?.Id, Key(), to.Email!, to.Language, name, true, SiteName, link);

    private string Link(string path, Account to, string token, string more = "") =>
        address.Of(Fund, $"{path}?account={to.Id:N}&code={WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token))}{more}");

    // Each of these mails is asked for by a person; asking twice sends two.
    private static string Key() => $"account/{Guid.NewGuid():N}";
}
