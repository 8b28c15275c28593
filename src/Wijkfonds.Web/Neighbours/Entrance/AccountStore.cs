using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Wijkfonds.Web.Shared.Data;

namespace Wijkfonds.Web.Neighbours.Entrance;

/// <summary>Identity's store, with one difference: recovery codes are kept as hashes, so that a copy of the database opens no door.</summary>
public sealed class AccountStore(WijkfondsContext db, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<Account, WijkfondsContext, Guid>(db, describer)
{
    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, [.. recoveryCodes.Select(code => Hash(user, code))], cancellationToken);

    public override async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var left = (await GetTokenAsync(user, "[AspNetUserStore]", "RecoveryCodes", cancellationToken) ?? "").Split(';').ToList();
        if (!left.Remove(Hash(user, code))) return false;
        await base.ReplaceCodesAsync(user, left, cancellationToken);
        return true;
    }

    private static string Hash(Account user, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{user.Id:N} {code.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()}")));
}
