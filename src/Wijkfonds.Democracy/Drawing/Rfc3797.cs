using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Wijkfonds.Democracy.Drawing;

/// <summary>Publicly verifiable selection as the IETF draws its nominating committees (RFC 3797). For redoing draws of others; ours use <see cref="DrawKey"/>.</summary>
public static class Rfc3797
{
    /// <summary>The chosen numbers, from 1, in order of selection.</summary>
    /// <param name="key">The key string, for example <c>9319./2.5.8.10.12./9.18.26.34.41.45./</c>.</param>
    /// <param name="pool">How many there are to choose from, 1 to 65,535.</param>
    /// <param name="count">How many are chosen, at most the pool.</param>
    public static IReadOnlyList<int> Select(string key, int pool, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pool, ushort.MaxValue);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, pool);
        var remaining = Enumerable.Range(1, pool).ToList();
        var chosen = new List<int>(count);
        for (var i = 0; i < count; i++)
        {
            var at = (int)(Hash(key, i) % (UInt128)remaining.Count);
            chosen.Add(remaining[at]);
            remaining.RemoveAt(at);
        }
        return chosen;
    }

    /// <summary>MD5 of the number in two bytes, the key, and the number again, as a 128-bit number, big-endian. (The RFC asks for MD5; nothing here depends on its being collision resistant.)</summary>
    internal static UInt128 Hash(string key, int i)
    {
        var text = Encoding.ASCII.GetBytes(key);
        var input = new byte[text.Length + 4];
        BinaryPrimitives.WriteUInt16BigEndian(input, (ushort)i);
        text.CopyTo(input, 2);
        BinaryPrimitives.WriteUInt16BigEndian(input.AsSpan(text.Length + 2), (ushort)i);
        return BinaryPrimitives.ReadUInt128BigEndian(MD5.HashData(input));
    }
}
