using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Wijkfonds.Democracy.Drawing;

/// <summary>The key of a draw, from which every chance in it follows by label.</summary>
/// <remarks>
/// HKDF with SHA-256 (RFC 5869), positions as in draft-thomson-elegy-vrs: key = HKDF-Extract(salt, source text in UTF-8),
/// where the salt is the SHA-256 hash of what was published before the source spoke; position(label) = HKDF-Expand(key, label, 32).
/// Who adds or removes a label changes no other label's position.
/// </remarks>
public sealed class DrawKey
{
    private readonly byte[] key;

    private DrawKey(byte[] key) => this.key = key;

    /// <summary>The key that follows from a published hash and what the source said.</summary>
    /// <param name="publishedHash">SHA-256 of the published file, 64 hexadecimal digits.</param>
    /// <param name="sourceText">What the source said; made canonical here (<see cref="SourceText"/>).</param>
    public static DrawKey From(string publishedHash, string sourceText) =>
        From(Convert.FromHexString(publishedHash), Encoding.UTF8.GetBytes(SourceText.Canonical(sourceText)));

    /// <summary>The key from a salt and bytes, exactly as given.</summary>
    public static DrawKey From(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> sourceBytes)
    {
        var key = new byte[32];
        HKDF.Extract(HashAlgorithmName.SHA256, sourceBytes, salt, key);
        return new(key);
    }

    /// <summary>A published key, or 32 secret random bytes that are published afterwards.</summary>
    /// <exception cref="ArgumentException">Not 64 hexadecimal digits.</exception>
    public static DrawKey FromHex(string hex) => hex.Length == 64 && hex.All(char.IsAsciiHexDigit)
        ? new(Convert.FromHexString(hex))
        : throw new ArgumentException("a key is 64 hexadecimal digits", nameof(hex));

    /// <summary>The key as 64 lower-case hexadecimal digits.</summary>
    public string Hex => Convert.ToHexStringLower(key);

    /// <summary>The position of a label: 32 bytes, compared as unsigned bytes from the first on.</summary>
    public byte[] Position(string label) => HKDF.Expand(HashAlgorithmName.SHA256, key, 32, Encoding.UTF8.GetBytes(label));

    /// <summary>A whole number from 0 up to but without <paramref name="limit"/>, all equally likely.</summary>
    /// <remarks>64-bit big-endian words of HKDF-Expand(key, label); a word at or above the largest multiple of the limit is passed over.</remarks>
    /// <exception cref="InvalidOperationException">All 1,020 words are passed over, which is less likely than one in 2^1020.</exception>
    public ulong Below(ulong limit, string label)
    {
        ArgumentOutOfRangeException.ThrowIfZero(limit);
        // 2^64 mod limit: so many words at the very top would favour the small numbers.
        var unfair = (ulong)((UInt128.One << 64) % limit);
        // A short expansion is the beginning of a long one, and its four words are nearly always enough.
        foreach (var length in (int[])[32, 255 * 32])
        {
            var words = HKDF.Expand(HashAlgorithmName.SHA256, key, length, Encoding.UTF8.GetBytes(label));
            for (var at = 0; at < words.Length; at += 8)
            {
                var word = BinaryPrimitives.ReadUInt64BigEndian(words.AsSpan(at));
                if (unfair == 0 || word <= ulong.MaxValue - unfair) return word % limit;
            }
        }
        throw new InvalidOperationException("no word of this label is below the limit's largest multiple");
    }
}
