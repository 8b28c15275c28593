using System.Security.Cryptography;
using System.Text;

namespace Wijkfonds.Web.Ballots;

/// <summary>
/// The keys of one box, each derived from its secret by HKDF under its own label. Without them the database tells
/// neither which right a code is, nor which slot, nor what a slot says; and knowing one of the three tells nothing of the others.
/// </summary>
public sealed class BoxKeys
{
    public const int TagBytes = 16;
    private const int NonceBytes = 12, MacBytes = 16;
    private readonly byte[] roll, slot, content, session;

    internal BoxKeys(Guid box, byte[] secret)
    {
        byte[] Derive(string label) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, box.ToByteArray(), Encoding.ASCII.GetBytes("wijkfonds ballots 1 " + label));
        (roll, slot, content, session) = (Derive("roll"), Derive("slot"), Derive("content"), Derive("session"));
    }

    /// <summary>Where this code's right stands in the roll.</summary>
    public byte[] RollTag(VotingCode code) => Tag(roll, code);

    /// <summary>Where this code's slot stands in the box.</summary>
    public byte[] SlotTag(VotingCode code) => Tag(slot, code);

    /// <summary>A slot's content, bound to its place: content moved to another slot does not open.</summary>
    public byte[] Seal(byte[] slotTag, byte[] plain) => Encrypt(content, slotTag, plain);

    public byte[] Open(byte[] slotTag, byte[] sealedContent) =>
        Decrypt(content, slotTag, sealedContent) ?? throw new CryptographicException("A slot does not open with the keys of its box.");

    /// <summary>What a voter's browser keeps between code and last step. Under the box's keys, so that nothing opens it after sealing.</summary>
    public byte[] SealSession(byte[] plain) => Encrypt(session, [], plain);

    public byte[]? OpenSession(byte[] sealedSession) => Decrypt(session, [], sealedSession);

    public static int SealedLength(int plain) => plain + NonceBytes + MacBytes;

    private static byte[] Tag(byte[] key, VotingCode code) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(code.Letters))[..TagBytes];

    private static byte[] Encrypt(byte[] key, byte[] place, byte[] plain)
    {
        var whole = new byte[SealedLength(plain.Length)];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, MacBytes);
        aes.Encrypt(whole.AsSpan(0, NonceBytes), plain, whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(NonceBytes + plain.Length), place);
        return whole;
    }

    private static byte[]? Decrypt(byte[] key, byte[] place, byte[] whole)
    {
        if (whole.Length < NonceBytes + MacBytes) return null;
        var plain = new byte[whole.Length - NonceBytes - MacBytes];
        using var aes = new AesGcm(key, MacBytes);
        try
        {
            aes.Decrypt(whole.AsSpan(0, NonceBytes), whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(NonceBytes + plain.Length), plain, place);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
