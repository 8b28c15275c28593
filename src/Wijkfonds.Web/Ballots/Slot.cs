using System.Security.Cryptography;

namespace Wijkfonds.Web.Ballots;

/// <summary>
/// What a slot of the box holds, always in the same number of bytes, whether empty or full: a mark, the nonce of the form
/// it was cast with, a receipt number, and one bit for every plan on the ballot. No time, no sequence, no address.
/// </summary>
public sealed record Slot(bool IsCast, byte[] Nonce, Receipt Receipt, byte[] Marks)
{
    public const int NonceBytes = 16;
    private const int Head = 1 + NonceBytes + Receipt.Bytes;

    public static int Length(int plans) => Head + (plans + 7) / 8;

    public static Slot Empty(int plans) => new(false, new byte[NonceBytes], Receipt.None, new byte[(plans + 7) / 8]);

    public static Slot Read(byte[] bytes) =>
        new(bytes[0] == 1, bytes[1..(1 + NonceBytes)], new Receipt(bytes[(1 + NonceBytes)..Head]), bytes[Head..]);

    public byte[] Write() => [IsCast ? (byte)1 : (byte)0, .. Nonce, .. Receipt.Number, .. Marks];

    public bool HasNonce(ReadOnlySpan<byte> nonce) => CryptographicOperations.FixedTimeEquals(Nonce, nonce);
}

/// <summary>The proof that a ballot is in the box: a random number that says nothing about ballot, voter or time.</summary>
public readonly record struct Receipt(byte[] Number)
{
    public const int Bytes = 5;
    private const string Symbols = "23456789CDFHJKMNPRTVWXY";

    public static readonly Receipt None = new(new byte[Bytes]);

    public static Receipt Draw() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Ten symbols of the codes' alphabet in two groups; shorter than a code, so that nobody takes it for one.</summary>
    public override string ToString()
    {
        var value = Number.Aggregate(0UL, (sum, b) => (sum << 8) | b);
        var letters = new char[10];
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            letters[i] = Symbols[(int)(value % 23)];
            value /= 23;
        }
        return new string(letters, 0, 5) + "-" + new string(letters, 5, 5);
    }
}
