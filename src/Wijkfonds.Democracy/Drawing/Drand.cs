using System.Security.Cryptography;

namespace Wijkfonds.Democracy.Drawing;

/// <summary>The value of a round of drand, the public randomness beacon of the League of Entropy.</summary>
/// <remarks>
/// Derives, but does not verify: that a signature is the network's takes BLS on BLS12-381. Anyone can ask two relays for the round and compare.
/// </remarks>
/// <param name="ChainHash">Which chain, 64 lower-case hexadecimal digits.</param>
/// <param name="Genesis">The first round, in Unix seconds.</param>
/// <param name="Period">Seconds per round.</param>
public sealed record Drand(string ChainHash, long Genesis, long Period)
{
    /// <summary>The quicknet chain: a round every three seconds since 23 August 2023.</summary>
    public static Drand Quicknet { get; } = new("52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971", 1692803367, 3);

    /// <summary>The round that is out at an instant, in Unix seconds.</summary>
    public long RoundAt(long unixSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(unixSeconds, Genesis);
        return (unixSeconds - Genesis) / Period + 1;
    }

    /// <summary>The randomness of a round: SHA-256 of its signature, 64 lower-case hexadecimal digits.</summary>
    /// <param name="signature">The signature in hexadecimal digits.</param>
    public static string Randomness(string signature) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(signature)));
}
