namespace Wijkfonds.Democracy.Sortition;

/// <summary>Numbers without a pattern, always the same ones: SplitMix64 (Steele, Lea, Flood 2014). They only say where to look; nobody's chance depends on them.</summary>
internal sealed class Chance
{
    private ulong state;

    /// <summary>64 bits.</summary>
    internal ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
