namespace Wijkfonds.Democracy.Sortition;

/// <summary>A composition with its types that sit.</summary>
internal sealed class Column(int[] composition)
{
    private readonly int[] types = [.. Enumerable.Range(0, composition.Length).Where(t => composition[t] != 0)];

    internal int[] Composition => composition;

    internal long Along(long[] direction)
    {
        long sum = 0;
        foreach (var t in types) sum += direction[t] * composition[t];
        return sum;
    }

    internal double Inner(double[] other)
    {
        double sum = 0;
        foreach (var t in types) sum += other[t] * composition[t];
        return sum;
    }

    internal void Subtract(Int128[] from, Int128 weight)
    {
        foreach (var t in types) from[t] -= composition[t] * weight;
    }
}
