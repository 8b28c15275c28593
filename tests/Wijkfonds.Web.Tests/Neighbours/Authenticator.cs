using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Wijkfonds.Web.Tests.Neighbours;

/// <summary>The app on somebody's phone (RFC 6238, written from the RFC, not from the library that checks it).</summary>
public static class Authenticator
{
    public static string CodeFor(string key, int stepsFromNow = 0)
    {
        var step = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 + stepsFromNow;
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(Base32(key.Replace(" ", "", StringComparison.Ordinal)), counter);
        var offset = hash[^1] & 0xf;
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & 0x7fffffff) % 1_000_000;
        return number.ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Base32(string text)
    {
        var bits = string.Concat(text.TrimEnd('=').Select(c =>
            Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
