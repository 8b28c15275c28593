using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wijkfonds.Web.Funds.Bank.Reading;

namespace Wijkfonds.Web.Funds.Bank;

/// <summary>What makes a line itself, so that the same one in two files is read once.</summary>
public static class LineKeys
{
    /// <summary>
    /// The bank's own reference where it gives one, else a hash of day, amount, other account and text. Equal lines on one
    /// list are told apart by their place among them.
    /// </summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<StatementLine> lines)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. lines.Select(line =>
        {
            var key = Of(line);
            var times = seen[key] = seen.GetValueOrDefault(key) + 1;
            return times == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}#{times}");
        })];
    }

    /// <summary>The key of a line whose own was taken by another amount or account: no bank should write that, and no money may leave unseen because one does.</summary>
    public static string Apart(string key, StatementLine line) => $"{key}!{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{line.Amount.Value}\n{line.Iban}"))))[..16]}";

    private static string Of(StatementLine line) => line.BankReference is { Length: > 0 and <= 40 } reference
        ? string.Create(CultureInfo.InvariantCulture, $"ref:{line.BookedOn:yyyyMMdd}:{reference}")
        : "sha:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{line.BookedOn:yyyy-MM-dd}\n{line.Amount.Value}\n{line.Iban}\n{line.Text}"))));
}
