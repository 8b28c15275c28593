using System.Security.Cryptography;
using System.Text;

namespace Wijkfonds.Democracy.Bundles;

/// <summary>The hash chain of a journal: each entry's hash contains the one before it, so nothing in between can be changed, added or left out unseen.</summary>
public static class Chain
{
    /// <summary>What stands before the first entry: 64 zeros.</summary>
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>SHA-256 of the previous hash (64 lower-case hexadecimal digits), LF and the canonical text, all in UTF-8.</summary>
    /// <param name="previousHash">The hash of the entry before, or <see cref="Start"/>.</param>
    /// <param name="canonicalText">The text of <see cref="EntryText.Write"/>.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    /// <exception cref="ArgumentException">The previous hash is not 64 lower-case hexadecimal digits.</exception>
    public static string Next(string previousHash, string canonicalText) =>
        IsHash(previousHash)
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previousHash + "\n" + canonicalText)))
            : throw new ArgumentException("a hash is 64 lower-case hexadecimal digits", nameof(previousHash));

    /// <summary>Whether this is a hash: 64 lower-case hexadecimal digits.</summary>
    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
