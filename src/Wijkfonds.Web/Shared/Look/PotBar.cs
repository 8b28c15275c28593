namespace Wijkfonds.Web.Shared.Look;

/// <summary>The pot as one bar in layers, with the same figures beside it (_Pot). The layers add up to the whole.</summary>
public sealed record PotBar(params IReadOnlyList<PotLayer> Layers)
{
    public Cents Whole => Layers.Aggregate(Cents.Zero, (sum, layer) => sum + layer.Amount);
    public Cents Earmarked => Layers.Aggregate(Cents.Zero, (sum, layer) => sum + layer.Earmarked);

    /// <summary>Each layer with where it starts.</summary>
    public IEnumerable<(Cents From, PotLayer Layer)> Placed()
    {
        var from = Cents.Zero;
        foreach (var layer in Layers)
        {
            yield return (from, layer);
            from += layer.Amount;
        }
    }
}

/// <summary>One layer; its earmarked part is hatched. The figure leads to the entries it is made of.</summary>
/// <param name="Words">The key of its name; null is "pot.{Kind}".</param>
public sealed record PotLayer(PotKind Kind, Cents Amount, Cents Earmarked = default, string? Entries = null, string? Words = null);

/// <summary>In the order of the bar, from spent to free. The name in lower case is the class of the colour.</summary>
public enum PotKind { Paid, Spent, Promised, Reserved, Free }
