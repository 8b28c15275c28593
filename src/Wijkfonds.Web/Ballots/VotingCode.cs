using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Wijkfonds.Web.Ballots;

/// <summary>
/// One right to vote as it is printed: 60 bits of HMAC-SHA256(seed, roll number) as fourteen symbols, and a check symbol.
/// Of every pair that eyes confuse (0 O D, 1 I L 7, 2 Z, 5 S, 6 G, 8 B, U V) only one is a symbol, and there are no
/// vowels, so no words. 23 is prime: the check symbol catches every single wrong symbol and every two exchanged.
/// </summary>
public readonly record struct VotingCode
{
    public const int Length = 15;
    private const string Symbols = "23456789CDFHJKMNPRTVWXY";
    private const string Mistaken = "0OQ1ILZSGBU";
    private const string Meant = "DDD7772568V";

    private VotingCode(string letters) => Letters = letters;

    /// <summary>All fifteen symbols without dashes: what the derived values are made from.</summary>
    public string Letters { get; }

    /// <summary>The code of a roll number, from 1. Only while the seed lives.</summary>
    public static VotingCode Of(ReadOnlySpan<byte> seed, int rollNumber)
    {
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, rollNumber);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(seed, number, hash);
        return Of(BinaryPrimitives.ReadUInt64BigEndian(hash) >> 4);
    }

    /// <summary>Reads what a person types: any case, with or without spaces and dashes, look-alikes taken for what they look like. Null where the check symbol does not fit.</summary>
    public static VotingCode? Read(string? typed)
    {
        if (typed is null || typed.Length > 100) return null;
        var letters = new string([.. typed.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant).Select(Mean)]);
        return letters.Length == Length && letters.All(Symbols.Contains) && Check(letters[..^1]) == letters[^1] ? new VotingCode(letters) : null;
    }

    /// <summary>In three groups of five.</summary>
    public override string ToString() => $"{Letters[..5]}-{Letters[5..10]}-{Letters[10..]}";

    private static VotingCode Of(ulong value)
    {
        var letters = new char[Length - 1];
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            letters[i] = Symbols[(int)(value % 23)];
            value /= 23;
        }
        var text = new string(letters);
        return new VotingCode(text + Check(text));
    }

    private static char Check(string letters) => Symbols[letters.Select((letter, i) => (i + 1) * Symbols.IndexOf(letter)).Sum() % 23];

    private static char Mean(char typed) => Mistaken.IndexOf(typed) is var at and >= 0 ? Meant[at] : typed;
}
